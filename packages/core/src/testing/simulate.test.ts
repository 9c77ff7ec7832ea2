import { describe, expect, test } from 'vitest'
import type { Adapter } from '../adapter.js'
import type { Flow } from '../flow/flow.js'
import { storefrontChapters } from '../flow/storefront-chapters.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import type { Json } from '../json.js'
import { ScriptError } from './script.js'
import { simulate } from './simulate.js'

const LOOK_UP = `
  > Order Status
  fill orderNumber=1002, email=sam@example.com`

const played = async (script: string, options = {}) => (await simulate(storefrontFlow, script, options)).lines

test('a shopper is played from the greeting to the rating, and it reads like a conversation', async () => {
  const { text, state } = await simulate(
    storefrontFlow,
    `# A late order goes to a person.
     seed 7
     > Order Status
     fill orderNumber=1003, email=sam@example.com
     > Talk to a person about this parcel
     send
     agent Hello, I am Maya
     > Thanks
     agent closes
     rate 5`,
  )
  expect(text).toMatch(/^bot: Hi! .*\n {2}offers: Order Status \| FAQs \| Talk to an Agent\nshopper: Order Status\n/)
  expect(text).toContain('shopper: 1003 · sam@example.com\n  → findOrder(orderNumber 1003, email sam@example.com)')
  expect(text).toMatch(
    /→ a person is called: order-late\ndesk: \[queued\]\ndesk: \[live\]\nagent: Hello, I am Maya\nshopper: Thanks/,
  )
  expect(text).toMatch(/desk: \[closed\]\n {2}asks: a rating\nshopper: \(rates 5\)$/)
  expect(state).toMatchObject({ phase: 'handed', log: 'closed' })
})

test.each([
  ['late', 'It should have been with you by now'],
  ['lost', 'could not find this parcel'],
  ['nothing', 'I can’t find an order with that number'],
  ['fails', 'I can’t look up orders at the moment'],
  ['hangs', 'shop: order-find → timeout'],
  ['{ "number": "7", "placed": 0, "parcels": [], "cancelled": 1 }', 'This order was cancelled'],
  [
    '"nonsense"',
    'shop: order-find → error (an order should be an object, and is "nonsense". The answer is no order.)\nbot: I can’t look up orders',
  ],
])('an order that is %s', async (answer, said) => {
  expect((await played(`call findOrder → ${answer}${LOOK_UP}`)).join('\n')).toContain(said)
})

test('an answer that comes after the shopper has moved on is dropped', async () => {
  const lines = await played(`call findOrder -> slow 3s${LOOK_UP}\nmeanwhile say I want to talk to a person\nwait 10s`)
  expect(lines.some((line) => line.startsWith('shop: order-find'))).toBe(false)
  expect(lines).toContain('  goes along: Order number: 1002')
})

test('nobody there makes a ticket of it, and a desk that is down keeps it', async () => {
  expect(await played('desk closed\nperson\nfill email=sam@example.com')).toContain('  → a ticket is left: asked')
  const down = await simulate(storefrontFlow, 'desk down\nperson\nfill email=sam@example.com\nwait 10m')
  expect(down.state).toMatchObject({ phase: 'handed', log: null })
  const again = await simulate(storefrontFlow, 'desk down\nperson\nfill email=sam@example.com\nwait 10m\ndesk up\nwait 10m')
  expect(again.state.log).not.toBeNull()
})

test('a reload goes on where the shopper was', async () => {
  const { lines } = await simulate(storefrontFlow, '> Order Status\nreload\nfill orderNumber=1007, email=sam@example.com')
  expect(lines).toContain('shopper: (comes back to the page)')
  expect(lines.join('\n')).toContain('[order 1007]')
})

test('the same seed gives the same names, times and words; another seed gives others', async () => {
  const script = `${LOOK_UP}\n> Talk to a person about this parcel\nsend`
  const [one, same, other] = await Promise.all([7, 7, 8].map((seed) => simulate(storefrontFlow, script, { seed })))
  expect(JSON.stringify(same?.recording)).toBe(JSON.stringify(one?.recording))
  expect(other?.lines).toEqual(one?.lines)
  expect(other?.recording.events.map(({ id }) => id)).not.toEqual(one?.recording.events.map(({ id }) => id))
})

test('a flow in chapters is played whole', async () => {
  const { lines } = await simulate(storefrontChapters, '> FAQs\n> Delivery\n> How long does delivery take?\n> Yes')
  expect(lines.join('\n')).toContain('[article How long does delivery take?]')
})

