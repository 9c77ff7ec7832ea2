import type { Page, Verdict } from '@shopbell/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newName, openStand, type Stand } from './desk-stand.test.support.js'

let stand: Stand
beforeAll(async () => {
  if (!process.env.DATABASE_URL) console.info('PostgreSQL is left out: DATABASE_URL is not set. The rules run on PGlite.')
  stand = await openStand({ grace: 50, headEvery: 100 })
}, 60_000)
afterAll(() => stand.close())

const rejected = (cmid: string, code: string) => ({ t: 'rejected', cmid, code })

describe('the rules for a command', () => {
  it('answers the same command with the same verdict, and writes one record', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const command = shopper.message(conversation, 'Hello')
    const first = await shopper.submit(command)
    const second = await shopper.submit(command)
    expect(first).toMatchObject({ t: 'committed', conversation, dup: false })
    expect(second).toEqual({ ...first, dup: true })
    expect((await shopper.records(conversation)).filter(({ cmid }) => cmid === command.cmid)).toHaveLength(1)
  })

  it('writes one row for fifty submits of one command at once', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const command = shopper.message(conversation, 'Once')
    const verdicts = await Promise.all(Array.from({ length: 50 }, () => shopper.submit(command)))
    expect(verdicts.filter((verdict) => verdict.t === 'committed' && !verdict.dup)).toHaveLength(1)
    expect(new Set(verdicts.map((verdict) => (verdict.t === 'committed' ? verdict.seq : verdict.t)))).toHaveLength(1)
    expect((await shopper.records(conversation)).filter(({ cmid }) => cmid === command.cmid)).toHaveLength(1)
  })

  it('refuses another payload under the same name, and stores nothing of it', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const command = shopper.message(conversation, 'One')
    await shopper.submit(command)
    const other = { ...command, content: { kind: 'text', text: 'Two' } } as typeof command
    expect(await shopper.submit(other)).toEqual(rejected(command.cmid, 'conflict'))
    expect(JSON.stringify(await shopper.records(conversation))).not.toContain('Two')
  })

  it('knows a command that was numbered anew in another outbox', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const command = shopper.message(conversation, 'Moved house')
    await shopper.submit(command)
    expect(await shopper.submit({ ...command, outbox: newName(), n: 1 })).toMatchObject({ t: 'committed', dup: true })
  })

  it('names the number it waits for when one is missing', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const command = shopper.message(conversation, 'Too early', { n: 7 })
    expect(await shopper.submit(command)).toEqual({ t: 'retry', code: 'gap', expectedN: 2 })
    expect(await shopper.submit({ ...command, n: 2 })).toMatchObject({ t: 'committed' })
  })

  it('refuses as stale what comes under a number that is used up', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const late = shopper.message(conversation, 'Late', { n: 1 })
    expect(await shopper.submit(late)).toEqual(rejected(late.cmid, 'stale'))
  })

  it('lets a refusal for good take its number, so that the next command goes on', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const long = shopper.message(conversation, 'x'.repeat(4_001))
    expect(await shopper.submit(long)).toEqual(rejected(long.cmid, 'too_long'))
    expect(await shopper.submit(long)).toEqual(rejected(long.cmid, 'too_long'))
    expect(await shopper.submit(shopper.message(conversation, 'Short'))).toMatchObject({ t: 'committed' })
  })

  it.each([
    ['an order card', { kind: 'order', order: { number: '1', placed: 0, parcels: [] } }],
    ['a notice', { kind: 'notice', code: 'restarted' }],
    ['no text', { kind: 'text', text: '' }],
    ['a text that is an object', { kind: 'text', text: { $ne: null } }],
    ['an upload that is not there', { kind: 'file', upload: newName(), name: 'x.png' }],
  ])('refuses %s from a shopper', async (_name, content) => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const command = shopper.command({ op: 'message', content } as never, conversation)
    expect(await shopper.submit(command)).toEqual(rejected(command.cmid, 'invalid'))
  })

  it('sets author, number and time itself', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const command = { ...shopper.message(conversation, 'I am the boss'), by: 'agent', name: 'Boss', seq: 99, verified: true }
    await shopper.submit(command)
    const record = (await shopper.records(conversation)).find(({ cmid }) => cmid === command.cmid)
    expect(record).toMatchObject({ by: 'shopper', fact: { kind: 'text', text: 'I am the boss' } })
    expect(record).not.toHaveProperty('name')
    expect(record?.seq).not.toBe(99)
  })

  it.each(['NUL \u0000', 'half \ud800', 'line \u2028', 'right \u202e left', '<img src=x onerror=alert(1)>'])(
    'keeps a text byte for byte: %j',
    async (text) => {
      const shopper = stand.shopper()
      const conversation = await shopper.open('live', { summary: text })
      await shopper.submit(shopper.message(conversation, text))
      const records = await shopper.records(conversation)
      expect(records.at(-1)?.fact).toEqual({ kind: 'text', text })
      expect(records[0]?.fact).toMatchObject({ kind: 'opened', packet: { summary: text } })
    },
  )

  it('joins the open conversation, says which, and leads later commands there', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open('ticket')
    const second = shopper.opening('ticket', { summary: 'From another tab' })
    expect(await shopper.submit(second)).toMatchObject({ t: 'committed', conversation })
    expect(await shopper.submit(shopper.message(second.conversation, 'And this'))).toMatchObject({ t: 'committed', conversation })
    const texts = JSON.stringify(await shopper.records(conversation))
    expect(texts).toContain('From another tab')
    expect(texts).toContain('And this')
  })

  it('opens one conversation when two outboxes of one shopper open at once', async () => {
    const shopper = stand.shopper()
    const commands = Array.from({ length: 5 }, () => ({ ...shopper.opening(), outbox: newName(), n: 1 }))
    const verdicts = await Promise.all(commands.map((command) => shopper.submit(command)))
    expect(new Set(verdicts.map((verdict) => verdict.t === 'committed' && verdict.conversation))).toHaveLength(1)
  })

  it('uses up a discarded number, and finds a late copy stale', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const discarded = shopper.message(conversation, 'I take that back')
    const skip = shopper.command({ op: 'skip', skips: discarded.cmid }, conversation, { n: discarded.n })
    expect(await shopper.submit(skip)).toMatchObject({ t: 'committed', seq: 0 })
    expect(await shopper.submit(discarded)).toEqual(rejected(discarded.cmid, 'stale'))
    // Numbered anew by a tab that had not heard of the discard.
    expect(await shopper.submit({ ...discarded, n: discarded.n + 1 })).toEqual(rejected(discarded.cmid, 'stale'))
    shopper.n = discarded.n
    expect(await shopper.submit(shopper.message(conversation, 'What I meant'))).toMatchObject({ t: 'committed' })
    expect(JSON.stringify(await shopper.records(conversation))).not.toContain('take that back')
  })

  it('says that a discard came too late', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const message = shopper.message(conversation, 'Already there')
    await shopper.submit(message)
    const skip = shopper.command({ op: 'skip', skips: message.cmid }, conversation, { n: message.n })
    expect(await shopper.submit(skip)).toEqual(rejected(skip.cmid, 'stale'))
    expect(JSON.stringify(await shopper.records(conversation))).toContain('Already there')
  })

  it('turns a call for a person into a ticket, in the same breath, when nobody is there', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open('live')
    const kinds = (await shopper.records(conversation)).map(({ fact }) => fact)
    expect(kinds).toMatchObject([{ kind: 'opened' }, { kind: 'deferred', due: expect.any(Number) }])
  })

  it('refuses a message to what is closed, takes a rating of it, and opens anew', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    await shopper.submit(shopper.command({ op: 'close' }, conversation))
    const message = shopper.message(conversation, 'One more thing')
    expect(await shopper.submit(message)).toEqual(rejected(message.cmid, 'closed'))
    expect(await shopper.submit(shopper.command({ op: 'rate', score: 5 }, conversation))).toMatchObject({ t: 'committed' })
    expect(await shopper.open()).not.toBe(conversation)
  })

  it('asks a flood to come back later, and keeps none of it', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const verdicts: Verdict[] = []
    for (let i = 0; i < 40; i += 1) {
      const verdict = await shopper.submit(shopper.message(conversation, `${i}`))
      verdicts.push(verdict)
      if (verdict.t === 'retry') break
    }
    const last = verdicts.at(-1)
    expect(last).toMatchObject({ t: 'retry', code: 'rate_limited', after: expect.any(Number) })
    stand.pass(60_000)
    shopper.n -= 1
    expect(await shopper.submit(shopper.message(conversation, 'again'))).toMatchObject({ t: 'committed' })
  })

  it('asks a flood of nonsense to come back later, too', async () => {
    const shopper = stand.shopper()
    const verdicts: Verdict[] = []
    for (let i = 0; i < 40; i += 1) {
      verdicts.push(await shopper.submit(shopper.command({ op: 'rate', score: 99 }, newName())))
      if (verdicts.at(-1)?.t === 'retry') break
    }
    expect(verdicts[0]).toMatchObject({ t: 'rejected', code: 'invalid' })
    expect(verdicts.at(-1)).toMatchObject({ t: 'retry', code: 'rate_limited', after: expect.any(Number) })
  })

  it('knows a shopper by the secret it came with first', async () => {
    const shopper = stand.shopper()
    await shopper.open()
    const thief = Object.assign(stand.shopper(), { owner: shopper.owner })
    expect(await (await thief.post('/v1/hello', thief.hello())).json()).toEqual({ error: 'auth' })
    expect(await thief.submit(thief.opening())).toEqual({ t: 'auth', code: 'required' })
    await expect(thief.connect()).rejects.toThrow('auth')
  })
})

