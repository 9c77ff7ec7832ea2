import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './root.js'

/** A record of the desk's log, as the database has it. */
export interface Row {
  readonly owner: string
  readonly conversation: string
  readonly seq: number
  readonly last_seq: number
  readonly status: string
  readonly author: string
  readonly cmid: string | null
  readonly fact: { readonly kind: string; readonly text?: string }
}

/** A database of its own for one desk, read past the desk. */
export interface ChaosDatabase {
  readonly engine: 'pglite' | 'postgres'
  /** What the desk is started with. */
  readonly environment: Readonly<Record<string, string>>
  /** Every record, the shopper's conversations in the order in which they began. On PGlite no desk may be running. */
  rows(): Promise<readonly Row[]>
  drop(): Promise<void>
}

const EVERYTHING = `
  select c.owner, c.conversation, r.seq, c.last_seq, c.status, r.author, r.cmid, r.fact
  from records r join conversations c using (site_id, conversation)
  order by c.owner, c.opened, c.conversation, r.seq`

type Open = typeof import('../../examples/desk/src/server/database/database.js').openDatabase

/** The desk's own way to its database: it knows where the drivers are. */
async function open(options: Parameters<Open>[0]) {
  const address = pathToFileURL(join(root, 'examples/desk/dist/server/database/database.js')).href
  const { openDatabase } = (await import(/* @vite-ignore */ address)) as { openDatabase: Open }
  return openDatabase(options)
}

async function readRows(options: Parameters<Open>[0]): Promise<readonly Row[]> {
  const database = await open(options)
  try {
    const rows = await database.query<Omit<Row, 'fact'> & { fact: string }>(EVERYTHING)
    return rows.map((row) => ({ ...row, fact: JSON.parse(row.fact) as Row['fact'] }))
  } finally {
    await database.close()
  }
}

/** A fresh folder for the embedded database. */
export function createPglite(): ChaosDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-chaos-'))
  return {
    engine: 'pglite',
    environment: { SHOPBELL_DATA: folder },
    rows: () => readRows({ dataDir: folder }),
    drop: async () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A fresh database at the PostgreSQL server of `url`. */
export async function createPostgres(url: string): Promise<ChaosDatabase> {
  const name = `shopbell_chaos_${randomBytes(6).toString('hex')}`
  const run = async (statement: string) => {
    const admin = await open({ databaseUrl: url })
    await admin.query(statement).finally(() => admin.close())
  }
  await run(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    engine: 'postgres',
    environment: { DATABASE_URL: own.href },
    rows: () => readRows({ databaseUrl: own.href }),
    drop: () => run(`drop database ${name} with (force)`),
  }
}
