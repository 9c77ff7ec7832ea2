/**
 * What the inbox and the desk say to each other. HTTP for state, one socket.io namespace `/agent` for news.
 *
 * Session: `POST /agent/login {password, name}` → cookie `shopbell_agent` (HttpOnly, SameSite=Strict); without `AGENT_PASSWORD`
 * (loopback only) the password may be empty. `POST /agent/logout`. Every other call answers 401 without a session.
 *
 * | call | answer |
 * |---|---|
 * | `GET  /agent/me` | `Me` |
 * | `GET  /agent/conversations?view=queue|mine|tickets|all|closed` | `{ rows: Row[] }`; `all` is what is not closed, whoever has it |
 * | `GET  /agent/conversations?find=words` | `{ rows: Row[] }`: name, e-mail or order number has these words; at most 50, open ones first |
 * | `GET  /agent/conversations/:id` | `Detail` |
 * | `POST /agent/conversations/:id/claim` | `Detail`, or 409 `{ error, by }` when somebody else has it |
 * | `POST /agent/conversations/:id/release` · `/close {resolved}` | `Detail` |
 * | `GET  /agent/colleagues` | `{ colleagues: Colleague[] }`: who else is at the desk |
 * | `POST /agent/conversations/:id/transfer {to}` | `Detail`; `to` is a colleague's `agent` |
 * | `POST /agent/conversations/:id/reply {id, text, base}` | `LogRecord`; `id` makes it idempotent; `base` is the last seq seen |
 * | `POST /agent/conversations/:id/decide {id, outcome, amount?, note, base, replaces?}` | `LogRecord`; about the `request` of the packet; `amount` is a number in the desk's currency; `note` is for the shopper |
 * | `POST /agent/conversations/:id/note {id, text}` | `Note` |
 * | `GET  /agent/conversations/:id/text` | `{ text }`: the ticket as plain text, decisions included, to mail or to keep elsewhere |
 * | `GET  /agent/articles` · `GET /agent/insights` | `{ articles }` · `{ articles: Insight[], searches: EmptySearch[] }` of the last 30 days, most costly first |
 * | `GET  /agent/uploads/:id` | the image |
 * | `GET/POST /agent/hours {open: true | false | null}` | `{ open, forced }`; `null` goes by the clock |
 *
 * A refusal's body is `{ error, … }`, `error` being a word for programs:
 *
 * | status | body | means |
 * |---|---|---|
 * | 401 | `{ error: 'signed-out', passwordRequired }` | no session, or a wrong password at `login`; the form asks for one only if `passwordRequired` |
 * | 409 | `{ error: 'taken', by }` | somebody else has it; `by` is their name |
 * | 409 | `{ error: 'moved', head }` | the shopper wrote after `base`; nothing was sent. Read, then send again with `base: head` |
 * | 409 | `{ error: 'away', by }` | whom it was to be handed to is not at the desk |
 * | 409 | `{ error: 'not-yours' }` | only what one has can be handed over |
 * | 409 | `{ error: 'closed' }` | it was closed meanwhile |
 * | 409 | `{ error: 'decided', by, seq }` | it is decided already; send again with `replaces: seq` and a reason in `note` |
 * | 409 | `{ error: 'no-request' }` | the shopper asks for nothing that is to be decided |
 * | 413, 422 | `{ error: 'too_long' \| 'invalid' }` | as it says; of a decision, `field` names what is wrong |
 * | 429 | `{ error: 'rate_limited' }` | too many attempts, try again later |
 *
 * Replying to what nobody has claims it, in the same transaction. A row's `agent` is the name, `reason` the `ReasonCode`. `claim` works on a queued conversation and on a ticket; claiming one's own
 * again is no error. `GET /agent/articles` answers whole `Article`s. `{resolved}` of `close` is a boolean. `POST /agent/hours` asks all
 * inboxes to look again by the event `hours`.
 *
 * Socket events, desk → inbox: `changed {conversation}` (fetch it again), `record {conversation, record}`, `typing {conversation}`,
 * `hours {open, forced}`, `beat` (acknowledge it at once: who once did and then does not is gone). Inbox → desk: `typing {conversation}`, `read {conversation, seq}`.
 */
import type { Fact, Id, LogRecord, Order, Packet, Wait } from '@shopbell/core'

export interface Me {
  readonly agent: Id
  readonly name: string
  readonly site: string
  readonly passwordRequired: boolean
  /** The shop's money, an ISO 4217 code. */
  readonly currency: string
}

export type RowStatus = 'queued' | 'live' | 'ticket' | 'closed'

/** Another agent who is at the desk now. */
export interface Colleague {
  readonly agent: Id
  readonly name: string
}

/** A line of a queue. */
export interface Row {
  readonly id: Id
  readonly status: RowStatus
  /** The shopper's name or e-mail as typed, or `Shopper`. */
  readonly who: string
  readonly reason: string
  readonly summary: string
  readonly priority: 'normal' | 'high' | 'urgent'
  readonly opened: number
  /** The last thing the shopper said, and when. */
  readonly last: { readonly at: number; readonly text: string; readonly by: string } | null
  readonly agent: string | null
  /** The ticket's name where the shopper was promised an answer; it stays when the two meet in the chat. */
  readonly ticket: string | null
  readonly due: number | null
  /** By when the shopper was told that somebody would come or write, while nobody has. In the past: a broken promise. */
  readonly promised: number | null
  /** When a person has answered last, since the last promise; `null` while nobody has. */
  readonly answered: number | null
  readonly unread: number
}

/** An internal note. It lives outside the log and never reaches a shopper. */
export interface Note {
  readonly id: Id
  readonly at: number
  readonly agent: string
  readonly text: string
}

/** One conversation as the inbox draws it. */
export interface Detail extends Row {
  /** As the shopper's browser told it: shown as such, never as fact. */
  readonly packet: Packet
  readonly records: readonly LogRecord[]
  readonly notes: readonly Note[]
  /** The desk's own finding: the order fetched again by number and e-mail, and what differs from what the shopper saw. */
  readonly order: { readonly found: Order | null; readonly differs: readonly string[] }
  /** Facts that the desk itself vouches for. */
  readonly verified: Readonly<Record<string, Fact>>
  readonly wait: Wait | null
  /** Where the last answer goes by mail, or has gone, if it does. */
  readonly mailed: string | null
  readonly rating: number | null
}

/** An article by how it failed, in the last 30 days. */
export interface Insight {
  readonly article: Id
  readonly title: string
  /** How often it was opened. */
  readonly shown: number
  readonly helped: number
  readonly notHelped: number
  /** How many had read it, were not helped, and called a person. */
  readonly toPerson: number
  readonly missing: readonly { readonly at: number; readonly text: string }[]
}

/** What was searched for and not found, without numbers and addresses. */
export interface EmptySearch {
  readonly words: string
  readonly count: number
}
