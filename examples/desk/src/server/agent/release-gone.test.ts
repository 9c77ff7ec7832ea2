import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { type Database, openDatabase } from '../database/database.js'
import { migrate } from '../database/schema.js'
import { createNews } from '../log/news.js'
import { createReleaser } from './release-gone.js'

let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataDir: 'memory' })
  await migrate(database)
  await database.query(`insert into sites (site_id, name, origins) values ('tea', 'Tea', '[]')`)
  await database.query(`insert into agents (site_id, agent, name, created) values ('tea', 'ann', 'Ann', 0)`)
}, 60_000)
afterAll(() => database.close())

const names = ['first', 'second', 'third']
beforeEach(async () => {
  await database.query('delete from records')
  await database.query('delete from conversations')
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

/** A desk whose database fails on the given transactions, counted from 0. */
function deskThatFails(on: readonly number[], agentIsBack = false) {
  let count = 0
  const failing: Database = {
    ...database,
    query: (...given) => database.query(...given),
    transaction(work) {
      count += 1
      return on.includes(count - 1) ? Promise.reject(new Error('deadlock')) : database.transaction(work)
    },
  }
  const presence = { isAgentHere: () => agentIsBack }
  const onTrouble = vi.fn()
  const releaser = createReleaser(
    { database: failing, news: createNews(database), now: () => 0, presence: presence as never },
    10,
    onTrouble,
  )
  return { releaser, onTrouble }
}

it('gives back all that it can when one fails, says so, and tries that one again', async () => {
  const { releaser, onTrouble } = deskThatFails([0])
  await releaser.gone('tea', 'ann')
  expect(await queued()).toHaveLength(2)
  expect(onTrouble).toHaveBeenCalledWith(expect.any(String), new Error('deadlock'))
  await vi.waitFor(async () => expect(await queued()).toEqual(names))
  expect(onTrouble).toHaveBeenCalledTimes(1)
})

it('goes on until it is done', async () => {
  const { releaser, onTrouble } = deskThatFails([0, 1, 2, 3, 4, 5, 6])
  await releaser.gone('tea', 'ann')
  expect(await queued()).toEqual([])
  await vi.waitFor(async () => expect(await queued()).toEqual(names))
  expect(onTrouble).toHaveBeenCalledTimes(7)
})

it('takes nothing from an agent who came back meanwhile, nor after the desk has stopped', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const back = deskThatFails([0, 1, 2], true)
    await back.releaser.gone('tea', 'ann')
    const stopped = deskThatFails([0, 1, 2])
    await stopped.releaser.gone('tea', 'ann')
    stopped.releaser.stop()
    expect(vi.getTimerCount()).toBe(1)
    vi.runAllTimers()
  } finally {
    vi.useRealTimers()
  }
  expect(await queued()).toEqual([])
})
