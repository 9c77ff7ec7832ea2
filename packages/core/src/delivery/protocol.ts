import type { By, Content, Id } from '../conversation/entry.js'
import type { Packet } from '../handoff/packet.js'

/**
 * The version of the protocol between a chat and a desk. A desk that meets another one answers `upgrade`.
 */
export const PROTOCOL = 1

/** What the shopper's side can ask of the desk. */
export type Op =
  | {
      readonly op: 'open'
      readonly want: 'live' | 'ticket'
      readonly packet: Packet
    }
  | { readonly op: 'message'; readonly content: Content }
  | { readonly op: 'defer' }
  | { readonly op: 'close' }
  | { readonly op: 'rate'; readonly score: number }
  /** The shopper discarded command `skips` before it was accepted; its number is used up. */
  | { readonly op: 'skip'; readonly skips: Id }

/**
 * What waits in the outbox. `cmid` is made once at the shopper's intent and never changes on a retry; `conversation` is the
 * cmid of the `open` that it belongs to, so it can queue behind it; `n` counts 1, 2, 3 … per outbox.
 */
export type Command = Op & {
  readonly cmid: Id
  readonly conversation: Id
  readonly outbox: Id
  readonly n: number
  readonly at: number
}

/** What a record of the log says. */
export type LogFact =
  | Content
  | {
      readonly kind: 'opened'
      readonly want: 'live' | 'ticket'
      readonly packet: Packet
    }
  | { readonly kind: 'claimed'; readonly agent: string }
  | { readonly kind: 'released' }
  | {
      readonly kind: 'deferred'
      readonly ticket: string
      readonly due: number | null
    }
  | { readonly kind: 'closed'; readonly resolved: boolean }
  | { readonly kind: 'rated'; readonly score: number }
  | { readonly kind: 'erased'; readonly seq: number }

/** A line of the desk's log. `seq` is 1, 2, 3 … per conversation, given in the commit; it is the only ordering. */
export interface LogRecord {
  readonly seq: number
  readonly cmid?: Id
  readonly at: number
  readonly by: By
  readonly name?: string
  readonly fact: LogFact
}

/**
 * The last contiguous record that a replica has applied. `epoch` names the incarnation of the log. A replica that has nothing of a
 * conversation yet says `seq` 0 and an epoch that no log has; a cursor of another epoch gets the log from its start.
 */
export interface Cursor {
  readonly conversation: Id
  readonly epoch: Id
  readonly seq: number
}

/** The desk's answer to a command. Only `committed` means that it is in the database. */
export type Verdict =
  | {
      readonly t: 'committed'
      readonly cmid: Id
      readonly conversation: Id
      readonly seq: number
      readonly at: number
      readonly dup: boolean
    }
  | { readonly t: 'rejected'; readonly cmid: Id; readonly code: RejectCode }
  | {
      readonly t: 'retry'
      readonly code: 'rate_limited' | 'unavailable' | 'timeout' | 'gap'
      readonly after?: number
      readonly expectedN?: number
    }
  | { readonly t: 'auth'; readonly code: 'expired' | 'revoked' | 'required' }

export type RejectCode = 'too_long' | 'closed' | 'forbidden' | 'blocked' | 'invalid' | 'conflict' | 'stale'

/**
 * Who sends. `secret` is 256 random bits made in the shopper's browser together with `owner`; the desk stores its hash when it
 * first meets the owner and asks for it ever after. It travels in a header or the handshake, never in an address.
 */
export interface Sender {
  readonly site: string
  readonly owner: Id
  readonly secret: string
  readonly outbox: Id
}

/** The first thing said on a wire. */
export interface Hello {
  readonly v: typeof PROTOCOL
  readonly sender: Sender
  readonly tab: Id
  readonly cursors: readonly Cursor[]
  readonly pending: readonly { readonly cmid: Id; readonly n: number }[]
}

/** The desk's answer to hello: verdicts on what was pending, the records that were missed, and what number comes next. */
export interface Welcome {
  readonly t: 'welcome'
  readonly verdicts: readonly Verdict[]
  readonly pages: readonly Page[]
  readonly expectedN: number
  readonly now: number
}

/**
 * The desk will not talk to this sender now. `after` is milliseconds to wait, where waiting helps. `why` an `auth` is one: `required` and
 * `revoked` say that this secret opens nothing and never will again; without it, or `expired`, it may be let in later.
 */
export interface Refused {
  readonly t: 'refused'
  readonly code: 'origin' | 'auth' | 'upgrade' | 'busy' | 'invalid' | 'unavailable'
  readonly why?: Extract<Verdict, { t: 'auth' }>['code']
  readonly after?: number
}

/** A run of records, `head` being the highest `seq` that the log has. `reset`: throw away what you have of it. */
export interface Page {
  readonly conversation: Id
  readonly epoch: Id
  readonly records: readonly LogRecord[]
  readonly head: number
  readonly reset?: boolean
}

/** Not part of the log: unnumbered, droppable. `wait` is seconds, `basis` what it is reckoned from. */
export type Hint =
  | {
      readonly type: 'typing'
      readonly conversation: Id
      readonly by: By
      readonly name?: string
    }
  | {
      readonly type: 'queue'
      readonly conversation: Id
      readonly position: number
      readonly wait: Wait | null
    }
  | {
      readonly type: 'read'
      readonly conversation: Id
      readonly by: By
      readonly seq: number
    }

/** An expected wait in seconds, and the honest source of the number. */
export interface Wait {
  readonly seconds: number
  readonly basis: 'last-hour' | 'today' | 'shop'
}

/** What the desk sends unasked. */
export type Frame =
  | {
      readonly t: 'record'
      readonly conversation: Id
      readonly epoch: Id
      readonly record: LogRecord
    }
  | {
      readonly t: 'head'
      readonly conversation: Id
      readonly epoch: Id
      readonly seq: number
    }
  | { readonly t: 'hint'; readonly hint: Hint }
  | { readonly t: 'going-away'; readonly after: number }
  /** Made by the wire itself: it is gone. */
  | { readonly t: 'down' }
