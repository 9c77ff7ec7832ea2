import { type DeskTables, noTables } from '../../desk/desk-rules.js'
import type { Chance } from './chance.js'
import { type Clock, createLife, type Life } from './clock.js'
import type { Weather } from './faults.js'

/** What a transaction makes of the tables, and what it tells whoever ran it. */
export interface Change<Result> {
  readonly tables: DeskTables
  readonly result: Result
}

/** A database: transactions are atomic, one after the other, and what is committed outlives every process. */
export interface Database {
  /** What is committed. */
  tables(): DeskTables
  /**
   * Runs a transaction for a process. `null`: the process is told that it failed; after a timeout it may have been committed all
   * the same. A process that ends meanwhile hears nothing.
   */
  transact<Result>(process: Life, what: string, work: (tables: DeskTables) => Change<Result>): Promise<Result | null>
  /** Reads what is committed at the moment of reading. */
  read<Result>(process: Life, what: string, look: (tables: DeskTables) => Result): Promise<Result | null>
  backup(): void
  /** Goes back to the last backup; the logs get another epoch. */
  restore(epoch: string): void
}

/** What a database is made of. `committed` hears of each commit, in the moment of it. */
export interface DatabaseParts {
  readonly clock: Clock
  readonly chance: Chance
  readonly weather: Weather
  committed(before: DeskTables, after: DeskTables): void
}

/** An empty database. */
export function createDatabase({ clock, chance, weather, committed }: DatabaseParts): Database {
  const life = createLife('database')
  let tables = noTables(chance.id())
  let kept = tables
  const moment = () => chance.between(0.2, 4)

  return {
    tables: () => tables,
    transact: (process, what, work) =>
      new Promise((resolve) => {
        const answer = <Result>(result: Result, then: (result: Result) => void) =>
          clock.at(moment(), `hears of ${what}`, process, () => then(result))
        clock.at(moment(), `begins ${what}`, process, () => {
          if (weather.strikes('deadlock')) return void answer(null, resolve)
          clock.at(moment(), `commits ${what}`, life, () => {
            const fails = weather.strikes('timeout')
            if (fails && chance.happens(0.5)) return void answer(null, resolve)
            const before = tables
            const change = work(before)
            tables = change.tables
            if (tables !== before) committed(before, tables)
            answer(fails ? null : change.result, resolve)
          })
        })
      }),
    read: (process, what, look) =>
      new Promise((resolve) => {
        clock.at(moment(), `reads ${what}`, process, () => {
          resolve(weather.strikes('deadlock') || weather.strikes('timeout') ? null : look(tables))
        })
      }),
    backup() {
      kept = tables
    },
    restore(epoch) {
      const before = tables
      tables = { ...kept, epoch }
      committed(before, tables)
    },
  }
}
