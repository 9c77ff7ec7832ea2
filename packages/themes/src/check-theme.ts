import { contrast } from './contrast.js'
import { looks } from './looks.js'
import { alphaOf } from './mix.js'
import { nearestName } from './nearest-name.js'
import { nearestReadable } from './nearest-readable.js'
import { ownValue } from './own-value.js'
import { grounds, readablePairs } from './readable-pairs.js'
import { resolveTheme } from './resolve-theme.js'
import type { Finding, Palette } from './theme.js'

const schemes = ['light', 'dark'] as const
/** Nobody mends more at a time, and a file full of wrong names must not take minutes to judge. */
const mostFindings = 100

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The own names of an object, and which of them are computed. A proxy that throws has none. */
function ownNames(from: object): { readonly name: string; readonly computed: boolean }[] {
  try {
    return Object.keys(from).map((name) => {
      const found = Object.getOwnPropertyDescriptor(from, name)
      return { name, computed: Boolean(found && !('value' in found)) }
    })
  } catch {
    return []
  }
}

/** Names that no theme has, with the one that was probably meant. */
function checkNames(from: object, known: readonly string[], prefix: string): Finding[] {
  const suspects = ownNames(from).filter(({ name, computed }) => computed || !known.includes(name))
  return suspects.slice(0, mostFindings).map(({ name }): Finding => {
    const path = prefix + (name.length > 80 ? `${name.slice(0, 80)}…` : name)
    if (known.includes(name)) return { path, problem: 'is computed, and a theme is data only', mend: 'Write the value itself.' }
    const meant = nearestName(name, known)
    const mend = meant ? `Did you mean ${prefix}${meant}?` : `Take it out. There are ${known.join(', ')}.`
    return { path, problem: 'is not a token', mend }
  })
}

function checkWords(theme: object): Finding[] {
  const name = ownValue(theme, 'name')
  const description = ownValue(theme, 'description')
  const found: Finding[] = []
  if (typeof name !== 'string' || name.length > 80 || !/^[a-z][a-z\d]*(-[a-z\d]+)*$/.test(name)) {
    const mend = 'Write the name of the file: lower-case words with hyphens, such as corner-shop, at most 80 characters.'
    found.push({ path: 'name', problem: 'is not a name', mend })
  }
  if (typeof description !== 'string' || !/^[^\r\n]{1,200}$/.test(description) || !description.trim()) {
    found.push({ path: 'description', problem: 'is not one line', mend: 'Write one line for galleries, at most 200 characters.' })
  }
  return found
}

/** Why a value was dropped, by where it stood: colours lie in palettes, choices beside them. */
function explain(path: string): Finding {
  if (path.includes('.')) return { path, problem: 'is not a colour', mend: 'Write it as #rgb, #rrggbb or #rrggbbaa.' }
  const values = Object.keys(looks[path as keyof typeof looks]).join(', ')
  return { path, problem: 'is none of its values', mend: `Write one of ${values}.` }
}

function checkPalette(palette: Required<Palette>, scheme: string): Finding[] {
  const translucent = grounds
    .filter((token) => alphaOf(palette[token]) < 1)
    .map((token): Finding => {
      const mend = `Leave the last two digits out: ${palette[token].slice(0, 7)}.`
      return { path: `${scheme}.${token}`, problem: 'is translucent, and what lies on it could not be read everywhere', mend }
    })
  const unreadable = readablePairs.flatMap(({ ink, ground, least }): Finding[] => {
    const ratio = contrast(palette[ink], palette[ground])
    if (ratio >= least) return []
    // Rounded down, so that 4.497 does not read as the 4.5 that is asked for.
    const problem = `has a contrast of ${Math.floor(ratio * 100) / 100}:1 on ${ground}, and needs ${least}:1`
    const suggestions = ([ink, ground] as const).flatMap((token) => {
      const colour = nearestReadable(palette, token)
      return colour ? [`${scheme}.${token} ${colour}`] : []
    })
    const mend = suggestions.length
      ? `The nearest that can be read: ${suggestions.join(', or ')}.`
      : `Choose ${ground} first, nearer to black or white; then ${ink}.`
    return [{ path: `${scheme}.${ink}`, problem, mend }]
  })
  return [...translucent, ...unreadable]
}

/**
 * Judges a theme as a shopper would meet it, with the base theme behind it: names, values, and whether every pair of colours
 * can be read, light and dark. No finding means that it can be published. Never throws; for tools and tests, not for shoppers'
 * downloads.
 *
 * @example
 * checkTheme({ name: 'fog', description: 'Grey on grey', light: { text: '#999' } })[0]
 * // { path: 'light.text', problem: 'has a contrast of 2.66:1 on surface, and needs 4.5:1',
 * //   mend: 'The nearest that can be read: light.text #717171.' }
 */
export function checkTheme(theme: unknown): readonly Finding[] {
  if (!isObject(theme))
    return [{ path: '', problem: 'The theme is not an object', mend: 'Write defineTheme({ name, description, … }).' }]
  const dropped: string[] = []
  const resolved = resolveTheme(theme, (path) => dropped.push(path))

  const findings = [
    ...checkWords(theme),
    ...checkNames(theme, ['name', 'description', ...schemes, ...Object.keys(looks), 'version', 'parts', 'images'], ''),
  ]
  for (const scheme of schemes) {
    const palette = ownValue(theme, scheme)
    if (isObject(palette)) findings.push(...checkNames(palette, Object.keys(resolved[scheme]), `${scheme}.`))
    else if (palette !== undefined) {
      findings.push({
        path: scheme,
        problem: 'is not a palette',
        mend: `Write ${scheme}: { accent: '#7a2f5b' }, or leave it out.`,
      })
    }
  }
  findings.push(...dropped.map(explain), ...schemes.flatMap((scheme) => checkPalette(resolved[scheme], scheme)))
  if (findings.length < mostFindings) return findings
  return [...findings.slice(0, mostFindings - 1), { path: '', problem: 'There are more findings', mend: 'Mend these first.' }]
}
