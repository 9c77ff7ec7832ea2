import { channel } from './colour.js'
import type { Colour } from './theme.js'

/** `from`, moved towards `to` by a share of 0 to 1. Both parsed; their alphas are not looked at, the answer is solid. */
export function mix(from: Colour, to: Colour, share: number): Colour {
  const mixed = (at: number) =>
    Math.round(channel(from, at) + (channel(to, at) - channel(from, at)) * share)
      .toString(16)
      .padStart(2, '0')
  return `#${mixed(1)}${mixed(3)}${mixed(5)}`
}

/** Alpha of a parsed colour, 0 to 1. */
export const alphaOf = (colour: Colour): number => (colour.length > 7 ? channel(colour, 7) / 255 : 1)

/** What is seen where a share of a colour is laid over a solid one: a translucent colour lets that much more of it through. */
export const lay = (under: Colour, colour: Colour, share = 1): Colour => mix(under, colour, share * alphaOf(colour))
