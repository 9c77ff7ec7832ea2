import type { Article, ArticleHead, Topic } from '../facts/article.js'
import type { Order } from '../facts/order.js'
import type { Availability } from '../handoff/availability.js'
import type { Json } from '../json.js'
import type { Route } from '../triage/route.js'
import type { Id } from './entry.js'

/** What the shopper means to do, or what happened outside. The imperatives are the shopper's; `noun.verbed` is news. */
export type Intent =
  /** `step` and `say` come of an opening of the flow's own, or of the page: where the conversation goes on, and the text that was shown. */
  | { readonly type: 'start'; readonly step?: Id; readonly say?: string }
  | { readonly type: 'resumed' }
  /** After the end: a new conversation, from the menu. */
  | { readonly type: 'restart' }
  | { readonly type: 'talk-to-agent' }
  /** `hidden` counts what was hidden in it. `aside` goes into the story and is not answered. */
  | { readonly type: 'say'; readonly text: string; readonly route?: Route; readonly hidden?: number; readonly aside?: boolean }
  | { readonly type: 'choose'; readonly prompt: Id; readonly option: Id }
  | {
      readonly type: 'submit'
      readonly prompt: Id
      readonly values: Readonly<Record<string, string>>
      readonly without?: readonly string[]
      readonly hidden?: number
      /** Of the review: what is urgent in the summary that the shopper wrote. */
      readonly route?: Route
    }
  | { readonly type: 'back' }
  | { readonly type: 'attach'; readonly upload: Id; readonly name: string }
  | { readonly type: 'rate'; readonly score: number }
  | { readonly type: 'defer' }
  | { readonly type: 'close' }
  | { readonly type: 'discard'; readonly cmid: Id }
  | { readonly type: 'page.changed'; readonly facts: Readonly<Record<string, string>> }
  | { readonly type: 'availability.changed'; readonly availability: Availability | null }
  | { readonly type: 'call.done'; readonly call: Id; readonly result: CallResult }
  | { readonly type: 'call.failed'; readonly call: Id; readonly why: 'timeout' | 'error' | 'lost' }
  | { readonly type: 'desk.unreachable' }
  /** The desk can be reached and does not take this conversation: it will not come to be, or, its session having ended, not go on here. */
  | { readonly type: 'desk.refused'; readonly conversation: Id; readonly code?: 'session-ended' }
  | { readonly type: 'log.advanced'; readonly status: LogStatus }

/** What a call found, already parsed. `nothing` takes the `empty` edge. */
export type CallResult =
  | { readonly found: 'nothing' }
  | { readonly found: 'order'; readonly order: Order }
  | { readonly found: 'topics'; readonly topics: readonly Topic[] }
  | { readonly found: 'articles'; readonly articles: readonly ArticleHead[] }
  | { readonly found: 'article'; readonly article: Article }
  | { readonly found: 'value'; readonly value: Json }

/** How far the desk's log has come, folded to one word. */
export type LogStatus = 'queued' | 'live' | 'ticket' | 'closed'

/** An intent with the name and the time that the outside gave it. `at` is milliseconds since 1970. */
export type ChatEvent = Intent & { readonly id: Id; readonly at: number }
