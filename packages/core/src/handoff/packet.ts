import type { Entry, Id } from '../conversation/entry.js'
import type { Tried } from '../conversation/state.js'
import type { Facts } from '../facts/facts.js'
import type { Order } from '../facts/order.js'
import type { Reason } from './reason.js'

/**
 * What a person gets, version 1: everything the shopper said, was asked and was shown. It is written in the shopper's browser,
 * so a desk trusts it as far as the shopper: bot lines are *what the shopper's browser showed*, and nothing in it is verified
 * until the desk has found it out itself.
 */
export interface Packet {
  readonly schema: 'shopbell.handoff/1'
  readonly conversation: Id
  readonly reason: Reason
  /** What the bot thinks; the desk decides. */
  readonly priority: 'normal' | 'high' | 'urgent'
  readonly team: string | null
  /** At most 200 characters, shown to the shopper, who may have edited it. */
  readonly summary: string
  readonly facts: Facts
  readonly order: Order | null
  readonly tried: readonly Tried[]
  readonly story: readonly Entry[]
  /** How many lines of the story were left out to stay below 48 kB. */
  readonly omitted: number
  /** How many card numbers and the like were hidden before anything left the browser, if any. */
  readonly redactions?: number
  /** The page the shopper was on, without query and fragment. */
  readonly page: string | null
  readonly locale: string
  /** IANA time zone of the shopper. */
  readonly zone: string
  readonly opened: number
  readonly flow: string
}
