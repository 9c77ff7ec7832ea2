import type { DefaultTextName, ModuleTextName, TextName } from './text-name.js'
import type { ArticleWords, BubbleWords, DeviceWords, OpeningWords, OrderWords, OwnWords, PersonWords, Words } from './words.js'

/** The words of the user interface, by the part that needs them. */
export interface WordGroups {
  /** The launcher, the panel, the greeting. */
  readonly opening: OpeningWords
  /** Every conversation with the bot. */
  readonly answer: Words
  readonly orders: OrderWords
  readonly articles: ArticleWords
  /** The cards of a shop's own flow. */
  readonly own: OwnWords
  /** What a flow says beside the launcher by itself. */
  readonly bubble: BubbleWords
  /** What the browser can do beside: sound, notifications, a file, and what is stored. */
  readonly device: DeviceWords
  /** The way to a person, and the talk with one. */
  readonly person: PersonWords
}

/** Some words of a group in place of what is there; the rest stays. */
export type Rewording<Words> = Words extends string
  ? string
  : Words extends readonly string[]
    ? Words
    : { readonly [Key in keyof Words]?: Rewording<Words[Key]> }

/** Sentences of a flow in place of what is there, by key. */
export type TextPatch = { readonly [Name in TextName]?: string }

/**
 * One language: every word of the user interface, and every sentence of the flows that Shopbell ships. What is missing is said in
 * English; a test names it. `{names}` in braces are filled in, and are the same as in English.
 */
export interface Catalogue extends Rewording<WordGroups> {
  /** BCP 47: the language, and the script or region where that matters. */
  readonly locale: string
  /** What the language calls itself. */
  readonly name: string
  /** `native` once somebody who grew up with the language has read all of it; until then `machine`. */
  readonly review: 'machine' | 'native'
  readonly direction: 'ltr' | 'rtl'
  /** The default flow's sentences, and those of the machine in any flow. */
  readonly texts: { readonly [Name in DefaultTextName]?: string }
}

/** The sentences of the modules that a shop can compose into its flow, in one language. Who wears the default flow needs none. */
export type ModuleTexts = { readonly [Name in ModuleTextName]?: string }
