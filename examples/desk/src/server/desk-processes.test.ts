import { randomBytes } from 'node:crypto'
import type { Frame } from '@shopbell/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDatabase } from './database/database.js'
import { type OwnPostgres, openPostgres } from './database/own-postgres.test.support.js'
import { buildDesk, startDesk } from './desk-program.test.support.js'
import { Agent, newName, PASSWORD, Shopper } from './desk-stand.test.support.js'
import { createDesk, type RunningDesk } from './index.js'
import { readLinkKey, signResume } from './mail/resume-link.js'

const postgres: OwnPostgres | null = await openPostgres()
const site = `shop-${randomBytes(6).toString('hex')}`
const desks: RunningDesk[] = []
const closers: (() => void)[] = []

const openDesk = async (): Promise<RunningDesk> => {
  const desk = await createDesk({
    port: 0,
    databaseUrl: postgres?.url,
    site,
    origins: ['https://shop.example'],
    agentPassword: PASSWORD,
    headEvery: 300,
    grace: 600,
  })
  desks.push(desk)
  return desk
}

const shopperAt = (desk: RunningDesk) => new Shopper(desk.url, site, closers)
/** The same shopper, by another process. */
const movedTo = (desk: RunningDesk, { owner, secret, outbox, n }: Shopper) =>
  Object.assign(shopperAt(desk), { owner, secret, outbox, n })
/** What was said, as a chat reads it: what is told again, since a process was not sure that it was heard, is not new. */
const told = (shopper: Shopper) => {
  let head = 0
  return shopper.frames.flatMap((frame) => {
    if (frame.t !== 'record' || frame.record.seq <= head) return []
    head = frame.record.seq
    return frame.record.fact.kind === 'text' ? [frame.record.fact.text] : []
  })
}

