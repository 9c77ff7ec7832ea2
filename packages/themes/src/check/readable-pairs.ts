import { lay } from '../mix.js'
import { patternShare } from '../pattern-share.js'
import type { Colour, Palette, ResolvedTheme } from '../theme.js'

type Token = keyof Palette

/** In which state of a control an ink meets its ground. */
export type PaletteState = 'rest' | 'hover' | 'focus' | 'pressed' | 'disabled' | 'error' | 'selected'

export interface Tint {
  readonly of: Token
  readonly share: number
}

/** An ink, what it lies on, and the contrast that WCAG 2.2 asks there: 4.5 for words, 3 for what must be seen. */
export interface ReadablePair {
  readonly ink: Token
  readonly ground: Token
  /** What a ground that may be translucent lies on. */
  readonly over?: Token
  /** What is mixed into the ground, one after the other, and how much of each, 0 to 1. */
  readonly tints?: readonly Tint[]
  readonly state: PaletteState
  readonly least: number
}

const on = (grounds: readonly Token[], least: number, inks: readonly Token[], state: PaletteState = 'rest'): ReadablePair[] =>
  inks.flatMap((ink) => grounds.map((ground) => ({ ink, ground, state, least })))

const tinted = (ink: Token, least: number, ground: Token, share: number, of: Token, state: PaletteState): ReadablePair => ({
  ink,
  ground,
  tints: [{ of, share }],
  state,
  least,
})

/** What is written or drawn on the ground of the transcript, or on its pattern, for which there is a tint. */
const onTranscript = (ground: Token, ...under: readonly Tint[]): ReadablePair[] => {
  const on = (ink: Token, least: number, state: PaletteState, ...tints: readonly Tint[]): ReadablePair => ({
    ink,
    ground,
    ...(under.length + tints.length > 0 && { tints: [...under, ...tints] }),
    state,
    least,
  })
  return [
    ...(['text', 'quiet', 'good', 'warning'] as const).map((ink) => on(ink, 4.5, 'rest')),
    on('danger', 4.5, 'error'),
    on('accent', 3, 'focus'),
    // The button of a notice, at rest and under the pointer.
    on('outline', 3, 'rest'),
    on('text', 4.5, 'hover', { of: 'accent', share: 0.07 }),
    // A link.
    on('text', 4.5, 'hover', { of: 'text', share: 0.09 }),
    // The mark of who is speaking.
    on('text', 4.5, 'rest', { of: 'accent', share: 0.14 }),
  ]
}

/** Every pair that the widget lays on each other, in whatever theme. The shares are those of its style sheets. */
const always: readonly ReadablePair[] = [
  ...on(['surface', 'raised'], 4.5, ['text', 'quiet', 'good', 'warning']),
  ...on(['surface', 'raised'], 4.5, ['danger'], 'error'),
  ...on(['accent'], 4.5, ['onAccent']),
  ...on(['header'], 4.5, ['onHeader']),
  ...on(['surface', 'raised'], 3, ['outline']),
  // The ring around what has the focus, and a chosen star.
  ...on(['surface'], 3, ['accent'], 'focus'),
  ...on(['raised'], 3, ['accent'], 'selected'),
  // Primary buttons, and the chip that leads to a person.
  tinted('onAccent', 4.5, 'accent', 0.08, 'text', 'hover'),
  { ink: 'text', ground: 'line', over: 'raised', state: 'disabled', least: 4.5 },
  { ink: 'text', ground: 'line', over: 'surface', state: 'disabled', least: 4.5 },
  // The way to a person, the menu and close.
  tinted('onHeader', 4.5, 'header', 0.09, 'onHeader', 'hover'),
  // Rows, the tiles in them, and chips.
  tinted('accent', 3, 'raised', 0.12, 'accent', 'rest'),
  tinted('text', 4.5, 'raised', 0.12, 'accent', 'pressed'),
  tinted('quiet', 4.5, 'raised', 0.12, 'accent', 'pressed'),
  tinted('text', 4.5, 'surface', 0.06, 'accent', 'rest'),
  tinted('text', 4.5, 'surface', 0.12, 'accent', 'hover'),
  // What stands for a picture that is not there.
  tinted('text', 4.5, 'raised', 0.1, 'accent', 'rest'),
  // Secondary buttons, the menu, links, and buttons that are only a picture.
  tinted('text', 4.5, 'raised', 0.07, 'accent', 'hover'),
  tinted('text', 4.5, 'raised', 0.09, 'accent', 'hover'),
  tinted('text', 4.5, 'surface', 0.09, 'text', 'hover'),
  tinted('text', 4.5, 'raised', 0.09, 'text', 'hover'),
  tinted('quiet', 3, 'raised', 0.09, 'quiet', 'hover'),
]

/** Every pair that a shopper must be able to read or see in this theme, each once. */
export function readablePairsOf({ pattern, parts }: Pick<ResolvedTheme, 'pattern' | 'parts'>): readonly ReadablePair[] {
  const ground = parts.transcript?.ground ?? 'surface'
  const patterned = pattern === 'none' ? [] : onTranscript(ground, { of: 'line', share: patternShare })
  const all = [...always, ...onTranscript(ground), ...patterned]
  return [...new Map(all.map((pair) => [JSON.stringify(Object.entries(pair).sort()), pair])).values()]
}

/** The colour of a pair's ground, each layer as translucent as it is. */
export const groundOf = (palette: Required<Palette>, { ground, over = ground, tints = [] }: ReadablePair): Colour =>
  tints.reduce((under, { of, share }) => lay(under, palette[of], share), lay(palette[over], palette[ground]))

/** What other things lie on, or what lies on the shop's page: never translucent. */
export const grounds: readonly Token[] = ['surface', 'raised', 'accent', 'header']
