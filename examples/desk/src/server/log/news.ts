import type { Id, LogRecord } from '@shopbell/core'
import { crashPoint } from '../crash-points.js'
import type { Queries } from '../database/database.js'
import { readRecords } from './read-log.js'

/** What a commit touched: the conversation, and after which seq its new records start. */
export interface Change {
  readonly site: string
  readonly owner: Id
  readonly conversation: Id
  readonly epoch: Id
  readonly after: number
}

/** Told after a commit, with the records as the database has them. */
export type Listener = (change: Change, records: readonly LogRecord[]) => void

/** Tells everybody what was committed, and nothing else. */
export interface News {
  /** Call after COMMIT. What is told is read from the committed log, so a crash in between loses nothing that a reader cannot page. */
  committed(change: Change): void
  listen(listener: Listener): () => void
  /** Resolves when everything committed so far has been told. */
  settled(): Promise<void>
}

export function createNews(database: Queries): News {
  const listeners = new Set<Listener>()
  // One after the other: records of a conversation leave in their order.
  let telling: Promise<void> = Promise.resolve()
  return {
    committed(change) {
      telling = telling
        .then(async () => {
          const records = await readRecords(database, { site_id: change.site, conversation: change.conversation }, change.after)
          crashPoint('before-broadcast')
          for (const listener of listeners) listener(change, records)
          crashPoint('after-broadcast')
        })
        // A reader that misses this is brought up to date by the next `head`.
        .catch(() => undefined)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    settled: () => telling,
  }
}
