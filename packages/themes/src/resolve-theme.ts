import { luminance, mix, parseColour } from './colour.js'
import { looks } from './looks.js'
import { theme as base } from './skins/counter.js'
import type { Colour, Finding, Palette, ResolvedTheme } from './theme.js'

type Report = (finding: Finding) => void

/** What was written on the object itself. Runs no getter and reads no prototype, so nothing inherited can pose as a token. */
export function ownValue(from: unknown, key: string): unknown {
  try {
    return Object.getOwnPropertyDescriptor(from, key)?.value
  } catch {
    return undefined
  }
}

/** Black or white. One of them always reaches 4.5:1. */
const inkOn = (ground: Colour): Colour => (luminance(ground) > 0.179 ? '#000000' : '#ffffff')

/** A brand's colour, lightened until it stands out from a dark ground by 3:1. */
function lighten(accent: Colour, ground: Colour): Colour {
  let share = 0
  while (share < 1 && luminance(mix(accent, '#ffffff', share)) + 0.05 < 3 * (luminance(ground) + 0.05)) share += 0.05
  return mix(accent, '#ffffff', share)
}

function readPalette(theme: unknown, scheme: 'light' | 'dark', report: Report): { -readonly [Token in keyof Palette]: Colour } {
  const written: { -readonly [Token in keyof Palette]: Colour } = {}
  for (const token of Object.keys(base[scheme]) as (keyof Palette)[]) {
    const value = ownValue(ownValue(theme, scheme), token)
    const colour = parseColour(value)
    if (colour) written[token] = colour
    else if (value !== undefined) {
      report({ path: `${scheme}.${token}`, problem: 'is not a colour', mend: 'Write it as #rgb, #rrggbb or #rrggbbaa.' })
    }
  }
  if (written.accent) written.onAccent ??= inkOn(written.accent)
  if (written.header) written.onHeader ??= inkOn(written.header)
  return written
}

/**
 * Settles every value of a theme: what was left out, or is not what it should be, comes from the base theme. Never throws,
 * whatever it is given, and reads own values of known names only, so a theme may come from anywhere.
 *
 * @param report is told of every value that was dropped. Unknown names are not looked at: `checkTheme` names those.
 * @example
 * resolveTheme({ name: 'plum', description: '', light: { accent: '#7a2f5b' } }).light.onAccent // '#ffffff'
 */
export function resolveTheme(theme: unknown, report: Report = () => {}): ResolvedTheme {
  const words = (key: 'name' | 'description', most: number) => {
    const value = ownValue(theme, key)
    return typeof value === 'string' ? value.slice(0, most) : base[key]
  }
  const choose = <Choice extends keyof typeof looks>(choice: Choice): ResolvedTheme[Choice] => {
    const value = ownValue(theme, choice)
    const known = Object.keys(looks[choice])
    if (value !== undefined && !known.includes(value as string)) {
      report({ path: choice, problem: 'is none of its values', mend: `Write one of ${known.join(', ')}.` })
    }
    return (known.includes(value as string) ? value : base[choice]) as ResolvedTheme[Choice]
  }

  const light = { ...base.light, ...readPalette(theme, 'light', report) }
  const night = readPalette(theme, 'dark', report)
  const dark = { ...base.dark, ...night }
  if (light.accent !== base.light.accent && !night.accent) {
    dark.accent = lighten(light.accent, dark.raised)
    dark.onAccent = night.onAccent ?? inkOn(dark.accent)
  }
  return {
    name: words('name', 80),
    description: words('description', 200),
    light,
    dark,
    radius: choose('radius'),
    density: choose('density'),
    font: choose('font'),
    launcher: choose('launcher'),
    depth: choose('depth'),
  }
}
