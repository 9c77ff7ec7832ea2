import { existsSync, mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { lockFolder } from './lock-folder.js'

/** Runs one SQL statement. Values are `$1`, `$2` …; the rows come back as plain objects. */
export interface Queries {
  query<Row = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<readonly Row[]>
  /** Several statements without values, as a migration has them. */
  script(sql: string): Promise<void>
}

/**
 * One interface, two engines: PGlite in the process, or any PostgreSQL. Inside `transaction` use only the queries that `work` is
 * given: PGlite has one connection, and waiting for another would wait for ever.
 */
export interface Database extends Queries {
  readonly engine: 'pglite' | 'postgres'
  transaction<Result>(work: (queries: Queries) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

/** Where the data is: a PostgreSQL address, else a folder; `memory` forgets everything with the process. */
export interface DatabaseOptions {
  readonly databaseUrl?: string | undefined
  readonly dataDir?: string | undefined
  /** A file of PGlite's `dumpDataDir` that a new PGlite begins as: making one from nothing takes several times as long. */
  readonly blank?: string | undefined
  /** How long nothing may be heard of a PostgreSQL server that was asked, in milliseconds. Defaults to 20 s, more than it takes over any statement. */
  readonly patience?: number
}

/** A transaction in which nothing is asked for so long is ended by the server: its process is gone, and its rows are waited for. */
const IDLE_IN_TRANSACTION = 30_000
/** How long a goodbye may take, in milliseconds. */
const GOODBYE = 2_000

/** Opens the database that the options name. */
export function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.databaseUrl
    ? openPostgres(options.databaseUrl, options.patience)
    : openPglite(options.dataDir ?? '.shopbell-data', options.blank)
}

async function openPostgres(url: string, patience = 20_000): Promise<Database> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 15_000,
    // The server's own limit is of no use where the way to it has fallen silent, as with a machine that is gone: nobody says so.
    query_timeout: patience,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION,
    keepAlive: true,
  })
  // A connection that breaks is replaced by the pool, and whoever was using it is told by the next query. But the driver says it as an
  // event too, of the pool while the connection is idle, of the connection itself while a transaction has it; an `error` event that
  // nobody listens to ends the process.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const queriesOf = (client: Pick<typeof pool, 'query'>): Queries => ({
    query: async <Row>(sql: string, values: readonly unknown[] = []) => (await client.query(sql, [...values])).rows as Row[],
    script: async (sql) => void (await client.query(sql)),
  })
  return {
    engine: 'postgres',
    ...queriesOf(pool),
    async transaction(work) {
      const client = await pool.connect()
      let broken = false
      try {
        await client.query('begin')
        const result = await work(queriesOf(client as unknown as Pick<typeof pool, 'query'>))
        await client.query('commit')
        return result
      } catch (error) {
        const rollback = { text: 'rollback', query_timeout: Math.min(GOODBYE, patience) }
        await client.query(rollback).catch(() => {
          broken = true
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    close: () => Promise.race([pool.end(), pause(GOODBYE, undefined, { ref: false })]),
  }
}

async function openPglite(folder: string, blank?: string): Promise<Database> {
  const { PGlite } = await import('@electric-sql/pglite')
  const inMemory = folder === 'memory'
  if (!inMemory) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const unlock = inMemory ? () => undefined : lockFolder(folder)
  try {
    const dataDir = inMemory ? undefined : join(folder, 'pglite')
    const isNew = dataDir === undefined || !existsSync(dataDir)
    const lite = await PGlite.create({
      ...(dataDir !== undefined && { dataDir }),
      ...(blank && isNew && { loadDataDir: new Blob([await readFile(blank)]) }),
    })
    type Source = Pick<typeof lite, 'query' | 'exec'>
    const queriesOf = (source: Source): Queries => ({
      query: async <Row>(sql: string, values: readonly unknown[] = []) => (await source.query<Row>(sql, [...values])).rows,
      script: async (sql) => void (await source.exec(sql)),
    })
    return {
      engine: 'pglite',
      ...queriesOf(lite),
      transaction: (work) => lite.transaction((transaction) => work(queriesOf(transaction))),
      async close() {
        await lite.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}
