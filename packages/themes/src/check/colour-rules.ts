import { alphaOf } from '../mix.js'
import type { Colour, Finding, Palette, ResolvedTheme } from '../theme.js'
import { nearestReadable, ratioOf } from './nearest-readable.js'
import { grounds, type ReadablePair, readablePairsOf } from './readable-pairs.js'
import type { Rule } from './rule.js'
import { writtenAt } from './written-at.js'

const schemes = ['light', 'dark'] as const

const percent = (share: number): string => `${Math.round(share * 100)} %`

/** What an ink lies on, in words: `raised with 12 % of accent`. */
const groundIn = ({ ground, over, tints = [] }: ReadablePair): string =>
  [
    ground,
    ...(over ? [`over ${over}`] : []),
    ...tints.map(({ of, share }, nth) => `${nth ? 'and' : 'with'} ${percent(share)} of ${of}`),
  ].join(' ')

function unreadable(written: unknown, settled: ResolvedTheme, scheme: 'light' | 'dark'): Finding[] {
  const palette = settled[scheme]
  const pairs = readablePairsOf(settled)
  const nearestOf = new Map<keyof Palette, Colour | undefined>()
  const nearestTo = (token: keyof Palette) => {
    if (!nearestOf.has(token)) nearestOf.set(token, nearestReadable(palette, token, pairs))
    return nearestOf.get(token)
  }
  // Of all that an ink lies on in one state the worst is told: the mend of that mends the others.
  const worst = new Map<string, { readonly pair: ReadablePair; readonly ratio: number; readonly short: number }>()
  for (const pair of pairs) {
    const ratio = ratioOf(palette, pair)
    const key = `${pair.ink} ${pair.state}`
    const short = pair.least / ratio
    if (ratio < pair.least && short > (worst.get(key)?.short ?? 0)) worst.set(key, { pair, ratio, short })
  }
  return [...worst.values()].flatMap(({ pair, ratio }): Finding[] => {
    const { ink, ground, over = ground, tints = [], state, least } = pair
    // Rounded down, so that 4.497 does not read as the 4.5 that is asked for.
    const when = state === 'rest' ? '' : ` (${state})`
    const problem = `has a contrast of ${Math.floor(ratio * 100) / 100}:1 on ${groundIn(pair)}${when}, and needs ${least}:1`
    const nearest: Record<string, string> = {}
    for (const token of new Set([ink, ground, over, ...tints.map(({ of }) => of)])) {
      const colour = nearestTo(token)
      if (colour && ratioOf({ ...palette, [token]: colour }, pair) >= least) nearest[`${scheme}.${token}`] = colour
    }
    const suggestions = Object.entries(nearest).map((suggestion) => suggestion.join(' '))
    const mend = suggestions.length
      ? `The nearest that can be read: ${suggestions.join(', or ')}.`
      : writtenAt(written, `${scheme}.${ground}`) === undefined
        ? `Set ${scheme}.${ground}, which is ${palette[ground]} as long as you do not, nearer to black or white; then ${ink}.`
        : `Choose ${ground} first, nearer to black or white; then ${ink}.`
    return [{ rule: 'contrast', path: `${scheme}.${ink}`, state, problem, mend, ...(suggestions.length > 0 && { nearest }) }]
  })
}

/** What is wrong with the colours of a theme. */
export const colourRules: readonly Rule[] = [
  {
    name: 'translucent',
    judge: ({ settled }) =>
      schemes.flatMap((scheme) =>
        grounds
          .filter((token) => alphaOf(settled[scheme][token]) < 1)
          .map((token): Finding => {
            const [path, solid] = [`${scheme}.${token}`, settled[scheme][token].slice(0, 7)]
            const problem = 'is translucent, and what lies on it could not be read everywhere'
            return {
              rule: 'translucent',
              path,
              problem,
              mend: `Leave the last two digits out: ${solid}.`,
              nearest: { [path]: solid },
            }
          }),
      ),
  },
  { name: 'contrast', judge: ({ written, settled }) => schemes.flatMap((scheme) => unreadable(written, settled, scheme)) },
]
