import { ownValue } from '../own-value.js'

/** What stands at a path such as `parts.launcher.size`. Runs no getter. */
export const writtenAt = (theme: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((from, name) => ownValue(from, name), theme)

/** A name or value that a sentence can show: short, and without what a terminal or a page would obey. */
export const shown = (text: string): string => {
  const plain = text.slice(0, 200).replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '\uFFFD')
  return plain.length > 60 ? `${plain.slice(0, 60)}…` : plain
}
