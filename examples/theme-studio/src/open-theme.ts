import { checkTheme, resolveTheme, type Theme } from '@shopbell/themes'
import { readThemeFile, UnreadableFile } from './read-theme-file.js'
import { withValue } from './with-value.js'

/** A theme that was opened, with the paths of what it says and no theme can. */
export interface Opened {
  readonly theme: Theme
  readonly leftOut: readonly string[]
  /** What was probably meant by names among them, in sentences. */
  readonly meant: readonly string[]
}

/** What makes a text no theme at all. */
const NO_THEME: readonly string[] = ['json', 'object', 'crowd', 'version']

/**
 * A theme from the text of its file or from JSON, such as `shopbell theme pack` writes; why there is none, as the end of a sentence,
 * otherwise. Of the text only what a theme can say is taken over, written anew as the widget reads it.
 *
 * @example
 * openTheme('{"version":1,"name":"plum","radius":"round","onclick":"x"}') // { theme: { name: 'plum', … }, leftOut: ['onclick'] }
 */
export function openTheme(text: string): Opened | string {
  let written: unknown
  try {
    written = readThemeFile(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof UnreadableFile) return error.message
    throw error
  }
  const findings = checkTheme(written)
  const flaw = findings.find(({ rule }) => NO_THEME.includes(rule))
  if (flaw) return `${flaw.path} ${flaw.problem}`.trim()
  const leftOut: string[] = []
  const settled = resolveTheme(written, (path) => leftOut.push(path))
  // Without them it is no theme yet, and the findings say so.
  let theme: unknown = { name: '', description: '' }
  for (const [path, value] of leavesOf(written)) {
    const names = path.split('.')
    const worn = names.reduce<unknown>((whole, name) => own(whole, name), settled)
    // What stands there now came from the file, or from the base theme in place of what was dropped.
    if (worn === undefined || typeof worn === 'object') {
      if (path !== 'version' && !leftOut.includes(path)) leftOut.push(path)
    } else if (!leftOut.includes(path)) theme = withValue(theme, names, typeof value === typeof worn ? worn : value)
  }
  const meant = findings.flatMap(({ path, mend }) =>
    leftOut.includes(path) && mend.startsWith('Did you mean') ? [`${path}: ${mend}`] : [],
  )
  return { theme: theme as Theme, leftOut, meant }
}

const own = (whole: unknown, name: string): unknown =>
  typeof whole === 'object' && whole !== null && Object.hasOwn(whole, name) ? Reflect.get(whole, name) : undefined

/** Every value of an object that is none itself, with its path. */
function leavesOf(value: unknown, path = ''): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return path ? [[path, value]] : []
  return Object.entries(value).flatMap(([name, one]) => leavesOf(one, path ? `${path}.${name}` : name))
}
