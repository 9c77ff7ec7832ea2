import { parseColour } from '../colour.js'
import { contrast } from '../contrast.js'
import { mix } from '../mix.js'
import type { Colour, Palette } from '../theme.js'
import { groundOf, type ReadablePair } from './readable-pairs.js'

/** The contrast of a pair in a palette. */
export const ratioOf = (palette: Required<Palette>, pair: ReadablePair): number =>
  contrast(palette[pair.ink], groundOf(palette, pair))

/**
 * The colour nearest to what a token is now with which every pair that it is part of can be read, found by moving towards black
 * and white. Undefined where there is none, because its neighbours ask for opposite things.
 */
export function nearestReadable(
  palette: Required<Palette>,
  token: keyof Palette,
  pairs: readonly ReadablePair[],
): Colour | undefined {
  const now = parseColour(palette[token])
  if (!now) return undefined
  const concerned = pairs.filter(({ ink, ground, over, tints = [] }) =>
    [ink, ground, over, ...tints.map(({ of }) => of)].includes(token),
  )
  for (let step = 0; step <= 100; step++) {
    for (const end of ['#000000', '#ffffff'] as const) {
      const colour = mix(now, end, step / 100)
      const tried = { ...palette, [token]: colour }
      if (concerned.every((pair) => ratioOf(tried, pair) >= pair.least)) return colour
    }
  }
  return undefined
}
