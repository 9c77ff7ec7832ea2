import { describe, expect, test } from 'vitest'
import { situationOf } from '../facts/situation.js'
import { adapterContract } from '../testing/adapter-contract.js'
import { messageOp, openOp } from '../testing/blank-commit.js'
import { createFakeEnvironment } from '../testing/fake-environment.js'
import { DEMO_EMAIL, demoAdapter, demoOrders } from './demo.js'

const checks = await adapterContract(() => ({
  adapter: demoAdapter({ script: null }),
  order: { number: '1002', email: DEMO_EMAIL },
  query: 'return refund',
}))

describe('the demo keeps the contract', () => {
  test.each(checks)('$name', ({ run }) => run())
})

describe('the demo shop', () => {
  test('has an order in every situation, at any time of any day', () => {
    for (let hour = 0; hour < 48; hour++) {
      const now = Date.UTC(2026, 1, 27, hour, 13)
      for (const { situation, order } of demoOrders(now)) expect(situationOf(order, now)).toBe(situation)
    }
    expect(new Set(demoOrders(0).map(({ situation }) => situation)).size).toBe(9)
  })

  test('finds an order by a number with a hash and an address in capitals', async () => {
    const adapter = demoAdapter({ script: null })
    const sender = { site: 'shop', owner: 'o', secret: 's', outbox: 'b' }
    const found = await adapter.orders.find(
      { number: ' #1003', email: ' SAM@example.com ' },
      new AbortController().signal,
      sender,
    )
    expect(found?.number).toBe('1003')
  })

  test('finds the article that the words are about first', async () => {
    const adapter = demoAdapter({ script: null })
    const found = await adapter.faqs.search('How do I send something back?', new AbortController().signal)
    expect(found[0]?.id).toBe('return-policy')
    expect(found[0]).not.toHaveProperty('body')
  })

  test('says who is there as it is told, each time anew', async () => {
    let open = true
    const adapter = demoAdapter({ availability: () => ({ open, wait: null, opens: null, closes: null, reply: null }) })
    const { signal } = new AbortController()
    expect((await adapter.availability.get(signal)).open).toBe(true)
    open = false
    expect((await adapter.availability.get(signal)).open).toBe(false)
    adapter.stop()
  })
})

describe('the person in the demo', () => {
  async function setUp(script: Parameters<typeof demoAdapter>[0]) {
    const environment = createFakeEnvironment()
    const adapter = demoAdapter({ ...script, environment })
    const sender = { site: 'shop', owner: environment.id(), secret: environment.id(), outbox: environment.id() }
    const { signal } = new AbortController()
    const conversation = environment.id()
    let n = 1
    const submit = (op: Parameters<typeof openOp> | string) => {
      const command = typeof op === 'string' ? messageOp(op) : openOp(...op)
      const cmid = typeof op === 'string' ? environment.id() : conversation
      return adapter.desk.submit({ ...command, cmid, conversation, outbox: sender.outbox, n: n++, at: 0 }, sender, signal)
    }
    const spoken = () =>
      adapter.desk.conversations().flatMap(({ records }) => records.flatMap(({ by, fact }) => (by === 'agent' ? [fact] : [])))
    return { environment, adapter, submit, spoken, conversation }
  }

  test('comes, greets and answers, and the last answer again and again', async () => {
    const { environment, submit, spoken, conversation } = await setUp({
      script: { agent: 'Noor', arrives: 500, types: 100, greeting: 'Hi', replies: ['one', 'two'] },
    })
    await submit([conversation])
    await environment.advance(499)
    expect(spoken()).toEqual([])
    await environment.advance(101)
    expect(spoken()).toEqual([
      { kind: 'claimed', agent: 'Noor' },
      { kind: 'text', text: 'Hi' },
    ])
    for (const text of ['a', 'b', 'c']) {
      await submit(text)
      await environment.advance(100)
    }
    expect(spoken().slice(2)).toEqual(['one', 'two', 'two'].map((text) => ({ kind: 'text', text })))
  })

  test('does not come to a ticket, and not at all if nobody ever comes', async () => {
    const ticket = await setUp({})
    await ticket.submit([ticket.conversation, 'ticket'])
    await ticket.environment.advance(60_000)
    expect(ticket.spoken()).toEqual([])
    const nobody = await setUp({ script: { arrives: null } })
    await nobody.submit([nobody.conversation])
    await nobody.environment.advance(60_000)
    expect(nobody.spoken()).toEqual([])
  })

  test('stops in the middle of a sentence', async () => {
    const { environment, adapter, submit, conversation } = await setUp({})
    await submit([conversation])
    await environment.advance(2_500)
    adapter.stop()
    expect(environment.timers()).toBe(0)
  })
})
