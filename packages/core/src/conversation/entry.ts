import type { Article } from '../facts/article.js'
import type { Order } from '../facts/order.js'
import type { Decision } from '../handoff/decision.js'

/** A random 128-bit name, written as 22 or more URL-safe characters. Made once, never changed. */
export type Id = string

/** Who speaks: `assistant` is a model on the shop's server, `agent` a person, `desk` the shop's own notices. */
export type By = 'shopper' | 'bot' | 'assistant' | 'agent' | 'desk'

/** Every news that there can be of the conversation itself. */
export const NOTICE_CODES = [
  'new-conversation',
  'restarted',
  'desk-unreachable',
  'desk-refused',
  'session-ended',
  'queued-again',
  'ticket-again',
  'stored-in-memory',
] as const

/** News about the conversation itself, worded by the widget in the shopper's language. */
export type NoticeCode = (typeof NOTICE_CODES)[number]

/** A time that was promised and has passed: `until` milliseconds since 1970, `minutes` as they were said of a wait in line. */
export interface Late {
  readonly want: 'live' | 'ticket'
  readonly until: number
  readonly minutes: number
}

/** A card in a message; several stand side by side. `link` and `image` are addresses that were checked. */
export interface Card {
  readonly title: string
  readonly text?: string
  readonly image?: string
  readonly link?: string
}

/** What one line of the story shows, as the shopper saw it. `key` names a text of the flow, so that the agent can read it in the agent's own language. */
export type Content =
  | { readonly kind: 'text'; readonly text: string; readonly key?: string }
  | { readonly kind: 'answered'; readonly to: Id; readonly text: string; readonly key?: string }
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'article'; readonly article: Article }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | { readonly kind: 'file'; readonly upload: Id; readonly name: string; readonly url?: string }
  | { readonly kind: 'notice'; readonly code: NoticeCode }
  /** What a person has decided about the shopper's request. */
  | ({ readonly kind: 'decided' } & Decision)
  /** Said by the shopper's own side, before anybody has to ask. It is in no log. */
  | ({ readonly kind: 'late' } & Late)
  | { readonly kind: 'unsupported' }

/**
 * One line of the story. `id` is `${event.id}.${index}` and is the line's DOM key for life; `turn` is the id of the event that
 * made it, so that lines of one turn are announced together. `at` is milliseconds since 1970.
 */
export interface Entry {
  readonly id: Id
  readonly turn: Id
  readonly at: number
  readonly by: By
  readonly content: Content
  /** The person's name, where `by` is `agent`. */
  readonly name?: string
}