describe('a shop of somebody’s own', () => {
  const flow: Flow = {
    id: 'fitting',
    version: 1,
    menu: 'menu',
    greeting: { type: 'choose', text: 'Hello.', options: [{ id: 'stock', label: 'In stock?', next: 'ask-shop' }] },
    steps: {
      'ask-shop': {
        type: 'call',
        action: 'stock',
        input: [],
        timeout: 1_000,
        done: 'yes',
        empty: 'no',
        failed: 'person',
        timedOut: 'late',
      },
      yes: { type: 'end', text: 'Yes, it is.' },
      no: { type: 'end', text: 'No, sorry.' },
      late: { type: 'end', text: 'The shop is slow.' },
      person: { type: 'handoff', reason: 'lookup-failed' },
    },
    fields: {},
    routes: {},
    texts: {},
  }
  const shop = (stock: NonNullable<Adapter['actions']>[string]): Adapter => ({
    contact: { mailto: 'help@shop.example' },
    actions: { stock },
  })

  test.each([
    ['call stock → {"left": 3}', 'bot: Yes, it is.'],
    ['call stock → nothing', 'bot: No, sorry.'],
    ['call stock → slow 2s', 'bot: The shop is slow.'],
    ['call stock → fails', '  shows: The look-up did not work.'],
    ['# no answer', '  shows: The look-up did not work.'],
  ])('%s', async (answer, said) => {
    const { lines } = await simulate({ ...flow, texts: storefrontFlow.texts }, `${answer}\n> In stock?`)
    expect(lines).toContain(said)
  })

  test('its own answers are waited for, however long they really take', async () => {
    const adapter = shop(() => new Promise((resolve) => setTimeout(resolve, 30, { left: 1 })))
    const { lines, recording } = await simulate(flow, '> In stock?', { adapter })
    expect(lines).toContain('bot: Yes, it is.')
    expect(recording.has).toEqual([])
  })

  describe('that answers nonsense', () => {
    const asks: Flow = {
      ...flow,
      texts: storefrontFlow.texts,
      steps: {
        ...flow.steps,
        'ask-shop': {
          type: 'call',
          action: 'stock',
          input: [],
          save: { left: 'left', day: 'next.day' },
          timeout: 1_000,
          done: 'yes',
          empty: 'no',
          failed: 'person',
          timedOut: 'late',
        },
        yes: { type: 'end', text: 'Yes, {left}, and more {day}.' },
      },
    }
    const circle: { self?: unknown } = {}
    circle.self = circle

    test.each<[string, () => unknown, string]>([
      ['words', () => 'plenty', 'No, sorry.'],
      ['a number', () => 7, 'No, sorry.'],
      ['a list', () => [3, 'Monday'], 'No, sorry.'],
      ['an answer to something else', () => ({ right: 3 }), 'No, sorry.'],
      ['a place that holds more places', () => ({ left: { right: 3 } }), 'No, sorry.'],
      ['no number', () => ({ left: Number.NaN, next: null }), 'No, sorry.'],
      ['an answer that was not read', () => Response.json({ left: 3 }), 'No, sorry.'],
      ['nothing', () => undefined, 'No, sorry.'],
      ['one of two', () => ({ left: 3 }), 'Yes, 3, and more .'],
    ])('%s', async (_name, stock, said) => {
      const { lines } = await simulate(asks, '> In stock?', { adapter: shop(async () => stock() as Json) })
      expect(lines).toContain(`bot: ${said}`)
    })

    test.each<[string, () => unknown]>([
      [
        'an answer that breaks when it is read',
        () => ({
          get left() {
            throw new Error('closed')
          },
        }),
      ],
      ['a circle', () => circle],
      ['a number that JSON has not', () => ({ left: 3n })],
    ])('%s', async (_name, stock) => {
      const { lines } = await simulate(asks, '> In stock?', { adapter: shop(async () => stock() as Json) })
      expect(lines).toContain('shop: ask-shop → error')
    })

    test('a fact is no longer than a message', async () => {
      const { state } = await simulate(asks, '> In stock?', { adapter: shop(async () => ({ left: 'x'.repeat(100_000) })) })
      expect(state.facts['left']?.value).toHaveLength(4_000)
    })
  })

  test('nobody can be played at its desk', async () => {
    const adapter = shop(async () => null)
    await expect(simulate(flow, 'agent Hello', { adapter })).rejects.toThrow('line 1: nobody can be played at this desk')
  })
})

describe('a line that cannot be done says which, and what can', () => {
  test.each([
    ['> Order Status\n\ntap Refund', 'line 3: there is no option "Refund" now. There is "I don’t have the number".'],
    ['> Order Status\nfill number=7', 'line 2: the form has no field "number". It has orderNumber, email.'],
    ['fill a=b', 'line 1: there is no form now; tap an option instead'],
    ['agent Hello', 'line 1: no conversation has reached the desk yet'],
    ['expect Order 9999', 'line 1: nobody has said "Order 9999"'],
    ['call findOrder → gone', 'line 1: an order is preparing, on-time, late'],
    ['call findOrder late', 'line 1: write the answer behind an arrow'],
    ['call stock → plenty', 'line 1: write the answer of stock as JSON'],
    ['call stock → {', 'line 1: an answer is nothing, fails, hangs'],
    ['wait two seconds', 'line 1: a time is a number with ms, s, m, h or d, as in "wait 2s"'],
    ['dance', 'line 1: "dance" is nothing that a script can do. It can: > words, say, tap'],
    ['seed x', 'line 1: a seed is a whole number'],
    ['at noon', 'line 1: write the time as'],
    ['rate 6', 'line 1: a rating goes from 1 to 5'],
    ['desk asleep', 'line 1: the desk is open, closed, up or down'],
    ['send without', 'line 1: write "send", or "send without tried, email"'],
    ['fill "', 'line 1: """ is no name=value'],
    ['say', 'line 1: something is missing, as in "say where is my order"'],
  ])('%j', async (script, message) => {
    const failed = simulate(storefrontFlow, script)
    await expect(failed).rejects.toThrow(ScriptError)
    await expect(failed).rejects.toThrow(message)
  })
})

