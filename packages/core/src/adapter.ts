import type { Id } from './conversation/entry.js'
import type { Command, Cursor, Frame, Hello, Hint, Page, Refused, Sender, Verdict, Welcome } from './delivery/protocol.js'
import type { Article, ArticleHead, Topic } from './facts/article.js'
import type { Order } from './facts/order.js'
import type { Availability, Contact } from './handoff/availability.js'
import type { Json } from './json.js'
import type { Classified } from './triage/classified.js'

/**
 * The live desk: one log per conversation, numbered by the desk. `guarantee` says what it promises: `exact` desks know every
 * cmid for as long as the conversation lives; `relay` desks (helpdesks without idempotency) look up before they resend.
 */
export interface Desk {
  readonly guarantee: 'exact' | 'relay'
  /** Says hello and stays open until `signal` aborts. Frames come to `sink`, the last being `down`. Resolves; throws only on a programmer's error. */
  open(hello: Hello, sink: (frame: Frame) => void, signal: AbortSignal): Promise<Welcome | Refused>
  /** Hands one command over. Resolves with the desk's verdict, `retry` included; throws only on a programmer's error. */
  submit(command: Command, sender: Sender, signal: AbortSignal): Promise<Verdict>
  page(
    from: { readonly after: Cursor } | { readonly before: Cursor },
    sender: Sender,
    signal: AbortSignal,
  ): Promise<Page | Refused>
  hint?(hint: Hint): void
}

/** Order look-up. `null` is "not found", the same for an unknown number and a wrong e-mail; a throw means try again or hand off. */
export interface Orders {
  find(query: OrderQuery, signal: AbortSignal, sender: Sender): Promise<Order | null>
}

export interface OrderQuery {
  readonly number: string
  readonly email: string
}

/** The shop's help articles. */
export interface Faqs {
  topics(signal: AbortSignal): Promise<readonly Topic[]>
  search(query: string, signal: AbortSignal): Promise<readonly ArticleHead[]>
  read(article: Id, signal: AbortSignal): Promise<Article | null>
  /** Whether it helped, and what was missing if not. */
  rate?(article: Id, helped: boolean, missing: string | undefined, signal: AbortSignal, sender: Sender): Promise<void>
}

/** Takes a picture in, and answers with its name for later. */
export interface Uploads {
  put(
    file: { readonly name: string; readonly type: string; readonly bytes: Uint8Array },
    sender: Sender,
    signal: AbortSignal,
  ): Promise<{ readonly upload: Id } | { readonly refused: 'too_big' | 'not_an_image' | 'unavailable' }>
  /** Where to load a stored picture from, for this sender. A `blob:` belongs to whoever asked, who revokes it when it is not shown any more. */
  url(upload: Id, sender: Sender): Promise<string | null>
}

/**
 * The shop's own reading of a free text, such as a model on its server. Asked for what plain rules are not certain of; an answer
 * after 1.5 seconds, a throw and `null` (no opinion) leave the decision to the rules.
 */
export interface Classifier {
  /** `locale` is the shopper's, BCP 47. */
  classify(text: string, locale: string, signal: AbortSignal): Promise<Classified | null>
}

/** The shop's own action, called by a flow's `call` step with the facts that it names. `null` takes the `empty` edge. */
export type Action = (input: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<Json>

/**
 * The joint to any backend. Every capability is optional; a missing one changes the flow and never throws at the shopper.
 * All of them are cancellable, "not found" is a value, unknown fields in answers are ignored.
 *
 * @example
 * const adapter: Adapter = { orders: { find: async ({ number, email }) => myShop.order(number, email) } }
 */
export interface Adapter {
  readonly desk?: Desk
  /** Another way in for the same outbox, such as plain HTTP. */
  readonly tickets?: Pick<Desk, 'submit'>
  readonly orders?: Orders
  readonly faqs?: Faqs
  readonly availability?: { get(signal: AbortSignal): Promise<Availability> }
  readonly uploads?: Uploads
  readonly classifier?: Classifier
  readonly actions?: Readonly<Record<string, Action>>
  readonly contact?: Contact
  /** Deletes what the shop has of a shopper, who asks for it. `false`: not now, so the shopper is told to write. */
  readonly erasure?: { erase(sender: Sender, signal: AbortSignal): Promise<boolean> }
}
