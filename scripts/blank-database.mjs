import { writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

// The one that the desk uses.
const { PGlite } = createRequire(new URL('../examples/desk/package.json', import.meta.url))('@electric-sql/pglite')

/** Writes an empty database that desks can begin as, by SHOPBELL_BLANK_DATABASE: tests start dozens, and each would make its own. */
export async function writeBlankDatabase(file) {
  const database = await PGlite.create()
  const dump = await database.dumpDataDir('none')
  await database.close()
  await writeFile(file, Buffer.from(await dump.arrayBuffer()))
}
