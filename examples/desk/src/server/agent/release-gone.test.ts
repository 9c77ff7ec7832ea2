import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Database, openDatabase } from '../database/database.js'
import { migrate } from '../database/schema.js'
import { createNews } from '../log/news.js'
import { createPresence, DATABASE_NOW } from '../presence.js'
import { silentBus } from '../processes/bus.js'
import { expectAgents, releaseGone } from './release-gone.js'

let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataDir: 'memory', blank: process.env.SHOPBELL_BLANK_DATABASE })
  await migrate(database)
  await database.query(`insert into sites (site_id, name, origins) values ('tea', 'Tea', '[]')`)
  await database.query(`insert into agents (site_id, agent, name, created) values ('tea', 'ann', 'Ann', 0)`)
}, 60_000)
afterAll(() => database.close())

const names = ['first', 'second', 'third']
beforeEach(async () => {
  for (const table of ['records', 'conversations', 'agents_here', 'desks']) await database.query(`delete from ${table}`)
  for (const name of names) {
    await database.query(
      `insert into owners (site_id, owner, secret_hash, created) values ('tea', $1, '', 0) on conflict do nothing`,
      [name],
    )
    await database.query(
      `insert into conversations (site_id, conversation, owner, epoch, status, agent, opened, who, reason, summary, priority)
       values ('tea', $1, $1, '', 'live', 'ann', 0, '', '', '', 'normal')`,
      [name],
    )
  }
})

const queued = async () =>
  (
    await database.query<{ conversation: string }>(
      `select conversation from conversations where status = 'queued' and agent is null order by conversation`,
    )
  ).map(({ conversation }) => conversation)

const lease = (desk: string, milliseconds: number) =>
  database.query(
    `insert into agents_here (site_id, agent, desk, until) values ('tea', 'ann', $1, ${DATABASE_NOW} + $2::double precision)`,
    [desk, milliseconds],
  )

const deskOn = (over: Database = database) => ({ database: over, news: createNews(over, silentBus()), now: () => 0 })

it('gives back what an agent had whose leases have all run out, whichever process held them', async () => {
  await lease('one', -1)
  await lease('another', -60_000)
  expect(await releaseGone(deskOn())).toEqual([])
  expect(await queued()).toEqual(names)
})

it('takes nothing from an agent whom any process still has', async () => {
  await lease('one', -60_000)
  await lease('another', 20_000)
  await releaseGone(deskOn())
  expect(await queued()).toEqual([])
})

it('gives back all that it can when one fails, says so, and does the rest with the next look', async () => {
  let count = 0
  const failing: Database = {
    ...database,
    query: (...given) => database.query(...given),
    transaction: (work) => (count++ === 0 ? Promise.reject(new Error('deadlock')) : database.transaction(work)),
  }
  expect(await releaseGone(deskOn(failing))).toEqual([new Error('deadlock')])
  expect(await queued()).toHaveLength(2)
  expect(await releaseGone(deskOn(failing))).toEqual([])
  expect(await queued()).toEqual(names)
})

it('releases once, however many processes look at the same time', async () => {
  await Promise.all([releaseGone(deskOn()), releaseGone(deskOn()), releaseGone(deskOn())])
  const facts = await database.query<{ conversation: string }>('select conversation from records order by conversation')
  expect(facts.map(({ conversation }) => conversation)).toEqual(names)
})

it('finds, under the lock, that the agent has come back meanwhile', async () => {
  const slow: Database = {
    ...database,
    query: (...given) => database.query(...given),
    async transaction(work) {
      await lease('one', 20_000).catch(() => undefined)
      return database.transaction(work)
    },
  }
  await releaseGone(deskOn(slow))
  expect(await queued()).toEqual([])
})

it('gives the agents of a desk that starts alone their grace, and none to those of a desk that others run', async () => {
  const presence = createPresence(database, 'fresh', 30_000)
  await expectAgents({ database, presence })
  await releaseGone(deskOn())
  expect(await queued()).toEqual([])
  await database.query('delete from agents_here')
  await database.query(`insert into desks (desk, seen) values ('other', ${DATABASE_NOW})`)
  await expectAgents({ database, presence })
  await releaseGone(deskOn())
  expect(await queued()).toEqual(names)
})
