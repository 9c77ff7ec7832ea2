import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import type { Frame } from '@shopbell/core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Detail } from '../../agent-api.js'
import { type Database, openDatabase } from '../database/database.js'
import { migrate } from '../database/schema.js'
import { type Agent, newName, openStand, type Shopper, type Stand } from '../desk-stand.test.support.js'
import { createMetrics } from '../metrics.js'
import type { Mail } from './mail.js'
import { LINK_LASTS, signResume, verifyResume } from './resume-link.js'
import { RefusedForGood, type SendMail, sendDueMail } from './send-mails.js'
import { smtpPost } from './smtp.js'

let stand: Stand
let agent: Agent
beforeAll(async () => {
  stand = await openStand({ demo: true })
  agent = await stand.agent('Noor')
}, 60_000)
afterAll(() => stand.close())

const facts = (email: string) => ({ facts: { email: { value: email, source: 'shopper' as const, verified: false, at: 0 } } })
const answer = (id: string, text: string) => agent.post(`conversations/${id}/reply`, { id: newName(), text, base: 999 })
const mails = async () => ((await (await fetch(`${stand.url}/demo/mails`)).json()) as { mails: Mail[] }).mails
const mailsTo = async (to: string) => (await mails()).filter((mail) => mail.to === to)
const tokenIn = (mail: Mail | undefined) => mail?.text.match(/#shopbell-resume=(\S+)/)?.[1] ?? ''
const resume = (token: string, site = stand.site, url = stand.url) =>
  fetch(`${url}/v1/resume?site=${site}`, {
    method: 'POST',
    body: JSON.stringify({ token }),
    headers: { 'Content-Type': 'application/json' },
  })

/** A ticket that was answered by mail, and the token in it. */
async function answered(text = 'It left this morning.') {
  const email = `${newName()}@example.com`
  const shopper = stand.shopper()
  const id = await shopper.open('ticket', facts(email))
  await answer(id, text)
  const [mail] = await mailsTo(email)
  return { shopper, id, mail, token: tokenIn(mail) }
}

/** A ticket of a stand with a letter box, and the session that the link in its answer was exchanged for. */
async function linked(at: Stand, by: Agent) {
  const email = `${newName()}@example.com`
  const shopper = at.shopper()
  const id = await shopper.open('ticket', facts(email))
  await by.post(`conversations/${id}/reply`, { id: newName(), text: 'It left.', base: 999 })
  const { mails: all } = (await (await fetch(`${at.url}/demo/mails`)).json()) as { mails: Mail[] }
  const { owner, secret } = await (await resume(tokenIn(all.find(({ to }) => to === email)), at.site, at.url)).json()
  const session: Shopper = Object.assign(at.shopper(), { owner, secret })
  return { shopper, id, email, session }
}

describe('an answer to a ticket', () => {
  it('goes out as plain text, with the ticket and a link, once however often it is sent', async () => {
    const shopper = stand.shopper()
    const id = await shopper.open('ticket', facts('ada@example.com'))
    const reply = { id: newName(), text: 'It left this morning.', base: 999 }
    for (let times = 0; times < 3; times += 1) await agent.post(`conversations/${id}/reply`, reply)
    const [mail, ...more] = await mailsTo('ada@example.com')
    expect(more).toEqual([])
    expect(mail?.subject).toMatch(/^Re: Where is my order\? \[[\w-]+]$/)
    expect(mail?.text).toContain('It left this morning.\n\n– Noor')
    expect(mail?.text).toContain('Reason: asked')
    expect(mail?.text).toMatch(/https:\/\/shop\.example\/#shopbell-resume=/)
  })

  it('is not mailed to somebody who is there, who left no address, or whose address is more than one', async () => {
    const before = (await mails()).length
    const present = stand.shopper()
    const { socket } = await present.connect()
    await answer(await present.open('ticket', facts('here@example.com')), 'In the chat')
    socket.disconnect()
    for (const email of [
      '',
      'no address',
      'a@example.com, b@example.com',
      'a@example.com\r\nBcc: b@example.com',
      'A <a@example.com>',
    ])
      await answer(await stand.shopper().open('ticket', facts(email)), 'Nowhere to')
    expect(await mails()).toHaveLength(before)
  })

  it('is mailed to somebody who was met in the chat and has left it, and the inbox knows where to', async () => {
    const shopper = stand.shopper()
    const { socket } = await shopper.connect()
    const id = await shopper.open('ticket', facts('left@example.com'))
    await answer(id, 'In the chat')
    const detail = async () => (await (await agent.get(`conversations/${id}`)).json()) as Detail
    expect(await detail()).toMatchObject({ status: 'live', ticket: expect.any(String), mailed: null })
    socket.disconnect()
    await vi.waitFor(async () => {
      await answer(id, 'After them')
      expect(await mailsTo('left@example.com')).not.toHaveLength(0)
    })
    expect((await mailsTo('left@example.com')).at(0)?.text).toContain('After them')
    expect(await detail()).toMatchObject({ ticket: expect.any(String), mailed: 'left@example.com' })
    // They are back, and read the next answer where it is written.
    const back = await shopper.connect()
    await vi.waitFor(async () => {
      const before = (await mailsTo('left@example.com')).length
      await answer(id, 'Here again')
      expect(await mailsTo('left@example.com')).toHaveLength(before)
    })
    expect(await detail()).toMatchObject({ mailed: null })
    back.socket.disconnect()
  })

  it('leads to the page where the shopper asked, if that is one of the shop’s', async () => {
    const links: (string | undefined)[] = []
    for (const page of ['https://shop.example/kettles', 'https://evil.example/kettles', 'javascript:alert(1)']) {
      const email = `${newName()}@example.com`
      await answer(await stand.shopper().open('ticket', { ...facts(email), page }), 'See there')
      links.push((await mailsTo(email))[0]?.text.match(/\S+(?=#shopbell-resume)/)?.[0])
    }
    const home = 'https://shop.example/'
    expect(links).toEqual(['https://shop.example/kettles', home, home])
  })
})

describe('a mailed link', () => {
  it('opens its ticket, to read and to write, and nothing else of that shopper', async () => {
    const { shopper, id, token } = await answered()
    const { owner, secret, conversation } = await (await resume(token)).json()
    expect([owner, conversation]).toEqual([shopper.owner, id])
    expect(secret).not.toBe(shopper.secret)
    const session: Shopper = Object.assign(stand.shopper(), { owner, secret })
    expect(JSON.stringify(await session.records(id))).toContain('It left this morning.')
    expect(await session.submit(session.message(id, 'Thank you'))).toMatchObject({ t: 'committed', conversation: id })
    // The shopper's own secret goes on; what they begin afterwards is theirs alone.
    await shopper.submit(shopper.command({ op: 'close' }, id))
    const later = await shopper.open('ticket')
    await shopper.submit(shopper.message(later, 'Between us'))
    expect((await session.fetch(`/v1/conversations/${later}/records?after=0`)).status).toBe(404)
    const { welcome } = await session.connect({ cursors: [{ conversation: later, epoch: newName(), seq: 0 }] })
    expect(JSON.stringify(welcome)).not.toContain('Between us')
    for (const command of [session.message(later, 'Let me in'), session.opening('ticket')])
      expect(await session.submit(command)).toMatchObject({ t: 'rejected', code: 'forbidden' })
  })

  it('opens a conversation of its own once its ticket is closed', async () => {
    const { shopper, id, token } = await answered()
    await shopper.submit(shopper.command({ op: 'close' }, id))
    const { owner, secret } = await (await resume(token)).json()
    const session: Shopper = Object.assign(stand.shopper(), { owner, secret })
    const next = await session.open('ticket')
    await session.submit(session.message(next, 'One more thing'))
    expect(JSON.stringify(await session.records(next))).toContain('One more thing')
  })

  it('hears its own conversations live, and nothing of the shopper’s others', async () => {
    const own = await openStand({ demo: true, headEvery: 40 })
    const noor = await own.agent('Noor')
    await noor.post('hours', { open: true })
    const seat = await noor.sitDown()
    const { shopper, id, session } = await linked(own, noor)
    await noor.post(`conversations/${id}/close`, { resolved: true })
    await Promise.all([session.connect(), shopper.connect()])
    const other = await shopper.open('live', { summary: 'A private matter' })
    await shopper.submit(shopper.message(other, 'Between us'))
    await vi.waitFor(() => expect(JSON.stringify(shopper.frames)).toContain('"queue"'))
    await noor.post(`conversations/${other}/claim`)
    await noor.post(`conversations/${other}/reply`, { id: newName(), text: 'For your eyes only', base: 999 })
    seat.emit('typing', { conversation: other })
    await vi.waitFor(() => expect(JSON.stringify(shopper.frames)).toContain('"typing"'))
    await vi.waitFor(() => expect(shopper.frames.some((frame) => frame.t === 'head' && frame.conversation === other)).toBe(true))
    await shopper.submit(shopper.command({ op: 'close' }, other))
    // What it begins itself comes to it, and to the shopper; with that, all that was told before has come.
    const begun = await session.open('ticket')
    await session.submit(session.message(begun, 'One more thing'))
    await noor.post(`conversations/${begun}/reply`, { id: newName(), text: 'Gladly', base: 999 })
    await vi.waitFor(() => expect(JSON.stringify(session.frames)).toContain('Gladly'))
    await vi.waitFor(() => expect(JSON.stringify(shopper.frames)).toContain('Gladly'))
    const of = (frame: Frame) => (frame.t === 'hint' ? frame.hint.conversation : 'conversation' in frame && frame.conversation)
    expect(new Set(session.frames.map(of))).toEqual(new Set([begun]))
    expect(session.frames.flatMap((frame) => (frame.t === 'record' ? [frame.record.seq] : []))).toEqual(
      (await session.records(begun)).map(({ seq }) => seq),
    )
    await own.close()
  }, 60_000)

  it('that is open somewhere keeps back the answers to its own ticket only', async () => {
    const { shopper, id, email, session } = await linked(stand, agent)
    const { socket } = await session.connect()
    await answer(id, 'You read this here')
    expect(await mailsTo(email)).toHaveLength(1)
    await agent.post(`conversations/${id}/close`, { resolved: true })
    await answer(await shopper.open('ticket', facts(email)), 'You read this at home')
    expect((await mailsTo(email)).map(({ text }) => text).join()).toContain('You read this at home')
    socket.disconnect()
  })

  it('works once, also for two who follow it at the same moment', async () => {
    const { token } = await answered()
    const answers = await Promise.all(Array.from({ length: 5 }, () => resume(token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410, 410])
    expect(await (await resume(token)).json()).toEqual({ error: 'used' })
  })

  it('works for fourteen days', async () => {
    const { token } = await answered()
    const { token: other } = await answered()
    stand.pass(LINK_LASTS - 1)
    expect((await resume(token)).status).toBe(200)
    stand.pass(1)
    const late = await resume(other)
    expect([late.status, await late.json()]).toEqual([410, { error: 'expired' }])
    agent = await stand.agent('Noor')
  })

  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const picture = async (shopper: Shopper) => {
    const init = { method: 'POST', body: PNG, headers: { 'Content-Type': 'image/png' } }
    return ((await (await shopper.fetch('/v1/uploads', init)).json()) as { upload: string }).upload
  }
  const sees = async (shopper: Shopper, upload: string) => (await shopper.fetch(`/v1/uploads/${upload}`)).status
  const file = (upload: string) => ({ kind: 'file' as const, upload, name: 'cup.png' })
  const show = (shopper: Shopper, id: string, upload: string) =>
    shopper.submit(shopper.command({ op: 'message', content: file(upload) }, id))

  it('shows the pictures of its ticket, wherever they are shown again, and of no other conversation', async () => {
    const { shopper, id, session } = await linked(stand, agent)
    const [ours, theirs] = [await picture(shopper), await picture(shopper)]
    await show(shopper, id, ours)
    expect([await sees(session, ours), await sees(session, theirs)]).toEqual([200, 200])
    await shopper.submit(shopper.command({ op: 'close' }, id))
    // The story goes along with the next call.
    const told = { id: 'a.1', turn: 'a', at: 1, by: 'shopper' as const, content: file(ours) }
    const other = await shopper.open('ticket', { story: [told] })
    await show(shopper, other, theirs)
    await shopper.submit(shopper.command({ op: 'close' }, other))
    expect([await sees(session, ours), await sees(session, theirs)]).toEqual([200, 404])
    const own = await session.open('ticket', { story: [{ ...told, content: file(theirs) }] })
    expect(await show(session, own, theirs)).toMatchObject({ t: 'rejected', code: 'invalid' })
    expect(await show(session, own, ours)).toMatchObject({ t: 'committed' })
    expect([await sees(session, ours), await sees(session, theirs)]).toEqual([200, 404])
  })

  it('hears of no verdict on what was said elsewhere', async () => {
    const { shopper, id, session } = await linked(stand, agent)
    await agent.post(`conversations/${id}/close`, { resolved: true })
    const opening = shopper.opening('ticket')
    await shopper.submit(opening)
    const { welcome } = await session.connect({ pending: [{ cmid: opening.cmid, n: 1 }] })
    expect(welcome).toMatchObject({ t: 'welcome', verdicts: [] })
    const { socket: own, welcome: theirs } = await shopper.connect({ pending: [{ cmid: opening.cmid, n: 1 }] })
    expect(theirs).toMatchObject({ verdicts: [{ cmid: opening.cmid }] })
    own.disconnect()
    expect(await session.submit({ ...opening, outbox: session.outbox, n: 1 })).toMatchObject({ t: 'rejected', code: 'forbidden' })
  })

  describe('gives a session that', () => {
    const DAY = 24 * 60 * 60_000
    const isIn = async (session: Shopper, id: string) =>
      (await session.fetch(`/v1/conversations/${id}/records?wait=0`)).status === 200

    it('lasts for ninety days after it was last used, whatever it was used for', async () => {
      const { id, session } = await linked(stand, agent)
      const uses = [
        () => session.records(id),
        async () => (await session.connect()).socket.disconnect(),
        () => session.submit(session.message(id, 'Still here')),
      ]
      for (const use of uses) {
        stand.pass(89 * DAY)
        await use()
      }
      stand.pass(90 * DAY - 1)
      expect(await isIn(session, id)).toBe(true)
      agent = await stand.agent('Noor')
    })

    it('has ended then is one that nobody knows, by any wire, and its link is as used as it was', async () => {
      const { id, shopper, session } = await linked(stand, agent)
      stand.pass(90 * DAY)
      expect((await session.fetch(`/v1/conversations/${id}/records?wait=0`)).status).toBe(401)
      expect(await session.submit(session.message(id, 'Anybody?'))).toEqual({ t: 'auth', code: 'required' })
      await expect(session.connect()).rejects.toMatchObject({ data: { t: 'refused', code: 'auth', why: 'required' } })
      // Who has the shopper's own secret goes on.
      expect(await isIn(shopper, id)).toBe(true)
      agent = await stand.agent('Noor')
    })

    it('ends while it is connected hears no more', async () => {
      const own = await openStand({ demo: true, headEvery: 20 })
      const noor = await own.agent('Noor')
      const { session } = await linked(own, noor)
      const { socket } = await session.connect()
      // A socket that stays is a use.
      own.pass(89 * DAY)
      await vi.waitFor(async () => {
        const before = session.frames.length
        await vi.waitFor(() => expect(session.frames.length).toBeGreaterThan(before + 2))
      })
      own.pass(89 * DAY)
      expect(socket.connected).toBe(true)
      const closed = new Promise((resolve) => socket.once('disconnect', resolve))
      own.pass(200 * DAY)
      await closed
      await own.close()
    }, 60_000)
  })

  it('that is forged, of another site, or no link at all is nothing', async () => {
    const { id, token } = await answered()
    const nonce = newName()
    const forged = [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      token.replace(/^[^.]+/, newName()),
      signResume('a key of my own', stand.site, { conversation: id, nonce, expires: 2 ** 42 }),
      '',
      'x'.repeat(300),
      '../../etc/passwd',
    ]
    for (const each of forged) {
      const refused = await resume(each)
      expect([each, refused.status, await refused.json()]).toEqual([each, 404, { error: 'not_found' }])
    }
    expect((await resume(token, 'another')).status).toBe(404)
    expect(verifyResume('key', 'one', signResume('key', 'two', { conversation: id, nonce, expires: 1 }))).toBeNull()
    const foreign = await fetch(`${stand.url}/v1/resume?site=${stand.site}`, {
      method: 'POST',
      body: JSON.stringify({ token }),
      headers: { 'Content-Type': 'application/json', Origin: 'https://evil.example' },
    })
    expect(foreign.status).toBe(403)
    // None of that has used it up.
    expect((await resume(token)).status).toBe(200)
  })
})

describe('the post', () => {
  let database: Database
  let at = 0
  beforeAll(async () => {
    database = await openDatabase({ dataDir: 'memory', blank: process.env.SHOPBELL_BLANK_DATABASE })
    await migrate(database)
    await database.query(`insert into sites (site_id, name, origins) values ('tea', 'Tea', '[]')`)
    await database.query(`insert into owners (site_id, owner, secret_hash, created) values ('tea', 'o', '', 0)`)
    await database.query(
      `insert into conversations (site_id, conversation, owner, epoch, status, opened, who, reason, summary, priority)
       values ('tea', $1, 'o', '', 'ticket', 0, '', '', '', 'normal')`,
      ['c'.repeat(22)],
    )
  }, 60_000)
  afterAll(() => database.close())

  const write = async (count: number) => {
    await database.query('delete from mails')
    for (let seq = 1; seq <= count; seq += 1)
      await database.query(
        `insert into mails (site_id, mail, conversation, seq, recipient, subject, body, at, due)
         values ('tea', $1, $2, $3, 'ada@example.com', 'Re', 'Hello {{link}}', 0, 0)`,
        [newName(), 'c'.repeat(22), seq],
      )
  }
  const post = (send: SendMail, over = database) =>
    sendDueMail(
      { database: over, metrics: createMetrics(), now: () => at, sites: { allows: () => false } as never },
      'https://shop.example/',
      send,
      () => undefined,
    )

  it('sends each mail once, however many processes send', async () => {
    await write(12)
    const sent: string[] = []
    const send: SendMail = async ({ id }) => void sent.push(id)
    const process = async () => {
      while (await post(send));
    }
    await Promise.all([process(), process(), process()])
    expect(sent).toHaveLength(12)
    expect(new Set(sent).size).toBe(12)
  })

  it('is not sent again because the database was away when it had left', async () => {
    await write(1)
    let cuts = 1
    const cut: Database = {
      ...database,
      query: (sql, values) =>
        sql.includes('set sent') && cuts-- > 0 ? Promise.reject(new Error('cut')) : database.query(sql, values),
    }
    const send = vi.fn(async () => undefined)
    expect(await post(send, cut)).toBe(true)
    at += 24 * 60 * 60_000
    expect([await post(send), send.mock.calls.length]).toEqual([false, 1])
  })

  it('tries again later and later, with the same name, and leaves what another has in hand', async () => {
    await write(1)
    const names = new Set<string>()
    const waits: number[] = []
    let began = at
    const fails: SendMail = async ({ id }) => {
      names.add(id)
      expect(await post(fails)).toBe(false)
      throw new Error('busy')
    }
    for (let tries = 0; tries < 4; tries += 1) {
      for (; !(await post(fails)); at += 5_000);
      waits.push(at - began)
      began = at
    }
    expect(names.size).toBe(1)
    expect(waits[1]).toBeGreaterThan(20_000)
    expect(waits[3]).toBeGreaterThan(4 * 60_000)
    const send = vi.fn(async () => undefined)
    for (; !(await post(send)); at += 60_000);
    at += 24 * 60 * 60_000
    expect([await post(send), send.mock.calls.length]).toEqual([false, 1])
  })

  it('gives up what is refused for good', async () => {
    await write(1)
    const send = vi.fn(async () => Promise.reject(new RefusedForGood('550')))
    await post(send)
    at += 24 * 60 * 60_000
    expect([await post(send), send.mock.calls.length]).toEqual([false, 1])
  })

  it('speaks SMTP', async () => {
    const { server, heard, url } = await mailServer()
    const send = await smtpPost(url, 'shop@shop.example')
    await send({ id: 'one@shop.example', to: 'ada@example.com', subject: 'Re: Größe\r\nBcc: x@example.com', text: 'Hello' })
    await expect(send({ id: 'two@shop.example', to: 'nobody@example.com', subject: 'Re', text: 'Hello' })).rejects.toThrow(
      RefusedForGood,
    )
    send.close()
    server.close()
    const said = heard.join('\n')
    expect(said).toContain('RCPT TO:<ada@example.com>')
    expect(said).not.toMatch(/RCPT TO:<x@|^Bcc:/m)
    expect(said).toMatch(/^Message-ID: <one@shop.example>/m)
    expect(said).toMatch(/^Content-Type: text\/plain/m)
  })
})

/** As much of a mail server as a test needs: it knows everybody but `nobody`. */
async function mailServer(): Promise<{ server: Server; heard: string[]; url: string }> {
  const heard: string[] = []
  const server = createServer((socket) => {
    let isText = false
    socket.write('220 here\r\n')
    socket.on('data', (chunk) => {
      for (const line of String(chunk).split('\r\n').filter(Boolean)) {
        heard.push(line)
        if (isText && line !== '.') continue
        isText = line === 'DATA'
        socket.write(/nobody@/.test(line) ? '550 unknown\r\n' : isText ? '354 go\r\n' : '250 fine\r\n')
        if (line === 'QUIT') socket.end()
      }
    })
    socket.on('error', () => undefined)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, heard, url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
