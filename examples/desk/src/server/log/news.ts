import type { Id, LogRecord } from '@shopbell/core'
import { crashPoint } from '../crash-points.js'
import type { Queries } from '../database/database.js'
import type { Bus } from '../processes/bus.js'
import { readRecords } from './read-log.js'

/** What a commit touched: the conversation, and after which seq its new records start. */
export interface Change {
  readonly site: string
  readonly owner: Id
  readonly conversation: Id
  readonly epoch: Id
  readonly after: number
}

/** Somebody who wants to hear of commits. */
export interface Listener {
  /** Whether this process has anybody to tell; the records are read only then. */
  cares(change: Change): boolean
  /** Told after a commit, with the records as the database has them. */
  told(change: Change, records: readonly LogRecord[]): void
}

/** Tells everybody what was committed, and nothing else: the sockets of this process at once, other processes by a word to look. */
export interface News {
  /** Call after COMMIT. What is told is read from the committed log, so a crash in between loses nothing that a reader cannot page. */
  committed(change: Change): void
  /** Another process has committed. */
  committedElsewhere(change: Change, moved: boolean): void
  listen(listener: Listener): () => void
  /** Told when a site's queue is another one, whoever changed it. */
  onMoved(listener: (site: string) => void): () => void
  /** Resolves when everything committed so far has been told. */
  settled(): Promise<void>
}

const MOVES: ReadonlySet<LogRecord['fact']['kind']> = new Set(['opened', 'claimed', 'released', 'deferred', 'closed'])

/** What still has to be told of one conversation. */
interface Lane {
  change: Change
  isOurs: boolean
  again: boolean
  done: Promise<void>
}

export function createNews(database: Queries, bus: Pick<Bus, 'say'>): News {
  const listeners = new Set<Listener>()
  const movedListeners = new Set<(site: string) => void>()
  // One reading per conversation at a time: its records leave in their order, and a busy one is read once for many commits.
  const lanes = new Map<string, Lane>()

  const moved = (site: string) => {
    for (const listener of movedListeners) listener(site)
  }

  const tell = (change: Change, isOurs: boolean) => {
    const key = `${change.site}/${change.conversation}`
    const lane = lanes.get(key)
    if (lane) {
      lane.change = lane.again ? { ...change, after: Math.min(change.after, lane.change.after) } : change
      lane.isOurs = isOurs || (lane.again && lane.isOurs)
      lane.again = true
      return
    }
    const fresh: Lane = { change, isOurs, again: true, done: Promise.resolve() }
    lanes.set(key, fresh)
    fresh.done = run(key, fresh)
  }

  const run = async (key: string, lane: Lane): Promise<void> => {
    let told = 0
    while (lane.again) {
      const { change, isOurs } = lane
      lane.again = false
      const caring = [...listeners].filter((listener) => listener.cares(change))
      if (caring.length === 0 && !isOurs) continue
      try {
        const after = Math.max(change.after, told)
        const records = await readRecords(database, { site_id: change.site, conversation: change.conversation }, after)
        told = Math.max(after, records.at(-1)?.seq ?? 0)
        crashPoint('before-broadcast')
        const moves = records.some(({ fact }) => MOVES.has(fact.kind))
        if (isOurs) bus.say({ t: 'committed', change, moved: moves })
        for (const listener of caring) listener.told(change, records)
        if (isOurs && moves) moved(change.site)
        crashPoint('after-broadcast')
      } catch {
        // A reader that misses this is brought up to date by the next `head`; so are the others' readers.
        if (isOurs) bus.say({ t: 'committed', change, moved: true })
      }
    }
    lanes.delete(key)
  }

  return {
    committed: (change) => tell(change, true),
    committedElsewhere(change, hasMoved) {
      tell(change, false)
      if (hasMoved) moved(change.site)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onMoved(listener) {
      movedListeners.add(listener)
      return () => movedListeners.delete(listener)
    },
    async settled() {
      while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ done }) => done))
    },
  }
}
