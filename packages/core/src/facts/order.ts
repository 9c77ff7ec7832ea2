/** A stage of a parcel's journey, in order. */
export type Stage = 'ordered' | 'packed' | 'shipped' | 'delivered'

/** The stages of a journey, first to last. */
export const STAGES: readonly Stage[] = ['ordered', 'packed', 'shipped', 'delivered']

/** One parcel of an order. Dates are milliseconds since 1970; `reached` holds the stages that are behind it. */
export interface Parcel {
  readonly reached: { readonly [stage in Stage]?: number }
  /** When the carrier last saw it. Without it nothing is said of scans. */
  readonly lastScan?: number
  /** The day it was promised for, as `YYYY-MM-DD` in the destination's calendar. Without it no parcel is late. */
  readonly promised?: string
  /** The carrier or the shop has given it up. */
  readonly lost?: boolean
}

/** What an order number and an e-mail address may show: states, dates and the destination's city. No names, no streets, no prices. */
export interface Order {
  readonly number: string
  readonly placed: number
  readonly city?: string
  readonly parcels: readonly Parcel[]
  readonly cancelled?: number
  readonly returned?: number
  /** When the money of a cancelled or returned order was sent back. */
  readonly refunded?: number
}

/** What an honest clerk would say the matter is. */
export type Situation = 'preparing' | 'on-time' | 'late' | 'stuck' | 'lost' | 'partly' | 'delivered' | 'cancelled' | 'returned'
