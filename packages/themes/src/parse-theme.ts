import { contrast } from './contrast.js'
import { hasLauncherEdge } from './launcher-edge.js'
import { firstStranger, misshapen } from './misshapen.js'
import { alphaOf, lay } from './mix.js'
import { patternShare } from './pattern-share.js'
import { type Flaw, readDocument } from './read-document.js'
import { resolveTheme } from './resolve-theme.js'
import { theme as base } from './skins/counter.js'
import type { Finding, Palette, ResolvedTheme } from './theme.js'

const flaws: Readonly<Record<Flaw, string>> = {
  json: 'file is not JSON and is not worn',
  object: 'file is not an object and is not worn',
  crowd: 'file is larger than any theme and is not worn',
  version: 'file is for another version and is not worn',
}

/** What has to be seen whatever a theme wants: what is said, who says it, failures, the way to a person and close, where one writes. */
const seen: readonly (readonly [ink: keyof Palette, ...grounds: (keyof Palette)[]])[] = [
  ['text', 'surface', 'raised'],
  ['quiet', 'surface', 'raised'],
  ['warning', 'surface', 'raised'],
  ['danger', 'surface', 'raised'],
  ['accent', 'surface', 'raised'],
  ['outline', 'surface', 'raised'],
  ['onAccent', 'accent'],
  ['onHeader', 'header'],
]

/** Below this nobody can be sure to find a control. The checker asks for more. */
const leastSeen = 3

const canBeSeen = (palette: Required<Palette>): boolean =>
  seen.every(([ink, ...grounds]) =>
    grounds.every((ground) => contrast(palette[ink], palette[ground]) >= leastSeen && alphaOf(palette[ground]) === 1),
  )

/** The same of what is written on a pattern, where a share of a line's colour lies under it. */
const canBeSeenThrough = (palette: Required<Palette>, { parts }: ResolvedTheme): boolean =>
  seen.every(([ink, ...grounds]) => {
    const ground = parts.transcript?.ground ?? 'surface'
    if (!grounds.includes(ground)) return true
    return contrast(palette[ink], lay(palette[ground], palette.line, patternShare)) >= leastSeen
  })

/**
 * A theme from anywhere, an object or the text of a JSON file, as it can safely be worn: settled, and with the base theme's colours
 * in a scheme whose own would hide what a shopper needs. Never throws; what is no theme at all is the base theme.
 *
 * @param tell hears what is not worn, as the rest of a sentence that begins with the path. `checkTheme` says more.
 * @param hosts from which the shop allows pictures.
 * @example
 * const theme = parseTheme(await answer.text(), ({ path, problem }) => console.warn(path, problem))
 */
export function parseTheme(
  written: unknown,
  tell: (finding: Pick<Finding, 'path' | 'problem'>) => void = () => {},
  hosts: readonly string[] = [],
): ResolvedTheme {
  const theme = readDocument(written, (flaw) => tell({ path: '', problem: flaws[flaw] }))
  for (const { path, write } of misshapen(theme)) tell({ path, problem: `is not an object and is left out: write ${write}` })
  const stranger = firstStranger(Object(theme))
  if (stranger !== undefined) tell({ path: stranger.slice(0, 60), problem: 'is not a token, and nothing else here is worn' })
  const settled = resolveTheme(theme, (path) => tell({ path, problem: 'does not fit and is left out' }), hosts)
  const worn = (scheme: 'light' | 'dark') => {
    if (canBeSeen(settled[scheme])) return settled[scheme]
    tell({ path: scheme, problem: 'has colours that cannot be told apart and is left out' })
    return base[scheme]
  }
  const dressed: ResolvedTheme = { ...settled, light: worn('light'), dark: worn('dark') }
  const left: { pattern?: 'none'; parts?: ResolvedTheme['parts'] } = {}
  if (dressed.pattern !== 'none' && !(['light', 'dark'] as const).every((scheme) => canBeSeenThrough(dressed[scheme], dressed))) {
    tell({ path: 'pattern', problem: 'hides what is written on it and is left out' })
    left.pattern = 'none'
  }
  if (!hasLauncherEdge(dressed)) {
    tell({ path: 'parts.launcher', problem: 'cannot be told from a page of its own colour and is left out' })
    const { launcher: _, ...others } = dressed.parts
    left.parts = others
  }
  return { ...dressed, ...left }
}
