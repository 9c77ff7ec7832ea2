import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase, type Queries } from '../database/database.js'
import { migratedUntil } from '../database/migrated-until.test.support.js'
import { migrate } from '../database/schema.js'
import { LINK_LASTS } from '../mail/resume-link.js'
import { sha256 } from '../secrets.js'
import { findLinkSession, forgetEndedSessions, SESSION_LASTS, useLinkSessions } from './link-session.js'

let database: Database
beforeAll(async () => {
  database = await openDatabase({ dataDir: 'memory', blank: process.env.SHOPBELL_BLANK_DATABASE })
  // As it was before sessions ended.
  await migratedUntil(database, 'column used')
  await database.query(`insert into owners (site_id, owner, secret_hash, created) values ('tea', 'o', '', 0)`)
  await keep('from before', { at: 1 })
  await migrate(database)
}, 60_000)
afterAll(() => database.close())

const claim = (secret: string) => ({ site: 'tea', owner: 'o', secret })
const keep = (secret: string, times: Readonly<Record<string, number>>) =>
  database.query(
    `insert into resumed (site_id, nonce, owner, secret_hash, conversations, ${Object.keys(times).join()})
     values ('tea', $1, 'o', $2, '["c"]', ${Object.values(times).join()})`,
    [secret, sha256(secret)],
  )
const nonces = async () => (await database.query<{ nonce: string }>('select nonce from resumed')).map(({ nonce }) => nonce)

it('a session from before they ended goes on, counted from the day on which the desk learned to', async () => {
  const now = Date.now()
  expect(await findLinkSession(database, claim('from before'), now + SESSION_LASTS - 60_000)).toEqual(new Set(['c']))
  expect(await findLinkSession(database, claim('from before'), now + SESSION_LASTS + 60_000)).toBeNull()
})

it('that a session is used is written once a day, and of one that has ended never', async () => {
  await keep('used', { at: 0, used: 0 })
  const used = async () => (await database.query<{ used: number }>(`select used from resumed where nonce = 'used'`))[0]?.used
  const hour = 60 * 60_000
  for (const [now, is] of [
    [23 * hour, 0],
    [25 * hour, 25 * hour],
    [48 * hour, 25 * hour],
    [25 * hour + SESSION_LASTS, 25 * hour],
  ] as const) {
    expect((await useLinkSessions(database, [claim('used')], now)).size).toBe(now < SESSION_LASTS ? 1 : 0)
    expect(await used()).toBe(is)
  }
})

it('is looked for by its index, however many there are, since its shopper’s row is locked meanwhile', async () => {
  await keep('one of many', { at: 0, used: 1 })
  await database.script(`
    insert into resumed (site_id, nonce, owner, secret_hash, conversations, at, used)
      select 'tea', 'many ' || number, 'o', md5('' || number), '["c"]', 0, 1 from generate_series(1, 40000) number;
    analyze resumed`)
  const plans: string[] = []
  const explained: Queries = {
    ...database,
    async query(sql, values) {
      plans.push(JSON.stringify(await database.query(`explain ${sql}`, values)))
      return database.query(sql, values)
    },
  }
  await useLinkSessions(explained, [claim('one of many')], SESSION_LASTS)
  expect(plans).toEqual(Array(2).fill(expect.stringMatching(/Index Scan using resumed_sessions/)))
})

it('a session of the same secret at another shop is another one', async () => {
  await database.script(`
    insert into sites (site_id, name, origins) values ('lamps', 'Lamps', '[]');
    insert into owners (site_id, owner, secret_hash, created) values ('lamps', 'o', '', 0);
    insert into resumed (site_id, nonce, owner, secret_hash, conversations, at, used)
      values ('lamps', 'same', 'o', '${sha256('same')}', '["c"]', 0, 0)`)
  await keep('same', { at: 0, used: SESSION_LASTS })
  const [here, there] = [claim('same'), { ...claim('same'), site: 'lamps' }]
  expect(await useLinkSessions(database, [here, there], SESSION_LASTS + 1)).toEqual(new Set([here]))
})

it('tidying takes away what has ended, and nothing whose link could be followed again', async () => {
  await database.query('delete from resumed')
  const now = SESSION_LASTS * 2
  await keep('ended', { at: 0, used: now - SESSION_LASTS })
  await keep('in use', { at: 0, used: now - SESSION_LASTS + 1 })
  await keep('link is good', { at: now - LINK_LASTS + 1, used: 0 })
  await forgetEndedSessions(database, now)
  expect(await nonces()).toEqual(['in use', 'link is good'])
})
