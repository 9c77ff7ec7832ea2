import type { Entry, Id } from '../conversation/entry.js'
import type { Tried } from '../conversation/state.js'
import type { Facts } from '../facts/facts.js'
import type { Order } from '../facts/order.js'
import type { Reason } from './reason.js'

/** A picture that goes along. The desk has it under this name. */
export interface Attachment {
  readonly upload: Id
  readonly name: string
}

/** The product that the page is about, as the page told it by the facts `product`, `productId` and `productUrl`. */
export interface PacketProduct {
  readonly title: string
  readonly id?: string
  readonly url?: string
}

/** The cart, as the page told it by the facts `cart` (its worth), `currency` and `cartItems`. */
export interface PacketCart {
  readonly worth: string
  readonly currency?: string
  readonly items?: string
}

/**
 * Who it is, as the page told it by the facts `customerId` and `customerProof`, and as the shopper typed it. `proof` is opaque here:
 * the shop's server made it, and only the desk can say what it is worth.
 */
export interface PacketCustomer {
  readonly id?: string
  readonly name?: string
  readonly email?: string
  readonly proof?: string
}

/** When things happened, in milliseconds since 1970 by the shopper's clock. */
export interface PacketTimings {
  /** The first line of the story. */
  readonly began: number
  /** The packet was sealed. */
  readonly sealed: number
  /** By when the shopper was told that a person would be there, if they were told a time. */
  readonly promised?: number
}

/**
 * What a person gets, version 1: everything the shopper said, was asked and was shown. It is written in the shopper's browser,
 * so a desk trusts it as far as the shopper: bot lines are *what the shopper's browser showed*, and nothing in it is verified
 * until the desk has found it out itself. `packet-schema.ts` is the same as a schema, published as `handoff.schema.json`.
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
  /** How many lines of the story were left out to stay below 48 kB. The newest are there. */
  readonly omitted: number
  /** How many long values were shortened, or left out, for the same reason. */
  readonly shortened: number
  /** The shopper's pictures, those of lines that were left out included. */
  readonly attachments: readonly Attachment[]
  readonly product: PacketProduct | null
  readonly cart: PacketCart | null
  readonly customer: PacketCustomer
  /** How many card numbers and the like were hidden before anything left the browser. */
  readonly redactions: number
  /** The page the shopper was on, without query and fragment. */
  readonly page: string | null
  readonly locale: string
  /** IANA time zone of the shopper. */
  readonly zone: string
  readonly opened: number
  readonly timings: PacketTimings
  /** `id@version` of the flow. */
  readonly flow: string
}
