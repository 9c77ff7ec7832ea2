import type { LogRecord } from '@shopbell/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Insight, Row } from '../agent-api.js'
import { type Agent, newName, openStand, type Shopper, type Stand } from './desk-stand.test.support.js'

let stand: Stand
let agent: Agent
beforeAll(async () => {
  stand = await openStand({ currency: 'EUR' })
  agent = await stand.agent('Maya')
}, 60_000)
afterAll(() => stand.close())

const wantsReturn = { reason: { code: 'return' as const, because: '', request: 'return' as const } }
const decide = (conversation: string, over: object) =>
  agent.post(`conversations/${conversation}/decide`, { id: newName(), outcome: 'refund', note: '', base: 999, ...over })
const factsOf = async (shopper: Shopper, conversation: string) =>
  (await shopper.records(conversation)).flatMap(({ fact, by, name }) => (fact.kind === 'decided' ? [{ by, name, ...fact }] : []))

describe('a decision', () => {
  it('is a record of the log, once however often it is sent', async () => {
    const shopper = stand.shopper()
    const id = await shopper.open('ticket', wantsReturn)
    const name = newName()
    const first = await decide(id, { id: name, amount: 12.499, note: 'The lid was loose.' })
    const again = await decide(id, { id: name, amount: 12.499, note: 'The lid was loose.' })
    expect([first.status, again.status]).toEqual([200, 200])
    expect(((await again.json()) as LogRecord).seq).toBe(((await first.json()) as LogRecord).seq)
    expect(await factsOf(shopper, id)).toEqual([
      {
        by: 'agent',
        name: 'Maya',
        kind: 'decided',
        request: 'return',
        outcome: 'refund',
        amount: { value: 12.5, currency: 'EUR' },
        note: 'The lid was loose.',
      },
    ])
    const text = await (await agent.get(`conversations/${id}/text`)).json()
    expect(text.text).toContain('Refund of 12.50 EUR (return): The lid was loose.')
  })

  it('is made once; another has to name it and to say why', async () => {
    const shopper = stand.shopper()
    const id = await shopper.open('ticket', wantsReturn)
    const { seq } = (await (await decide(id, {})).json()) as LogRecord
    const second = await decide(id, { outcome: 'replace' })
    expect([second.status, await second.json()]).toEqual([409, { error: 'decided', by: 'Maya', seq }])
    const silent = await decide(id, { outcome: 'replace', replaces: seq })
    expect([silent.status, await silent.json()]).toEqual([422, { error: 'invalid', field: 'note' }])
    expect((await decide(id, { outcome: 'replace', replaces: seq, note: 'We found one more' })).status).toBe(200)
    expect((await factsOf(shopper, id)).map(({ outcome, replaces }) => [outcome, replaces])).toEqual([
      ['refund', undefined],
      ['replace', seq],
    ])
  })

  it.each<[string, object, number, object]>([
    ['no reason', { outcome: 'reject' }, 422, { error: 'invalid', field: 'note' }],
    ['no amount', { outcome: 'store-credit' }, 422, { error: 'invalid', field: 'amount' }],
    ['an outcome of another request', { outcome: 'changed' }, 422, { error: 'invalid', field: 'outcome' }],
    ['nobody having read the last word', { base: 0 }, 409, { error: 'moved' }],
    ['an amount below nothing', { amount: -1 }, 422, { error: 'invalid' }],
  ])('with %s is refused', async (_name, over, status, body) => {
    const shopper = stand.shopper()
    const id = await shopper.open('ticket', wantsReturn)
    await shopper.submit(shopper.message(id, 'One more thing'))
    const answer = await decide(id, over)
    expect(answer.status).toBe(status)
    expect(await answer.json()).toMatchObject(body)
    expect(await factsOf(shopper, id)).toEqual([])
  })

  it('needs a request', async () => {
    const shopper = stand.shopper()
    const answer = await decide(await shopper.open('ticket'), {})
    expect([answer.status, await answer.json()]).toEqual([409, { error: 'no-request' }])
  })

  it('is nothing that a shopper can send', async () => {
    const shopper = stand.shopper()
    const id = await shopper.open('ticket', {
      ...wantsReturn,
      story: [
        { id: 'a', turn: 'a', at: 0, by: 'agent', content: { kind: 'decided', request: 'return', outcome: 'refund', note: '' } },
      ],
    })
    const content = { kind: 'decided' as const, request: 'return' as const, outcome: 'refund' as const, note: '' }
    expect(await shopper.submit(shopper.command({ op: 'message', content }, id))).toMatchObject({
      t: 'rejected',
      code: 'invalid',
    })
    const detail = await (await agent.get(`conversations/${id}`)).json()
    expect(detail.packet.story[0].content).toEqual({ kind: 'unsupported' })
  })
})

