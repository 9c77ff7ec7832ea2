import type { ArticleHead, Topic } from '../facts/article.js'
import type { Facts } from '../facts/facts.js'
import type { Order } from '../facts/order.js'
import type { Availability } from '../handoff/availability.js'
import type { Reason } from '../handoff/reason.js'
import type { Id } from './entry.js'
import type { LogStatus } from './event.js'
import type { Prompt } from './prompt.js'

/** An article that was shown, and whether it helped (`null`: not said). */
export interface Tried {
  readonly article: ArticleHead
  readonly helped: boolean | null
  readonly missing?: string
}

/** The call that is under way: its id, and the step whose edges its answer takes. */
export interface Pending {
  readonly call: Id
  readonly step: Id
}

/**
 * Where the conversation stands. Plain JSON, bounded, without the transcript. `phase`: `idle` before the first opening, `bot`
 * while the flow speaks, `calling` while the shop is asked, `review` while the shopper looks at what will be passed on,
 * `handed` once a person or a ticket is called, and then `log` says how far that is; `null` there means not yet accepted.
 */
export interface State {
  readonly v: 1
  /** `id@version` of the flow that this state belongs to. */
  readonly flow: string
  /** The cmid of the `open` command, once there is one. */
  readonly conversation: Id | null
  readonly phase: 'idle' | 'bot' | 'calling' | 'review' | 'handed'
  readonly log: LogStatus | null
  readonly step: Id | null
  readonly prompt: Prompt | null
  /** The prompt that `back` returns to: set while an article is read or the review is open. */
  readonly previous: Prompt | null
  readonly pending: Pending | null
  readonly facts: Facts
  readonly order: Order | null
  readonly topics: readonly Topic[]
  readonly articles: readonly ArticleHead[]
  /** The shopper's own words for the matter, if the summary was edited. */
  readonly summary: string | null
  /** Failed attempts per step. */
  readonly tries: Readonly<Record<Id, number>>
  readonly tried: readonly Tried[]
  /** How often *did this help?* was answered with no, and how many texts in a row found no place. */
  readonly nos: number
  readonly unplaced: number
  /** The option that was tapped last, how often in quick succession, and when. */
  readonly taps?: { readonly option: Id; readonly times: number; readonly at: number }
  /** Why a person is called, once one is. */
  readonly reason: Reason | null
  readonly availability: Availability | null
  /** How many card numbers and the like were hidden from this conversation so far, if any. */
  readonly redactions?: number
}
