import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const desk = new URL('../examples/desk/', import.meta.url)
// The one that the desk uses.
const { PGlite } = createRequire(new URL('package.json', desk))('@electric-sql/pglite')

/**
 * Writes a database that desks can begin as, by SHOPBELL_BLANK_DATABASE: tests start dozens, and each would make its own. It has the tables of
 * the built desk and no rows.
 */
export async function writeBlankDatabase(file) {
  const { migrate } = await import(new URL('dist/server/database/schema.js', desk).href)
  const database = await PGlite.create()
  await migrate({ ...queriesOf(database), transaction: (work) => database.transaction((inside) => work(queriesOf(inside))) })
  const dump = await database.dumpDataDir('none')
  await database.close()
  await writeFile(file, Buffer.from(await dump.arrayBuffer()))
}

const queriesOf = (source) => ({
  query: async (sql, values = []) => (await source.query(sql, [...values])).rows,
  script: async (sql) => void (await source.exec(sql)),
})
