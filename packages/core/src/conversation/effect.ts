import type { Op } from '../delivery/protocol.js'
import type { Facts } from '../facts/facts.js'
import type { Id } from './entry.js'

/** What the machine wants done. Only `chat.ts` does it. */
export type Effect =
  /** Ask the adapter; the answer comes back as `call.done` or `call.failed` with the same id. `timeout` is milliseconds. */
  | {
      readonly do: 'call'
      readonly call: Id
      readonly name: string
      readonly input: Readonly<Record<string, string>>
      readonly timeout: number
    }
  | { readonly do: 'abort'; readonly call: Id }
  /** Look up who is there; comes back as `availability.changed`. */
  | { readonly do: 'look-who-is-there' }
  /** Tell the shop whether an article helped. Fire and forget. */
  | { readonly do: 'rate-article'; readonly article: Id; readonly helped: boolean; readonly missing?: string }
  /** Keep answers to sensitive fields in the page's memory, for the packet; nothing else may hold them. */
  | { readonly do: 'remember'; readonly facts: Facts }
  /** Seal the story into a packet and put `open` into the outbox. */
  | { readonly do: 'open'; readonly want: 'live' | 'ticket' }
  /** Put a command into the outbox. */
  | { readonly do: 'send'; readonly op: Exclude<Op, { op: 'open' }> }
