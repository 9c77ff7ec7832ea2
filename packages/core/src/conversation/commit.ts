import type { Command, Cursor, LogRecord, RejectCode, Sender } from '../delivery/protocol.js'
import type { Promised } from '../handoff/promise.js'
import type { Entry, Id } from './entry.js'
import type { State } from './state.js'

/**
 * A command in the outbox. `seq` is where the desk committed it, 0 where only that it did is known; it stays until the applied log has
 * come that far.
 */
export type Waiting = Command & { readonly seq?: number }

/** A command that the desk refused for good, and why; `full` where it did not even get into the outbox. */
export type Failed = Command & { readonly code?: RejectCode | 'full' }

/**
 * All that a conversation is, written in one transaction per event. `entries` are the lines of this owner's story; `records`
 * the tail of the desk's log, `cursor` what of it is contiguous; `commands` wait for the desk.
 */
export interface Commit {
  readonly v: 1
  readonly rev: number
  readonly owner: Id
  readonly secret: string
  /** Who the shopper is to the desk by now, where the session that they had there has ended. */
  readonly sender?: Pick<Sender, 'owner' | 'secret'>
  readonly outbox: Id
  /** The number that the next command gets. */
  readonly n: number
  readonly state: State
  readonly entries: readonly Entry[]
  readonly commands: readonly Waiting[]
  /** Commands that the desk refused for good: shown as failed, with retry and discard. */
  readonly failed: readonly Failed[]
  readonly cursor: Cursor | null
  readonly records: readonly LogRecord[]
  /** Times that the shopper was told, and whether it was said that they were not kept. The last few, of any conversation. */
  readonly promises?: readonly Promised[]
  /** The highest seq that the shopper has seen. */
  readonly seen: number
}

/** Where commits are kept. It never throws; it says how durable it is. */
export interface Store {
  read(): Promise<Commit | null>
  /**
   * Writes if the stored rev is the one before `next.rev`; else `lost`, and the caller reads again. `found`, where that is only because
   * it did not look before: what it holds has been there all the while, and is no news of somebody who has left.
   *
   * @param after whose commit is the one before, where it takes the place of another shopper's. So nobody finds nothing in between.
   */
  commit(next: Commit, after?: string): Promise<'done' | 'lost' | 'found'>
  /** Takes everything away. */
  erase(): Promise<void>
  /** Lets go of what it holds open: the chat has gone. */
  close?(): void
  readonly level: 'durable' | 'memory'
}