describe.skipIf(!postgres)('two processes on one PostgreSQL', () => {
  let one: RunningDesk
  let two: RunningDesk
  beforeAll(async () => {
    await buildDesk()
    ;[one, two] = await Promise.all([openDesk(), openDesk()])
    const agent = await Agent.signIn(one.url, 'Opener', closers)
    await agent.post('hours', { open: true })
  }, 120_000)
  afterAll(async () => {
    for (const close of closers) close()
    await Promise.all(desks.map((desk) => desk.close()))
    await postgres?.stop()
  }, 30_000)

  it('an agent at one talks with a shopper at the other, both ways, in order', async () => {
    const agent = await Agent.signIn(one.url, `Ann ${newName()}`, closers)
    const seat = await agent.sitDown()
    const shopper = shopperAt(two)
    await shopper.connect()
    const id = await shopper.open()
    await vi.waitFor(() => expect(JSON.stringify(agent.heard)).toContain(id))
    expect((await agent.post(`conversations/${id}/claim`)).status).toBe(200)
    const texts = Array.from({ length: 20 }, (_, index) => `answer ${index}`)
    for (const text of texts)
      expect((await agent.post(`conversations/${id}/reply`, { id: newName(), text, base: 999 })).status).toBe(200)
    await vi.waitFor(() => expect(told(shopper)).toEqual(texts))
    await shopper.submit(shopper.message(id, 'thank you'))
    await vi.waitFor(() => expect(JSON.stringify(agent.heard)).toContain('thank you'))
    seat.emit('typing', { conversation: id })
    await vi.waitFor(() => expect(JSON.stringify(shopper.frames)).toContain('"typing"'))
    seat.disconnect()
  })

  it('a poll at one ends with what is said at the other', async () => {
    const shopper = shopperAt(one)
    const id = await shopper.open('ticket')
    const seq = (await shopper.records(id)).at(-1)?.seq ?? 0
    const poll = shopper.fetch(`/v1/conversations/${id}/records?after=${seq}`)
    const elsewhere = movedTo(two, shopper)
    await elsewhere.submit(elsewhere.message(id, 'from the other side'))
    expect(JSON.stringify(await (await poll).json())).toContain('from the other side')
  })

  it('a command that both are given at once is one record', async () => {
    const shopper = shopperAt(one)
    const id = await shopper.open('ticket')
    const command = shopper.message(id, 'once')
    const verdicts = await Promise.all([one, two, one, two].map((desk) => movedTo(desk, shopper).submit(command)))
    expect(verdicts.filter((verdict) => verdict.t === 'committed' && !verdict.dup)).toHaveLength(1)
    expect((await shopper.records(id)).filter(({ cmid }) => cmid === command.cmid)).toHaveLength(1)
  })

  it('M05: of two agents at two processes one gets the conversation, and the other reads who', async () => {
    const [ann, ben] = await Promise.all([
      Agent.signIn(one.url, `Ann ${newName()}`, closers),
      Agent.signIn(two.url, `Ben ${newName()}`, closers),
    ])
    await Promise.all([ann.sitDown(), ben.sitDown()])
    for (let round = 0; round < 5; round += 1) {
      const id = await shopperAt(one).open()
      const answers = await Promise.all([ann, ben].map((agent) => agent.post(`conversations/${id}/claim`)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
      const refused = answers.find(({ status }) => status === 409)
      expect(await refused?.json()).toMatchObject({ error: 'taken', by: expect.stringMatching(/^(Ann|Ben) /) })
    }
  })

  it('M02: a shop is open while anybody sits at any of them, and says so at each', async () => {
    const agent = await Agent.signIn(one.url, `Cleo ${newName()}`, closers)
    const seat = await agent.sitDown()
    const open = async (desk: RunningDesk) =>
      (await (await fetch(`${desk.url}/v1/availability?site=${site}`)).json()).open as boolean
    expect([await open(one), await open(two)]).toEqual([true, true])
    seat.disconnect()
  })

  it('M04: an agent who leaves one and comes back at the other within the grace keeps what they have', async () => {
    const name = `Dora ${newName()}`
    const first = await Agent.signIn(one.url, name, closers)
    const seat = await first.sitDown()
    const shopper = shopperAt(two)
    await shopper.connect()
    const id = await shopper.open()
    await first.post(`conversations/${id}/claim`)
    const second = await Agent.signIn(two.url, name, closers)
    await second.sitDown()
    seat.disconnect()
    // Longer than grace and two beats: three heads have come by.
    await vi.waitFor(() => expect(shopper.frames.filter(({ t }) => t === 'head').length).toBeGreaterThan(4), 5_000)
    expect(await (await second.get(`conversations/${id}`)).json()).toMatchObject({ status: 'live', agent: name })
  })

  it('M04: what an agent had whose process died is queued again by another process, and the shopper is told', async () => {
    const dying = await startDesk({ DATABASE_URL: postgres?.url ?? '', SHOPBELL_SITE: site, SHOPBELL_GRACE: '1' })
    const agent = await Agent.signIn(dying.url, `Fay ${newName()}`, closers)
    const seat = await agent.sitDown()
    const shopper = shopperAt(two)
    await shopper.connect()
    const id = await shopper.open()
    await agent.post(`conversations/${id}/claim`)
    await vi.waitFor(() => expect(JSON.stringify(shopper.frames)).toContain('"claimed"'))
    // Nothing is said: its lease is what is left of it.
    dying.child.kill('SIGKILL')
    const other = await Agent.signIn(two.url, `Gil ${newName()}`, closers)
    expect((await other.post(`conversations/${id}/claim`)).status).toBe(409)
    // By the record itself, or, where a word between processes was lost, by a head that says that there is one more to ask for.
    const isTold = (frame: Frame) => (frame.t === 'head' ? frame.seq >= 3 : JSON.stringify(frame).includes('"released"'))
    await vi.waitFor(() => expect(shopper.frames.some(isTold)).toBe(true), 10_000)
    expect(JSON.stringify(await shopper.records(id))).toContain('"released"')
    expect((await other.post(`conversations/${id}/claim`)).status).toBe(200)
    // Who comes back too late does not have it any more.
    const late = Object.assign(Object.create(Agent.prototype) as Agent, { ...agent, url: one.url })
    expect((await late.post(`conversations/${id}/reply`, { id: newName(), text: 'back', base: 999 })).status).toBe(409)
    seat.disconnect()
  }, 60_000)

  it('hands a conversation to a colleague at another process: never nobody’s, never two people’s', async () => {
    const [ann, ben] = await Promise.all([
      Agent.signIn(one.url, `Ann ${newName()}`, closers),
      Agent.signIn(two.url, `Ben ${newName()}`, closers),
    ])
    await ann.sitDown()
    const shopper = shopperAt(one)
    await shopper.connect()
    const id = await shopper.open()
    const me = async (agent: Agent) => (await (await agent.get('me')).json()) as { agent: string; name: string }
    const { agent: to, name } = await me(ben)
    await ann.post(`conversations/${id}/claim`)
    const away = await ann.post(`conversations/${id}/transfer`, { to })
    expect([away.status, await away.json()]).toEqual([409, { error: 'away', by: name }])
    await ben.sitDown()
    const { colleagues } = (await (await ann.get('colleagues')).json()) as { colleagues: { agent: string }[] }
    expect(colleagues.map(({ agent }) => agent)).toContain(to)
    const moved = await ann.post(`conversations/${id}/transfer`, { to })
    expect([moved.status, (await moved.json()).agent]).toEqual([200, name])
    expect((await ann.post(`conversations/${id}/reply`, { id: newName(), text: 'mine?', base: 999 })).status).toBe(409)
    expect((await ben.post(`conversations/${id}/reply`, { id: newName(), text: 'mine', base: 999 })).status).toBe(200)
    await vi.waitFor(() => expect(told(shopper)).toEqual(['mine']))
    expect(JSON.stringify(shopper.frames)).not.toContain('"released"')
  })

  it('a mailed link’s session at one hears of its own conversations at the other, and of no other one', async () => {
    const agent = await Agent.signIn(one.url, `Hana ${newName()}`, closers)
    const shopper = shopperAt(one)
    const id = await shopper.open('ticket')
    const database = await openDatabase({ databaseUrl: postgres?.url })
    const token = signResume(await readLinkKey(database, site), site, { conversation: id, nonce: newName(), expires: 2 ** 42 })
    await database.close()
    const { owner, secret } = await (
      await fetch(`${two.url}/v1/resume?site=${site}`, {
        method: 'POST',
        body: JSON.stringify({ token }),
        headers: { 'Content-Type': 'application/json' },
      })
    ).json()
    const session: Shopper = Object.assign(shopperAt(two), { owner, secret })
    await session.connect()
    await agent.post(`conversations/${id}/reply`, { id: newName(), text: 'first', base: 999 })
    await vi.waitFor(() => expect(told(session)).toEqual(['first']))
    await agent.post(`conversations/${id}/close`, { resolved: true })
    // Somebody is there for the first ticket, and nobody for the next one: it stays a ticket.
    const other = await shopper.open('ticket')
    await agent.post(`conversations/${other}/reply`, { id: newName(), text: 'in private', base: 999 })
    expect(await (await agent.get(`conversations/${other}`)).json()).toMatchObject({ status: 'ticket' })
    await agent.post(`conversations/${other}/close`, { resolved: true })
    // Begun by another wire at another process than its socket’s.
    const elsewhere = movedTo(one, session)
    const begun = await elsewhere.open('ticket')
    await elsewhere.submit(elsewhere.message(begun, 'mine'))
    await vi.waitFor(() => expect(JSON.stringify(session.frames)).toContain('mine'))
    expect(JSON.stringify(session.frames)).not.toContain('in private')
    expect(JSON.stringify(session.frames)).not.toContain(other)
  })

  it.each([
    ['a crash of the database has emptied', 'delete from shoppers_here'],
    ['another process has taken away, which believed this one dead,', 'delete from shoppers_here; delete from desks'],
  ])('who is connected is written again where %s what says so', async (_what, lose) => {
    const agent = await Agent.signIn(one.url, `Ina ${newName()}`, closers)
    const shopper = shopperAt(two)
    await shopper.connect()
    const database = await openDatabase({ databaseUrl: postgres?.url })
    await database.script(lose)
    const isHere = async () => (await database.query('select 1 from shoppers_here where owner = $1', [shopper.owner])).length
    await vi.waitFor(async () => expect(await isHere()).toBe(1), 3_000)
    await database.close()
    // A ticket whose shopper is there goes live.
    const id = await shopper.open('ticket')
    await agent.post(`conversations/${id}/reply`, { id: newName(), text: 'Here I am', base: 999 })
    expect(await (await agent.get(`conversations/${id}`)).json()).toMatchObject({ status: 'live' })
  })

  it('a session that ends at one is over at the other', async () => {
    const agent = await Agent.signIn(one.url, `Enid ${newName()}`, closers)
    const there = Object.assign(Object.create(Agent.prototype) as Agent, { ...agent, url: two.url, heard: [] })
    const seat = await there.sitDown()
    const gone = new Promise((resolve) => seat.once('disconnect', resolve))
    await agent.post('logout')
    await gone
  })
})
