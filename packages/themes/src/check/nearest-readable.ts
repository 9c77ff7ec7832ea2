import { parseColour } from '../colour.js'
import { contrast } from '../contrast.js'
import { mix } from '../mix.js'
import type { Colour, Palette } from '../theme.js'
import { groundOf, type ReadablePair } from './readable-pairs.js'

/** The contrast of a pair in a palette. */
export const ratioOf = (palette: Required<Palette>, pair: ReadablePair): number =>
  contrast(palette[pair.ink], groundOf(palette, pair))

/** What a colour can become by moving towards black and white, the nearest first. */
const shadesOf = (colour: Colour): readonly Colour[] =>
  Array.from({ length: 101 }, (_, step) => (['#000000', '#ffffff'] as const).map((end) => mix(colour, end, step / 100))).flat()

/**
 * The colour nearest to what a token is now with which every pair that it is part of can be read, found by moving towards black
 * and white. What lies on it, and what no shade of it would make readable, is left to the other token. Undefined where there is none,
 * because its neighbours ask for opposite things.
 */
export function nearestReadable(
  palette: Required<Palette>,
  token: keyof Palette,
  pairs: readonly ReadablePair[],
): Colour | undefined {
  const now = parseColour(palette[token])
  if (!now) return undefined
  const palettes = shadesOf(now).map((shade) => ({ ...palette, [token]: shade }))
  const concerned = pairs.filter(
    (pair) =>
      [pair.ink, pair.ground, pair.over, ...(pair.tints ?? []).map(({ of }) => of)].includes(token) &&
      (pair.ink === token || palettes.some((tried) => ratioOf(tried, pair) >= pair.least)),
  )
  return palettes.find((tried) => concerned.every((pair) => ratioOf(tried, pair) >= pair.least))?.[token]
}