describe('the two wires', () => {
  it('give the same verdict for the same command, in the middle of a queue', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const { socket } = await shopper.connect()
    const first = shopper.message(conversation, 'By socket')
    const bySocket = (await socket.emitWithAck('submit', first)) as Verdict
    expect(await shopper.submit(first)).toEqual({ ...bySocket, dup: true })
    const second = shopper.message(conversation, 'By HTTP')
    const byHttp = await shopper.submit(second)
    expect(await socket.emitWithAck('submit', second)).toEqual({ ...byHttp, dup: true })
  })

  it('tell of a record only after it is committed, and once', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    await shopper.connect()
    const command = shopper.message(conversation, 'To all my tabs')
    await shopper.submit(command)
    await vi.waitFor(() => {
      const mine = shopper.frames.filter((frame) => frame.t === 'record' && frame.record.cmid === command.cmid)
      expect(mine).toHaveLength(1)
    })
  })

  it('bring a shopper who comes back up to date: verdicts, missed records, the next number', async () => {
    const shopper = stand.shopper()
    const opening = shopper.opening('ticket')
    await shopper.submit(opening)
    const { welcome } = await shopper.connect({
      pending: [
        { cmid: opening.cmid, n: 1 },
        { cmid: newName(), n: 2 },
      ],
    })
    expect(welcome).toMatchObject({
      t: 'welcome',
      expectedN: 2,
      verdicts: [{ t: 'committed', cmid: opening.cmid, dup: true }],
      pages: [{ conversation: opening.cmid, head: 2, records: [{ seq: 1 }, { seq: 2 }] }],
    })
  })

  it('start the log again for a cursor of another epoch', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const { socket } = await shopper.connect()
    const page = (await socket.emitWithAck('page', { after: { conversation, epoch: newName(), seq: 1 } })) as Page
    expect(page).toMatchObject({ reset: true, records: [{ seq: 1 }, { seq: 2 }], head: 2 })
    const rest = await socket.emitWithAck('page', { after: { conversation, epoch: page.epoch, seq: 1 } })
    expect(rest).toMatchObject({ records: [{ seq: 2 }] })
    expect(await socket.emitWithAck('page', { before: { conversation, epoch: page.epoch, seq: 2 } })).toMatchObject({
      records: [{ seq: 1 }],
    })
  })

  it('tell a quiet link where the log stands', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    await shopper.connect()
    await vi.waitFor(() => expect(shopper.frames).toContainEqual({ t: 'head', conversation, epoch: expect.any(String), seq: 2 }))
  })

  it('answer a poll for a log that a restored backup does not have at once', async () => {
    const shopper = stand.shopper()
    await shopper.open()
    const path = `/v1/conversations/${newName()}/records?epoch=${newName()}`
    expect(await (await shopper.fetch(`${path}&after=3`)).json()).toMatchObject({ records: [], head: 0, reset: true })
    expect(await (await shopper.fetch(`${path}&after=0`)).json()).not.toHaveProperty('reset')
  })

  it('hold a poll open until something is said', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const poll = shopper.fetch(`/v1/conversations/${conversation}/records?after=2`)
    await shopper.submit(shopper.message(conversation, 'Ping'))
    expect(await (await poll).json()).toMatchObject({ records: [{ fact: { text: 'Ping' } }] })
  })
})

