import type { Metrics } from '../metrics.js'
import type { Database } from './database.js'

/** A database that counts what goes through it, and knows when nothing does. */
export interface WatchedDatabase extends Database {
  /** Transactions that are running. */
  readonly running: number
  /** Resolves once no transaction runs, or after `patience` milliseconds. Answers whether none does. */
  idle(patience: number): Promise<boolean>
}

export function watchDatabase(database: Database, metrics: Metrics): WatchedDatabase {
  let running = 0
  let onIdle: () => void = () => undefined
  const timed = async <Result>(work: Promise<Result>): Promise<Result> => {
    const began = performance.now()
    try {
      return await work
    } finally {
      metrics.took(performance.now() - began)
    }
  }
  return {
    engine: database.engine,
    query: (sql, values) => timed(database.query(sql, values)),
    script: (sql) => database.script(sql),
    async transaction(work) {
      running += 1
      try {
        const result = await timed(database.transaction(work))
        metrics.count('commits')
        return result
      } catch (error) {
        metrics.count('rollbacks')
        throw error
      } finally {
        running -= 1
        if (running === 0) onIdle()
      }
    },
    close: () => database.close(),
    get running() {
      return running
    },
    async idle(patience) {
      if (running === 0) return true
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, patience)
        onIdle = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      return running === 0
    },
  }
}
