import { afterAll, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from './database.js'
import { type OwnPostgres, openPostgres } from './own-postgres.test.support.js'

const postgres: OwnPostgres | null = await openPostgres()
afterAll(() => postgres?.stop())

it.skipIf(!postgres)('a connection that is cut while a transaction has it fails that one, and nothing else', async () => {
  const database = await openDatabase({ databaseUrl: postgres?.url })
  onTestFinished(() => database.close())
  const cut = database.transaction(async (queries) => {
    const [mine] = await queries.query<{ pid: number }>('select pg_backend_pid() as pid')
    // With no query under way there is nobody to tell but the process itself, which ends of it where nobody listens.
    await database.query('select pg_terminate_backend($1)', [mine?.pid])
    while ((await database.query('select 1 from pg_stat_activity where pid = $1', [mine?.pid])).length > 0);
    await new Promise((resolve) => setImmediate(resolve))
    return queries.query('select 1')
  })
  await expect(cut).rejects.toThrow()
  expect(await database.transaction((queries) => queries.query('select 1 as one'))).toEqual([{ one: 1 }])
})