describe('a person answers', () => {
  it('queues a shopper with place and wait, lets one agent claim and tells the other who did', async () => {
    const [mia, noah] = [await stand.agent('Mia'), await stand.agent('Noah')]
    await mia.sitDown()
    const shopper = stand.shopper()
    const { socket } = await shopper.connect()
    const conversation = await shopper.open()
    await vi.waitFor(() => {
      expect(shopper.frames).toContainEqual({
        t: 'hint',
        hint: { type: 'queue', conversation, position: 1, wait: { seconds: expect.any(Number), basis: expect.any(String) } },
      })
    })
    const claims = await Promise.all([
      mia.post(`conversations/${conversation}/claim`),
      noah.post(`conversations/${conversation}/claim`),
    ])
    expect(claims.map(({ status }) => status).sort()).toEqual([200, 409])
    const loser = claims.find(({ status }) => status === 409)
    expect(await loser?.json()).toEqual({ error: 'taken', by: claims[0]?.status === 409 ? 'Noah' : 'Mia' })
    const winner = claims[0]?.status === 200 ? mia : noah
    await winner.post(`conversations/${conversation}/close`, { resolved: true })
    socket.disconnect()
  })

  it('writes a reply once however often it is sent, and not before the agent has read what came', async () => {
    const agent = await stand.agent('Olga')
    await agent.sitDown()
    const shopper = stand.shopper()
    await shopper.connect()
    const conversation = await shopper.open()
    await agent.post(`conversations/${conversation}/claim`)
    await shopper.submit(shopper.message(conversation, 'Are you there?'))
    const id = newName()
    const early = await agent.post(`conversations/${conversation}/reply`, { id, text: 'Yes', base: 2 })
    expect([early.status, await early.json()]).toEqual([409, { error: 'moved', head: 3 }])
    const reply = { id, text: 'Yes', base: 3 }
    const first = await (await agent.post(`conversations/${conversation}/reply`, reply)).json()
    expect(first).toMatchObject({ by: 'agent', name: 'Olga', cmid: id, fact: { text: 'Yes' } })
    expect(await (await agent.post(`conversations/${conversation}/reply`, reply)).json()).toEqual(first)
    expect((await shopper.records(conversation)).filter(({ cmid }) => cmid === id)).toHaveLength(1)
  })

  it('keeps notes from shoppers: not in the log, not in a frame, not in a page', async () => {
    const agent = await stand.agent('Pia')
    await agent.sitDown()
    const shopper = stand.shopper()
    const { socket } = await shopper.connect()
    const conversation = await shopper.open()
    await agent.post(`conversations/${conversation}/claim`)
    const note = await agent.post(`conversations/${conversation}/note`, { id: newName(), text: 'CANARY watch this one' })
    expect(await note.json()).toMatchObject({ agent: 'Pia', text: 'CANARY watch this one' })
    await agent.post(`conversations/${conversation}/reply`, { id: newName(), text: 'Hello', base: 99 })
    await vi.waitFor(() => expect(JSON.stringify(shopper.frames)).toContain('Hello'))
    const { welcome } = await shopper.connect({ cursors: [{ conversation, epoch: newName(), seq: 0 }] })
    const page = await socket.emitWithAck('page', { after: { conversation, epoch: newName(), seq: 0 } })
    expect(JSON.stringify([shopper.frames, welcome, page, await shopper.records(conversation)])).not.toContain('CANARY')
    expect(JSON.stringify(await (await agent.get(`conversations/${conversation}`)).json())).toContain('CANARY')
  })

  it('answers a ticket in the same thread, and goes live only if the shopper is there', async () => {
    const agent = await stand.agent('Quinn')
    const shopper = stand.shopper()
    const conversation = await shopper.open('ticket')
    await agent.post(`conversations/${conversation}/claim`)
    await agent.post(`conversations/${conversation}/reply`, { id: newName(), text: 'It is on its way', base: 2 })
    const away = await (await agent.get(`conversations/${conversation}`)).json()
    expect(away).toMatchObject({ status: 'ticket', agent: 'Quinn' })
    expect((await shopper.records(conversation)).at(-1)).toMatchObject({ by: 'agent', fact: { text: 'It is on its way' } })
    await shopper.connect()
    expect(await (await agent.post(`conversations/${conversation}/claim`)).json()).toMatchObject({ status: 'live' })
  })

  it('leaves a ticket with the agent who is at it when its shopper writes once more, until they want a person now', async () => {
    const agent = await stand.agent('Rosa')
    const shopper = stand.shopper()
    const conversation = await shopper.open('ticket')
    await agent.post(`conversations/${conversation}/claim`)
    const row = async () => (await agent.get(`conversations/${conversation}`)).json()
    const before = await row()
    expect(before).toMatchObject({ status: 'ticket', agent: 'Rosa' })
    await shopper.open('ticket', { summary: 'And the lid, too' })
    await shopper.submit(shopper.command({ op: 'defer' }, conversation))
    // The desk is closed, so this becomes a ticket as well.
    await agent.post('hours', { open: false })
    await shopper.open('live')
    expect(await row()).toMatchObject({ status: 'ticket', agent: 'Rosa' })
    await agent.post('hours', { open: null })
    const seat = await agent.sitDown()
    await shopper.open('live')
    expect(await row()).toMatchObject({ status: 'queued', agent: null })
    seat.disconnect()
  })

  it('queues a conversation again when its agent stays away', async () => {
    const agent = await stand.agent('Rita')
    const seat = await agent.sitDown()
    const shopper = stand.shopper()
    await shopper.connect()
    const conversation = await shopper.open()
    await agent.post(`conversations/${conversation}/claim`)
    seat.disconnect()
    await vi.waitFor(async () =>
      expect((await shopper.records(conversation)).at(-1)).toMatchObject({ by: 'desk', fact: { kind: 'released' } }),
    )
  })

  it('shows the desk’s own finding beside the packet, and hears no claim of the packet to be verified or urgent', async () => {
    const agent = await stand.agent('Sven')
    const shopper = stand.shopper()
    const fact = (value: string) => ({ value, source: 'desk' as const, verified: true, at: 0 })
    const conversation = await shopper.open('ticket', {
      priority: 'urgent',
      facts: { orderNumber: fact('#1003'), email: fact('CHLOE@example.com'), vip: fact('yes') },
      order: { number: '1003', placed: 0, city: 'Atlantis', parcels: [] },
    })
    const detail = await (await agent.get(`conversations/${conversation}`)).json()
    expect(detail).toMatchObject({
      priority: 'normal',
      who: 'CHLOE@example.com',
      packet: { facts: { vip: { verified: false, source: 'shopper' } } },
      verified: { orderNumber: { value: '1003', verified: true, source: 'desk' } },
      order: { found: { number: '1003', city: 'Glasgow' } },
    })
    expect(detail.order.differs).toContain('City: shopper saw Atlantis, now Glasgow.')
  })
})
