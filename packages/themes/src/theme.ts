import type { Images } from './images.js'
import type { Parts } from './parts.js'

/** A colour: `#rgb`, `#rrggbb`, or `#rrggbbaa`. */
export type Colour = `#${string}`

/** The colours of one scheme. Every one is optional; what is left out comes from the base theme. */
export interface Palette {
  /**
   * The one colour that leads: launcher, primary buttons, the shopper's bubbles. 3:1 against `surface` and `raised`.
   * Written for `light` only, `dark` follows it, lightened until it can be seen.
   */
  readonly accent?: Colour
  /** Text and marks on the accent, 4.5:1. Left out beside an `accent`, it is black or white, whichever reads better. */
  readonly onAccent?: Colour
  /** The panel's ground. Solid. */
  readonly surface?: Colour
  /** Cards, forms and the bot's bubbles, one step above the ground. Solid; in `dark`, better lighter than `surface`, since a shadow hardly shows there. */
  readonly raised?: Colour
  /** Text, 4.5:1 on `surface` and `raised`. */
  readonly text?: Colour
  /** Quiet text: times, hints. Still 4.5:1 on `surface` and `raised`. */
  readonly quiet?: Colour
  /** Hairlines between things; decoration only, so no ratio is asked. */
  readonly line?: Colour
  /** Borders of inputs and buttons, which must be seen: 3:1 on `surface` and `raised`. */
  readonly outline?: Colour
  /** The header's ground. Solid. */
  readonly header?: Colour
  /** What is written on the header, 4.5:1. Left out beside a `header`, it is black or white, whichever reads better. */
  readonly onHeader?: Colour
  /** "Delivered", "sent": words and marks, 4.5:1 on `surface` and `raised`. */
  readonly good?: Colour
  /** "Late", "not sent yet": words and marks, 4.5:1 on `surface` and `raised`. */
  readonly warning?: Colour
  /** Errors under a field, "lost": words and marks, 4.5:1 on `surface` and `raised`. */
  readonly danger?: Colour
}

/** A stack of fonts that devices have. No font is ever downloaded. `system` is the device's own, `inherit` the shop's. */
export type Font = 'system' | 'inherit' | 'humanist' | 'geometric' | 'serif' | 'bookish' | 'slab' | 'rounded' | 'mono'

/** The tokens of a theme that are no colours: one of a few words each. */
export interface Choices {
  /** `sharp` 2 px, `soft` 10 px, `round` 18 px: the radius that all others follow. @default 'soft' */
  readonly radius: 'sharp' | 'soft' | 'round'
  /** How much air: a grid of 3, 4 or 5 px. Touch targets keep their size. @default 'normal' */
  readonly density: 'compact' | 'normal' | 'airy'
  /** Everything that is read. `system` is the device's own, `inherit` the shop's; nothing is downloaded. @default 'system' */
  readonly font: Font
  /** The shop's name and the headlines of cards; `same` as `font`. @default 'same' */
  readonly titleFont: 'same' | Font
  /** Size of type: 14, 15 or 17 px; inputs are never below 16. @default 'normal' */
  readonly scale: 'small' | 'normal' | 'large'
  /** How things come: `still` without moving, `brisk` 0.1 s, `calm` 0.18 s, `lively` with a little spring. Nothing moves for shoppers who ask their device for that, unless it is within a hosted picture. @default 'calm' */
  readonly motion: 'still' | 'brisk' | 'calm' | 'lively'
  /** Shadows of panel, launcher and menu: `flat` none, `lifted` two soft layers, `deep` wider ones, `crisp` a hard edge. @default 'lifted' */
  readonly depth: 'flat' | 'lifted' | 'deep' | 'crisp'
  /** The launcher: `round`, a `pill` with words, a `square` after `radius`, or a `leaf` with one small corner. @default 'round' */
  readonly launcher: 'round' | 'pill' | 'square' | 'leaf'
  /**
   * What is said: `tailed` with one small corner, `plain` without, `outlined` lines instead of filled grounds, `tinted` in a breath of the
   * accent, `open` with no bubble around the bot's words but a rule beside them. @default 'tailed'
   */
  readonly bubble: 'tailed' | 'plain' | 'outlined' | 'tinted' | 'open'
  /** The header: a `bar`, a taller `banner`, `plain` without a line below, `ruled` with one in the accent, the title `centred`. @default 'bar' */
  readonly headerStyle: 'bar' | 'banner' | 'plain' | 'ruled' | 'centred'
  /** Drawn behind the transcript in half of `line`; not where a device asks for more contrast. @default 'none' */
  readonly pattern: 'none' | 'dots' | 'grid' | 'stripes' | 'rings' | 'checks'
}

/**
 * What a theme author writes. Data only: no CSS, no code, no addresses but those of pictures on hosts that the shop allows. 24 tokens,
 * all optional: thirteen colours, once for light and once for dark, and eleven choices.
 *
 * @example
 * export const theme = defineTheme({ name: 'corner-shop', description: 'Plum and paper', light: { accent: '#7a2f5b' }, radius: 'round' })
 */
export interface Theme extends Partial<Choices> {
  /** The version of this contract that a theme in JSON was written for. Another than 1 is not worn. @default 1 */
  readonly version?: 1
  /** Lower-case name, the same as the file's: `corner-shop`. At most 80 characters. */
  readonly name: string
  /** One line for galleries, at most 200 characters. */
  readonly description: string
  readonly light?: Palette
  readonly dark?: Palette
  /** What tokens do not reach: a few properties of single parts. */
  readonly parts?: Parts
  /** The shop's own logo, the bot's mark and the launcher's picture, as path data. */
  readonly images?: Images
}

/** A theme with every value settled, colours as lower-case `#rrggbb` or `#rrggbbaa`. Made by `resolveTheme`. */
export interface ResolvedTheme extends Choices {
  readonly name: string
  readonly description: string
  readonly light: Required<Palette>
  readonly dark: Required<Palette>
  readonly parts: Parts
  readonly images: Images
}

/** Something about a theme that is wrong, and how to put it right. */
export interface Finding {
  /** Which rule found it. */
  readonly rule: RuleName
  /** Where: `light.quiet`, `radius`, or empty for the theme as a whole. */
  readonly path: string
  /** In which state of a control it is wrong; left out where that makes no difference. */
  readonly state?: 'rest' | 'hover' | 'focus' | 'pressed' | 'disabled' | 'error' | 'selected'
  /** What is wrong and by how much, as the rest of a sentence that begins with the path. */
  readonly problem: string
  /** What to do about it, as a sentence. */
  readonly mend: string
  /**
   * The nearest values that pass, by path; one of them is to be taken. An ink that fails on several grounds needs all of them mended, or
   * the ink: what is left is told next time.
   */
  readonly nearest?: Readonly<Record<string, string | number>>
}

/** What can be wrong with a theme. */
export type RuleName =
  | 'json'
  | 'object'
  | 'crowd'
  | 'version'
  | 'name'
  | 'description'
  | 'claim'
  | 'prototype'
  | 'style'
  | 'words'
  | 'protected'
  | 'unknown'
  | 'computed'
  | 'shape'
  | 'smuggled'
  | 'size'
  | 'value'
  | 'path'
  | 'address'
  | 'extent'
  | 'edge'
  | 'translucent'
  | 'contrast'
  | 'more'
