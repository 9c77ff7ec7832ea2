import { luminance, parseColour } from './colour.js'
import { alphaOf, mix } from './mix.js'
import type { Colour } from './theme.js'

/**
 * Contrast after WCAG 2, 1 to 21, of an ink on a ground. A translucent ink is laid over the ground first; the ground counts
 * as solid. `NaN` where one of them is no colour.
 *
 * @example
 * contrast('#fff', '#767676') // 4.54
 */
export function contrast(ink: Colour, ground: Colour): number {
  const above = parseColour(ink)
  const below = parseColour(ground)
  if (!above || !below) return Number.NaN
  const one = luminance(mix(below, above, alphaOf(above))) + 0.05
  const other = luminance(below) + 0.05
  return one > other ? one / other : other / one
}
