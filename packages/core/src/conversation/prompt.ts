import type { ArticleHead } from '../facts/article.js'
import type { FieldType } from '../facts/facts.js'
import type { Id } from './entry.js'

/** The small pictures that an option can carry. The widget draws them; a flow only names them. */
export type IconName = 'parcel' | 'book' | 'person' | 'search' | 'back' | 'chat'

/** One thing to tap. */
export interface Option {
  readonly id: Id
  readonly label: string
  readonly hint?: string
  readonly icon?: IconName
  /** A picture above the label, where the look is `cards`. */
  readonly image?: string
  /** The flow's text key of the label. */
  readonly key?: string
}

/** A field as it stands: what was typed last and, after a failed check, a sentence that says how to mend it. */
export interface FieldView {
  readonly name: string
  readonly type: FieldType
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly error?: string
  readonly optional: boolean
  /** The answers of a `one-of`. */
  readonly options?: readonly Pick<Option, 'id' | 'label'>[]
  /** What is typed is not kept: `value` is empty even when the field comes back. */
  readonly sensitive?: true
}

/** A fact that goes along to the person, shown in the review; the shopper may take it out. */
export interface ReviewLine {
  readonly name: string
  readonly label: string
  readonly value: string
}

/**
 * What waits for the shopper. Its `id` is new each time; an event that names another prompt's id changes nothing, so a stale
 * button is dead. The composer is independent of it: text can be sent while a prompt waits.
 */
export type Prompt = { readonly id: Id; readonly step: Id } & (
  | { readonly kind: 'choice'; readonly options: readonly Option[]; readonly look: 'rows' | 'chips' | 'cards' }
  | { readonly kind: 'helped'; readonly options: readonly Option[] }
  | {
      readonly kind: 'articles'
      readonly articles: readonly ArticleHead[]
      readonly query: string
      readonly options: readonly Option[]
    }
  | { readonly kind: 'form'; readonly fields: readonly FieldView[]; readonly submit: string; readonly options: readonly Option[] }
  | {
      readonly kind: 'review'
      readonly fields: readonly FieldView[]
      readonly summary: string
      /** Nothing is known of the matter: the shopper is asked what it is about, and may leave that empty. */
      readonly blank?: boolean
      readonly lines: readonly ReviewLine[]
      readonly want: 'live' | 'ticket'
      /** Pictures help here, and are asked for. */
      readonly photos?: boolean
      /** The summary's own error, if the last submit was refused for it. */
      readonly error?: string
    }
  | { readonly kind: 'rating' }
)
