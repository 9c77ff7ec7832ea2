import type { Palette } from './theme.js'

type Token = keyof Palette

/** An ink, what it lies on, and the contrast that WCAG 2.2 asks there: 4.5 for words, 3 for what must be seen. */
export interface ReadablePair {
  readonly ink: Token
  readonly ground: Token
  readonly least: number
}

const on = (grounds: readonly Token[], least: number, inks: readonly Token[]): ReadablePair[] =>
  inks.flatMap((ink) => grounds.map((ground) => ({ ink, ground, least })))

/** Every pair of tokens that the widget lays on each other and a shopper must be able to read or see. */
export const readablePairs: readonly ReadablePair[] = [
  ...on(['surface', 'raised'], 4.5, ['text', 'quiet', 'good', 'warning', 'danger']),
  ...on(['accent'], 4.5, ['onAccent']),
  ...on(['header'], 4.5, ['onHeader']),
  ...on(['surface', 'raised'], 3, ['outline', 'accent']),
]

/** What other things lie on, or what lies on the shop's page: never translucent. */
export const grounds: readonly Token[] = ['surface', 'raised', 'accent', 'header']