test('a line that cannot be done brings what was said before it', async () => {
  const failed = simulate(storefrontFlow, '> Order Status\ntap Refund').catch((error: unknown) => error)
  expect(await failed).toMatchObject({ lines: expect.arrayContaining(['shopper: Order Status']) })
})

test('one of several is filled in by its words or by its id', async () => {
  const flow: Flow = {
    ...storefrontFlow,
    steps: {
      ...storefrontFlow.steps,
      'order-ask': {
        type: 'ask',
        text: 'Which?',
        fields: ['size'],
        submit: 'On',
        retries: 1,
        next: 'order-done',
        onFail: 'person',
      },
    },
    fields: {
      ...storefrontFlow.fields,
      size: {
        type: 'one-of',
        label: 'Size',
        options: [
          { id: 's', label: 'Very small' },
          { id: 'm', label: 'Medium' },
        ],
      },
    },
  }
  for (const written of ['s', '"Very small"', 'very small'])
    expect((await simulate(flow, `> Order Status\nfill size=${written}`)).lines).toContain('shopper: Very small')
})

test('values with commas and quotes are written in quotes', async () => {
  const { lines } = await simulate(storefrontFlow, 'person\nfill email=sam@example.com, summary="Two things, \\"red\\" and blue"')
  expect(lines).toContain('  → a person is called: asked')
  expect((await simulate(storefrontFlow, 'person\nfill E-mail=x, summary="a, b"')).lines).toContain('  shows: a, b')
})

describe('a classifier of the shop’s own', () => {
  const adapter: Adapter = {
    contact: { mailto: 'help@shop.example' },
    classifier: { classify: async () => ({ to: 'person', reason: 'complex', score: 1 }) },
  }
  const script = 'say the thing with the thing'

  test('is asked over the network, and its word is part of the recording', async () => {
    const { recording } = await simulate(storefrontFlow, script, { adapter })
    expect(recording.events.at(-1)).toMatchObject({ type: 'say', route: { to: 'person', reason: 'complex' } })
  })

  test('that hangs is not waited for for ever', async () => {
    const { recording } = await simulate(storefrontFlow, `call classify → hangs\n${script}`, { adapter })
    expect(recording.events.at(-1)).toMatchObject({ type: 'say', route: { to: 'ask' } })
  })
})

describe('why a call has failed is told, for whoever wrote the shop', () => {
  const contact = { mailto: 'help@shop.example' }
  const nowhere = undefined as unknown as { readonly foo: never }

  test('what the shop has thrown', async () => {
    const adapter: Adapter = { contact, orders: { find: async () => nowhere.foo } }
    expect((await played(LOOK_UP, { adapter })).join('\n')).toMatch(
      /shop: order-find → error \(TypeError: Cannot read properties of undefined \(reading 'foo'\)\)/,
    )
  })

  test('an order of which the chat takes nothing', async () => {
    const find = async () => ({ number: '1002', placed: '2026-01-02', parcels: [] }) as never
    expect((await played(LOOK_UP, { adapter: { contact, orders: { find } } })).join('\n')).toContain(
      'shop: order-find → error ("placed" should be milliseconds since 1970, and is "2026-01-02". The answer is no order.)',
    )
  })

  const flow: Flow = {
    ...storefrontFlow,
    greeting: { ...storefrontFlow.greeting, options: [{ id: 'size', label: 'My size', next: 'size' }] },
    steps: {
      ...storefrontFlow.steps,
      size: {
        type: 'call',
        action: 'sizefor',
        input: [],
        timeout: 5_000,
        done: 'person',
        empty: 'person',
        failed: 'person',
        timedOut: 'person',
      },
    },
  }

  test('an action whose name has a slip', async () => {
    const adapter: Adapter = { contact, actions: { sizeFor: async () => 'M' } }
    expect((await simulate(flow, '> My size', { adapter })).text).toContain(
      'shop: size → error (Error: The flow calls "sizefor"; the adapter has "sizeFor".)',
    )
  })

  test('a line for a call that the flow lacks cannot be done', async () => {
    const told = (script: string) => simulate(flow, script).catch((error: unknown) => error)
    expect(await told('call sizeFor → "M"')).toBeInstanceOf(ScriptError)
    expect(String(await told('call sizeFor → "M"'))).toMatch(
      /line 1: the flow does not call "sizeFor"\. Did you mean "sizefor"\?$/,
    )
    expect(String(await told('call payBack → 1'))).toMatch(/the flow does not call "payBack"\. It calls findOrder, .*sizefor/)
  })
})