describe('what was promised', () => {
  const rows = async (view: string) => ((await (await agent.get(`conversations?view=${view}`)).json()) as { rows: Row[] }).rows
  const rowOf = async (view: string, id: string) => (await rows(view)).find((row) => row.id === id)

  it('runs in the queue until somebody comes, and who waits longer than that is called first', async () => {
    const seat = await agent.sitDown()
    const early = await stand.shopper().open('live')
    const [{ promised } = { promised: null }] = [await rowOf('queue', early)]
    expect(promised).toBeGreaterThan(0)
    const damaged = { reason: { code: 'damaged' as const, because: '' } }
    stand.pass(1)
    const high = await stand.shopper().open('live', damaged)
    const order = async () => (await rows('queue')).map(({ id }) => id).filter((id) => id === early || id === high)
    expect(await order()).toEqual([high, early])
    stand.pass(4 * 60_000)
    const next = await stand.shopper().open('live', damaged)
    expect((await rows('queue')).map(({ id }) => id).filter((id) => [early, high, next].includes(id))).toEqual([
      early,
      high,
      next,
    ])
    await agent.post(`conversations/${early}/claim`)
    expect((await rowOf('mine', early))?.promised).toBeNull()
    seat.disconnect()
  })

  it('runs for a ticket until it is answered or decided', async () => {
    const answered = await stand.shopper().open('ticket')
    const decided = await stand.shopper().open('ticket', wantsReturn)
    expect((await rowOf('tickets', answered))?.promised).toBe((await rowOf('tickets', answered))?.due)
    await agent.post(`conversations/${answered}/reply`, { id: newName(), text: 'Here it is', base: 999 })
    await decide(decided, {})
    expect([(await rowOf('tickets', answered))?.promised, (await rowOf('tickets', decided))?.promised]).toEqual([null, null])
  })

  it('and its line says when it was answered, until there is a new promise', async () => {
    const shopper = stand.shopper()
    const id = await shopper.open('ticket')
    const answered = async () => (await rowOf('all', id))?.answered
    await agent.post(`conversations/${id}/claim`)
    expect(await answered()).toBeNull()
    stand.pass(60_000)
    await agent.post(`conversations/${id}/reply`, { id: newName(), text: 'Here it is', base: 999 })
    expect(await rowOf('all', id)).toMatchObject({ status: 'ticket', answered: expect.any(Number), due: expect.any(Number) })
    await shopper.submit(shopper.message(id, 'Thank you, and one more thing'))
    const row = await rowOf('all', id)
    expect(row?.last?.at).toBeGreaterThanOrEqual(row?.answered ?? Number.POSITIVE_INFINITY)
    await shopper.submit(shopper.command({ op: 'defer' }, id))
    expect(await answered()).toBeNull()
  })
})

describe('insights', () => {
  it('say which articles failed whom, what was missing, and what was not found, most costly first', async () => {
    const { articles } = (await (await agent.get('articles')).json()) as { articles: { id: string; title: string }[] }
    const [first, second] = articles
    if (!first || !second) throw new Error('the demo has articles')
    const shopper = stand.shopper()
    const site = `site=${stand.site}`
    for (const { id } of [first, first, second]) await shopper.fetch(`/v1/faqs/${id}?${site}`)
    await shopper.post(`/v1/faqs/${first.id}/ratings`, { helped: true })
    await stand.shopper().post(`/v1/faqs/${second.id}/ratings`, { helped: false, missing: 'sizes in cm' })
    for (const missing of ['sizes in cm', 'the weight'])
      await stand
        .shopper()
        .open('ticket', { tried: [{ article: { id: second.id, title: 'a shopper’s own' }, helped: false, missing }] })
    await stand.shopper().open('ticket', { tried: [{ article: { id: 'no-such', title: 'nothing' }, helped: false }] })
    for (const words of ['Zzqqxx', ' zzqqxx ', 'zzqqxx 12345 zz@qqxx.xx', '98765'])
      await shopper.fetch(`/v1/faqs?${site}&q=${encodeURIComponent(words)}`)
    const read = async () => (await agent.get('insights')).json() as Promise<{ articles: Insight[]; searches: object[] }>
    const insights = await read()
    expect(insights.articles).toMatchObject([
      { article: second.id, title: second.title, shown: 1, helped: 0, notHelped: 1, toPerson: 2 },
      { article: first.id, shown: 2, helped: 1, notHelped: 0, toPerson: 0, missing: [] },
    ])
    expect(insights.articles[0]?.missing.map(({ text }) => text).sort()).toEqual(['sizes in cm', 'the weight'])
    expect(insights.searches).toEqual([
      { words: 'zzqqxx', count: 2 },
      { words: 'zzqqxx … …', count: 1 },
    ])
    stand.pass(31 * 24 * 60 * 60_000)
    agent = await stand.agent('Noor')
    expect((await read()).articles).toEqual([])
  })
})
