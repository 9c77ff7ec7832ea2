import { parseColour } from './colour.js'
import { contrast } from './contrast.js'
import { mix } from './mix.js'
import { type ReadablePair, readablePairs } from './readable-pairs.js'
import type { Colour, Palette } from './theme.js'

const passes = (palette: Required<Palette>, pair: ReadablePair): boolean =>
  contrast(palette[pair.ink], palette[pair.ground]) >= pair.least

/**
 * The colour nearest to what a token is now with which every pair that it is part of can be read, found by moving towards black
 * and white. Undefined where there is none, because its neighbours ask for opposite things.
 */
export function nearestReadable(palette: Required<Palette>, token: keyof Palette): Colour | undefined {
  const now = parseColour(palette[token])
  if (!now) return undefined
  const concerned = readablePairs.filter(({ ink, ground }) => ink === token || ground === token)
  for (let step = 0; step <= 100; step++) {
    for (const end of ['#000000', '#ffffff'] as const) {
      const colour = mix(now, end, step / 100)
      const tried = { ...palette, [token]: colour }
      if (concerned.every((pair) => passes(tried, pair))) return colour
    }
  }
  return undefined
}
