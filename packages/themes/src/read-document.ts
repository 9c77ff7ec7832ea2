import { isObject } from './is-object.js'
import { ownValue } from './own-value.js'

/** Why nothing of a theme is worn. */
export type Flaw = 'json' | 'object' | 'crowd' | 'version'

/** The most characters and values that a theme can have, and the deepest that they lie: `parts.launcher.size` is three deep. */
export const documentLimits = { characters: 64_000, values: 400, depth: 4 }

/** Whether this is more than any theme is. Circles are deeper than any depth. */
function isCrowd(value: unknown, depth: number, left: { values: number; characters: number }): boolean {
  left.values--
  if (typeof value === 'string') left.characters -= value.length
  if (left.values < 0 || left.characters < 0 || depth < 0) return true
  if (typeof value !== 'object' || value === null) return false
  let names: readonly string[] = []
  try {
    names = Object.keys(value)
  } catch {
    // A proxy that throws shows nothing, so nothing of it is worn.
  }
  if (names.length > left.values) return true
  return names.some((name) => {
    left.characters -= name.length
    return isCrowd(ownValue(value, name), depth - 1, left)
  })
}

/**
 * A theme from anywhere, as far as it is one at all: an object, or the text of a JSON file. Whatever else it holds is judged later.
 *
 * @param told hears of each flaw; the first is enough to wear nothing of it.
 */
export function readDocument(written: unknown, told: (flaw: Flaw) => void): unknown {
  let theme = written
  if (typeof written === 'string') {
    if (written.length > documentLimits.characters) return told('crowd')
    try {
      theme = JSON.parse(written.replace(/^\uFEFF/, ''))
    } catch {
      return told('json')
    }
  }
  if (!isObject(theme)) return told('object')
  if (isCrowd(theme, documentLimits.depth, { ...documentLimits })) return told('crowd')
  const version = ownValue(theme, 'version')
  return version === undefined || version === 1 ? theme : told('version')
}
