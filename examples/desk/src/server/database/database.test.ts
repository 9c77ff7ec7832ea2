import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from './database.js'
import { type OwnPostgres, openPostgres } from './own-postgres.test.support.js'
import { openSilentWay } from './silent-way.test.support.js'

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

it.skipIf(!postgres)('a server of which nothing is heard any more fails what was asked in time, and is asked anew', async () => {
  const way = await openSilentWay(postgres?.url ?? '')
  onTestFinished(() => way.close())
  const database = await openDatabase({ databaseUrl: way.url, patience: 1_000 })
  onTestFinished(() => database.close())
  await Promise.all(Array.from({ length: 5 }, () => database.query('select 1')))
  let calls: Promise<readonly PromiseSettledResult<unknown>[]> = Promise.resolve([])
  const inside = database.transaction(async (queries) => {
    await queries.query('select 1')
    way.fallSilent()
    calls = Promise.allSettled(Array.from({ length: 20 }, () => database.query('select 1')))
    await queries.query('select 1')
  })
  await expect(inside).rejects.toThrow()
  // Those that were given a connection from before.
  expect((await calls).filter(({ status }) => status === 'rejected')).toHaveLength(4)
  expect(await database.transaction((queries) => queries.query('select 1 as one'))).toEqual([{ one: 1 }])
})

it.skipIf(!postgres)('a transaction that nobody goes on with lets go of its rows', async () => {
  const database = await openDatabase({ databaseUrl: postgres?.url })
  onTestFinished(() => database.close())
  const [is] = await database.query(`select current_setting('idle_in_transaction_session_timeout') as after`)
  expect(is).toEqual({ after: '30s' })
})

it('begins a connection with what PgBouncer knows, and what docs/desk.md says that it must be told to let pass', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const database = await openDatabase({ databaseUrl: `postgres://desk:secret@127.0.0.1:${port}/desk` })
  onTestFinished(() => database.close())
  const asked = expect(database.query('select 1')).rejects.toThrow()
  const [socket] = (await once(server, 'connection')) as [Socket]
  const [first] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  await asked
  // After its length and the protocol's version: names and values, each with a zero behind it.
  const words = first.toString('latin1', 8).split('\0')
  const names = words.filter((name, index) => index % 2 === 0 && name !== '')
  const known = [
    'user',
    'database',
    'client_encoding',
    'application_name',
    'DateStyle',
    'TimeZone',
    'standard_conforming_strings',
  ]
  const guide = readFileSync(new URL('../../../../../docs/desk.md', import.meta.url), 'utf8')
  const [, allowed = ''] = /^ignore_startup_parameters = (.*)$/m.exec(guide) ?? []
  expect(names.filter((name) => !known.includes(name)).sort()).toEqual(allowed.split(', ').sort())
})
