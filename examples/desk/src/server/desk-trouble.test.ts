import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type OwnPostgres, openPostgres } from './database/own-postgres.test.support.js'
import { openStand, Shopper, type Stand } from './desk-stand.test.support.js'
import { createDesk, type RunningDesk } from './index.js'

describe('who watches over the desk', () => {
  let stand: Stand
  beforeAll(async () => {
    stand = await openStand({ metricsToken: 'a-token-for-the-metrics' })
  }, 60_000)
  afterAll(() => stand.close())
  const get = (path: string, headers: Record<string, string> = {}) => fetch(stand.url + path, { headers })

  it('reads that it lives, that it is ready, and how it is doing', async () => {
    const shopper = stand.shopper()
    await shopper.connect()
    const id = await shopper.open('ticket')
    const command = shopper.message(id, 'A word of mine')
    for (let times = 0; times < 3; times += 1) await shopper.submit(command)
    await shopper.submit({ ...command, cmid: stand.shopper().owner })
    expect((await get('/healthz')).status).toBe(200)
    expect(await (await get('/readyz')).json()).toEqual({ ok: true })
    const text = await (await get('/metrics')).text()
    const numbers = Object.fromEntries(
      text
        .split('\n')
        .filter((line) => line && !line.startsWith('#'))
        .map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
    )
    expect(numbers).toMatchObject({
      'shopbell_commands_total{verdict="committed"}': 4,
      'shopbell_commands_total{verdict="rejected"}': 1,
      shopbell_shopper_sockets: 1,
      shopbell_queue_length: expect.any(Number),
    })
    expect(numbers['shopbell_database_seconds_bucket{le="+Inf"}']).toBe(numbers['shopbell_database_seconds_count'])
    expect(text).not.toContain('A word of mine')
    expect(text).not.toContain(shopper.owner)
  })
})

const postgres: OwnPostgres | null = process.env.DATABASE_URL ? null : await openPostgres()

describe.skipIf(!postgres)('M15: a database in trouble', () => {
  let desk: RunningDesk
  const closers: (() => void)[] = []
  const troubles: string[] = []
  beforeAll(async () => {
    desk = await createDesk({
      port: 0,
      databaseUrl: postgres?.url,
      site: 'trouble',
      headEvery: 300,
      onTrouble: (what) => troubles.push(what),
    })
  }, 60_000)
  afterAll(async () => {
    for (const close of closers) close()
    await desk.close()
    await postgres?.stop()
  }, 30_000)
  const admin = async (sql: string) => {
    // May write, whatever the test has made of the others.
    const client = new pg.Client({ connectionString: postgres?.url, options: '-c default_transaction_read_only=off' })
    client.on('error', () => undefined)
    await client.connect()
    const { rows } = await client.query(sql)
    await client.end()
    return rows as Record<string, unknown>[]
  }

  const cutAll = () =>
    admin(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )

  it('that is read-only: `retry`, no partial write, and on it goes by itself', async () => {
    const shopper = new Shopper(desk.url, 'trouble', closers)
    const id = await shopper.open('ticket')
    const command = shopper.message(id, 'Through it all')
    await admin('alter database postgres set default_transaction_read_only = on')
    await cutAll()
    expect(await shopper.submit(command)).toMatchObject({ t: 'retry', code: 'unavailable' })
    expect(await shopper.records(id)).toHaveLength(2)
    await admin('alter database postgres set default_transaction_read_only = off')
    await cutAll()
    await vi.waitFor(async () => expect((await shopper.submit(command)).t).toBe('committed'), 12_000)
    const written = (await shopper.records(id)).filter(({ cmid }) => cmid === command.cmid)
    expect(written).toHaveLength(1)
  })

  it('that cut every connection: who listens hears again what is said by other processes', async () => {
    const other = await createDesk({ port: 0, databaseUrl: postgres?.url, site: 'trouble' })
    const shopper = new Shopper(desk.url, 'trouble', closers)
    await shopper.connect()
    const id = await shopper.open('ticket')
    await cutAll()
    const elsewhere = Object.assign(new Shopper(other.url, 'trouble', closers), {
      owner: shopper.owner,
      secret: shopper.secret,
      outbox: shopper.outbox,
      n: shopper.n,
    })
    const command = elsewhere.message(id, 'Said meanwhile')
    await vi.waitFor(async () => expect((await elsewhere.submit(command)).t).toBe('committed'), 12_000)
    const seq = (await elsewhere.records(id)).at(-1)?.seq ?? 0
    // By a record, or by the head that says where to look.
    await vi.waitFor(
      () =>
        expect(
          shopper.frames.some(
            (frame) => (frame.t === 'head' && frame.seq >= seq) || (frame.t === 'record' && frame.record.cmid === command.cmid),
          ),
        ).toBe(true),
      12_000,
    )
    // Another one each time: a word that was said before both listen again is made up for by a head, as above.
    await vi.waitFor(
      async () => {
        await elsewhere.submit(elsewhere.message(id, 'Said afterwards'))
        expect(JSON.stringify(shopper.frames)).toContain('Said afterwards')
      },
      { timeout: 12_000, interval: 250 },
    )
    await other.close()
  }, 30_000)

  it('that holds a row for a while: the command waits for it or is asked to come back, and is written once', async () => {
    const shopper = new Shopper(desk.url, 'trouble', closers)
    const id = await shopper.open('ticket')
    const command = shopper.message(id, 'Behind a lock')
    const client = new pg.Client({ connectionString: postgres?.url })
    await client.connect()
    await client.query('begin')
    await client.query('select 1 from conversations where conversation = $1 for update', [id])
    const copies = [shopper.submit(command), shopper.submit(command)]
    await client.query('rollback')
    await client.end()
    for (const verdict of await Promise.all(copies)) expect(verdict.t).toBe('committed')
    expect((await shopper.records(id)).filter(({ cmid }) => cmid === command.cmid)).toHaveLength(1)
  })

  it('that is gone: red for whoever asks whether to send somebody, alive all the same, `retry` for shoppers', async () => {
    const shopper = new Shopper(desk.url, 'trouble', closers)
    const id = await shopper.open('ticket')
    expect((await fetch(`${desk.url}/readyz`)).status).toBe(200)
    await postgres?.stop()
    const ready = await fetch(`${desk.url}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([503, { ok: false, why: 'database' }])
    expect((await fetch(`${desk.url}/healthz`)).status).toBe(200)
    expect(await shopper.submit(shopper.message(id, 'Hello?'))).toMatchObject({ t: 'retry', code: 'unavailable' })
  })
})
