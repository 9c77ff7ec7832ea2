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
  /** Cards, forms and the bot's bubbles, one step above the ground. Solid; in `dark`, lighter than `surface`. */
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

/**
 * What a theme author writes. Data only: no CSS, no code, no addresses. 18 tokens, all optional.
 *
 * @example
 * export const theme = defineTheme({ name: 'corner-shop', description: 'Plum and paper', light: { accent: '#7a2f5b' }, radius: 'round' })
 */
export interface Theme {
  /** Lower-case name, the same as the file's: `corner-shop`. At most 80 characters. */
  readonly name: string
  /** One line for galleries, at most 200 characters. */
  readonly description: string
  readonly light?: Palette
  readonly dark?: Palette
  /** `sharp` 2 px, `soft` 10 px, `round` 18 px: the radius that all others follow. @default 'soft' */
  readonly radius?: 'sharp' | 'soft' | 'round'
  /** How much air: a grid of 3, 4 or 5 px. @default 'normal' */
  readonly density?: 'compact' | 'normal' | 'airy'
  /** `system` is the device's own; `inherit` the shop's. No font is ever downloaded. @default 'system' */
  readonly font?: 'system' | 'inherit' | 'serif' | 'rounded' | 'mono'
  /** The launcher: a round bell, or a pill with words. @default 'round' */
  readonly launcher?: 'round' | 'pill'
  /** `flat` hairlines only, `lifted` two-layer shadows. @default 'lifted' */
  readonly depth?: 'flat' | 'lifted'
}

/** A theme with every value settled, colours as lower-case `#rrggbb` or `#rrggbbaa`. Made by `resolveTheme`. */
export interface ResolvedTheme {
  readonly name: string
  readonly description: string
  readonly light: Required<Palette>
  readonly dark: Required<Palette>
  readonly radius: 'sharp' | 'soft' | 'round'
  readonly density: 'compact' | 'normal' | 'airy'
  readonly font: 'system' | 'inherit' | 'serif' | 'rounded' | 'mono'
  readonly launcher: 'round' | 'pill'
  readonly depth: 'flat' | 'lifted'
}

/** Something about a theme that is wrong, and how to put it right. */
export interface Finding {
  /** Where: `light.quiet`, `radius`, or empty for the theme as a whole. */
  readonly path: string
  /** What is wrong, as the rest of a sentence that begins with the path. */
  readonly problem: string
  /** What to do about it, as a sentence. */
  readonly mend: string
}
