import type { Colour } from './theme.js'

const shape = /^#([\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i

/** A colour written anew as lower-case `#rrggbb` or `#rrggbbaa`; undefined where the value is none. */
export function parseColour(value: unknown): Colour | undefined {
  if (typeof value !== 'string' || !shape.test(value)) return undefined
  return (value.length < 5 ? value.replace(/\w/g, '$&$&') : value).toLowerCase() as Colour
}

/** One channel of a parsed colour, 0 to 255; red stands at 1, alpha at 7. */
export const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)

/** Relative luminance after WCAG 2, 0 (black) to 1 (white), of a parsed colour. Its alpha is not looked at. */
export function luminance(colour: string): number {
  const linear = (at: number) => {
    const share = channel(colour, at) / 255
    return share > 0.04045 ? ((share + 0.055) / 1.055) ** 2.4 : share / 12.92
  }
  return linear(1) * 0.2126 + linear(3) * 0.7152 + linear(5) * 0.0722
}
