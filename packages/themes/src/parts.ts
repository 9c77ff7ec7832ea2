/** The line around a part. `none` is there for shoppers who have their device draw in its own few colours. */
export type Border = 'none' | 'line' | 'outline' | 'accent'
/** `none`, or a share of the theme's `radius`: 0.6 of it, all of it, 1.4 of it. */
export type Corners = 'none' | 'small' | 'normal' | 'large'

/** A card or a bubble. */
export interface Box {
  /** Whatever is written on it can be read on both. */
  readonly ground?: 'surface' | 'raised'
  readonly border?: Border
  readonly corners?: Corners
  /** `theme`: that of the theme's `depth`. */
  readonly shadow?: 'none' | 'theme'
}

/**
 * What a theme may say of single parts, besides its tokens. What must always be seen is no part: the way to a person, close, notices of
 * failure, who is speaking, privacy.
 */
export interface Parts {
  readonly launcher?: {
    /** What its bell lies on; the bell takes the colour that belongs to it. @default 'accent' */
    readonly ground?: 'accent' | 'header' | 'surface' | 'raised'
    readonly border?: Border
    readonly shadow?: 'none' | 'theme'
    /** Height in px, 48 to 64. @default 56 */
    readonly size?: number
  }
  /** The window itself, where it does not fill the screen. */
  readonly panel?: Omit<Box, 'ground'>
  readonly header?: { readonly border?: Border; readonly shadow?: 'none' | 'theme' }
  /** What the messages lie on. */
  readonly transcript?: { readonly ground?: 'surface' | 'raised' }
  /** What the bot and a person say. What the shopper says lies on the accent. */
  readonly message?: Box
  /** The rows of the greeting and later chips. */
  readonly 'quick-replies'?: Box & {
    /** Least height in px, 44 to 72. */
    readonly size?: number
  }
  readonly form?: Box
  /** Where the shopper writes. Its border must be seen. */
  readonly composer?: {
    readonly ground?: 'surface' | 'raised'
    readonly border?: 'outline' | 'accent'
    readonly corners?: Corners
  }
  readonly 'order-card'?: Box
  readonly review?: Box
}

/** A number that a part's property may be, and both ends of it. */
export interface Range {
  readonly least: number
  readonly most: number
}

const border: readonly string[] = ['none', 'line', 'outline', 'accent']
const corners: readonly string[] = ['none', 'small', 'normal', 'large']
const ground: readonly string[] = ['surface', 'raised']
const shadow: readonly string[] = ['none', 'theme']
const box = { ground, border, corners, shadow }

/** Every property that a part can have, and what it can be. The types above say the same to an editor. */
export const partValues: { readonly [Part in keyof Parts]-?: Readonly<Record<string, readonly string[] | Range>> } = {
  launcher: { ground: ['accent', 'header', 'surface', 'raised'], border, shadow, size: { least: 48, most: 64 } },
  panel: { border, corners, shadow },
  header: { border, shadow },
  transcript: { ground },
  message: box,
  'quick-replies': { ...box, size: { least: 44, most: 72 } },
  form: box,
  composer: { ground, border: ['outline', 'accent'], corners },
  'order-card': box,
  review: box,
}
