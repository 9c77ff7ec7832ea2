import { luminance, parseColour } from './colour.js'
import type { Colour } from './theme.js'

/** Black or white. One of them always reaches 4.5:1. */
export const inkOn = (ground: Colour): Colour => (luminance(ground) > 0.179 ? '#000000' : '#ffffff')

/** A brand's colour, lightened by tenths until it stands out from the dark grounds of the base theme by 3:1. */
export const lighten = (accent: string): Colour =>
  luminance(accent) > 0.18
    ? (accent.slice(0, 7) as Colour)
    : lighten(accent.replace(/\w\w/g, (pair) => Math.round(Number.parseInt(pair, 16) * 0.9 + 25.5).toString(16)))

/** An accent and what is written on it. */
interface Pair {
  readonly accent: Colour
  readonly onAccent: Colour
}

/** A brand's colour as an accent for light and dark. Undefined where it is none. */
export function resolveAccent(written: string): { readonly light: Pair; readonly dark: Pair } | undefined {
  const accent = parseColour(written)
  if (!accent) return undefined
  const dark = lighten(accent)
  return { light: { accent, onAccent: inkOn(accent) }, dark: { accent: dark, onAccent: inkOn(dark) } }
}
