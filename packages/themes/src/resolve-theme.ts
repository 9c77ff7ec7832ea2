import { parseColour } from './colour.js'
import { looks } from './looks.js'
import { ownValue } from './own-value.js'
import { inkOn, lighten } from './resolve-accent.js'
import { resolveImages } from './resolve-images.js'
import { resolveParts } from './resolve-parts.js'
import { theme as base } from './skins/counter.js'
import type { Choices, Colour, Palette, ResolvedTheme } from './theme.js'

type Drop = (path: string) => void

function readPalette(theme: unknown, scheme: 'light' | 'dark', drop: Drop, brand?: Colour): Required<Palette> {
  const written: { -readonly [Token in keyof Palette]: Colour } = {}
  for (const token of Object.keys(base[scheme]) as (keyof Palette)[]) {
    const value = ownValue(ownValue(theme, scheme), token)
    const colour = parseColour(value)
    if (colour) written[token] = colour
    else if (value !== undefined) drop(`${scheme}.${token}`)
  }
  const { header, accent = brand && lighten(brand) } = written
  return {
    ...base[scheme],
    ...(accent && { accent, onAccent: inkOn(accent) }),
    ...(header && { onHeader: inkOn(header) }),
    ...written,
  }
}

/**
 * Settles every value of a theme: what was left out, or is not what it should be, comes from the base theme. Never throws,
 * whatever it is given, and reads own values of known names only, so a theme may come from anywhere.
 *
 * @param drop is told the path of every value that was dropped, such as `light.accent`. It says no more, because shoppers
 * download this; `checkTheme` says why, and names what is unknown.
 * @param hosts from which the shop allows pictures, such as `cdn.shop.example`.
 * @example
 * resolveTheme({ name: 'plum', description: '', light: { accent: '#7a2f5b' } }).light.onAccent // '#ffffff'
 */
export function resolveTheme(theme: unknown, drop: Drop = () => {}, hosts: readonly string[] = []): ResolvedTheme {
  const words = (key: 'name' | 'description') => {
    const value = ownValue(theme, key)
    return typeof value === 'string' ? value.slice(0, 200) : base[key]
  }
  const chosen: Record<string, string> = {}
  for (const choice of Object.keys(looks) as (keyof typeof looks)[]) {
    const value = ownValue(theme, choice)
    const known = typeof value === 'string' && Object.hasOwn(looks[choice], value)
    if (!known && value !== undefined) drop(choice)
    chosen[choice] = known ? value : base[choice]
  }
  const light = readPalette(theme, 'light', drop)
  const brand = light.accent === base.light.accent ? undefined : light.accent
  return {
    name: words('name'),
    description: words('description'),
    light,
    dark: readPalette(theme, 'dark', drop, brand),
    ...(chosen as unknown as Choices),
    parts: resolveParts(theme, drop),
    images: resolveImages(theme, drop, hosts),
  }
}
