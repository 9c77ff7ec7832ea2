/** A colour: `#rgb`, `#rrggbb`, or `#rrggbbaa`. */
export type Colour = `#${string}`

/** The colours of one scheme. Every one is optional; what is left out comes from the base theme. */
export interface Palette {
  /** The one colour that leads: launcher, primary buttons, the shopper's bubbles. */
  readonly accent?: Colour
  /** Text and marks on the accent. */
  readonly onAccent?: Colour
  /** The panel's ground. */
  readonly surface?: Colour
  /** Cards, forms and the bot's bubbles, one step above the ground. */
  readonly raised?: Colour
  /** Text. */
  readonly text?: Colour
  /** Quiet text: times, hints. Still readable on `surface` and `raised`. */
  readonly quiet?: Colour
  /** Hairlines between things; decoration only. */
  readonly line?: Colour
  /** Borders of inputs and buttons, which must be seen. */
  readonly outline?: Colour
  /** The header's ground, and what is written on it. */
  readonly header?: Colour
  readonly onHeader?: Colour
  readonly good?: Colour
  readonly warning?: Colour
  readonly danger?: Colour
}

/** What a theme author writes. Data only: no CSS, no code, no addresses. */
export interface Theme {
  /** Lower-case name, the same as the file's: `corner-shop`. */
  readonly name: string
  /** One line for galleries. */
  readonly description: string
  readonly light?: Palette
  readonly dark?: Palette
  /** `sharp` 2 px, `soft` 10 px, `round` 18 px: the radius that all others follow. */
  readonly radius?: 'sharp' | 'soft' | 'round'
  /** How much air. */
  readonly density?: 'compact' | 'normal' | 'airy'
  /** `system` is the device's own; `inherit` the shop's. */
  readonly font?: 'system' | 'inherit' | 'serif' | 'rounded' | 'mono'
  /** The launcher: a round bell, or a pill with words. */
  readonly launcher?: 'round' | 'pill'
  /** `flat` hairlines only, `lifted` two-layer shadows. */
  readonly depth?: 'flat' | 'lifted'
}

/** A theme with every value settled. */
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
