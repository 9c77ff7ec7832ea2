import type { Hours } from '@shopbell/core'
import type { Allowance } from './allowance.js'
import type { Database } from './database/database.js'
import type { News } from './log/news.js'
import type { Metrics } from './metrics.js'
import type { Presence } from './presence.js'
import type { Bus } from './processes/bus.js'
import type { Sites } from './sites.js'
import type { TokenBuckets } from './token-buckets.js'

/** What the rooms of the desk share. One per running desk; handed in, so that tests can bring their own clock. */
export interface DeskParts {
  readonly database: Database
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** When the shop's people are there. */
  readonly hours: Hours
  /** The shop's money, an ISO 4217 code. */
  readonly currency: string
  readonly news: News
  /** The other processes of this desk. */
  readonly bus: Bus
  readonly metrics: Metrics
  /** Whether answers to tickets go out by mail: there is a server for them, or the demo's letter box. */
  readonly sendsMail: boolean
  /** Aborted when the desk is about to stop: what has begun is finished, and nothing else begins. */
  readonly closing: AbortSignal
  readonly presence: Presence
  readonly sites: Sites
  /** New messages per shopper. */
  readonly messages: TokenBuckets
  /** Hints and other droppable frames per socket. */
  readonly hints: TokenBuckets
  /** What one socket, and one network, can make the desk do. */
  readonly allowance: Allowance
}
