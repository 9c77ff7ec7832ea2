import type { Database } from './database.js'
import { MIGRATIONS } from './schema.js'

/** Empties the database, brings it up to where the first script that has `words` in it comes next, and gives it a site. */
export async function migratedUntil(database: Database, words: string): Promise<void> {
  const before = MIGRATIONS.slice(
    0,
    MIGRATIONS.findIndex((script) => script.includes(words)),
  )
  // What tests begin as has all tables already.
  await database.script('drop schema public cascade; create schema public')
  await database.script('create table migrations (version integer primary key)')
  for (const [index, script] of before.entries()) {
    await database.script(script)
    await database.query('insert into migrations (version) values ($1)', [index + 1])
  }
  await database.query(`insert into sites (site_id, name, origins) values ('tea', 'Tea', '[]')`)
}
