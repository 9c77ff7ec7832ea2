import Ajv from 'ajv'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, expectTypeOf, test } from 'vitest'
import published from '../../handoff.schema.json' with { type: 'json' }
import { parsePacket } from '../boundary/parse-packet.js'
import type { Content, Entry } from '../conversation/entry.js'
import type { Intent } from '../conversation/event.js'
import { initialState } from '../conversation/start.js'
import type { State } from '../conversation/state.js'
import { encodedSize } from '../delivery/encoded-size.js'
import type { Fact } from '../facts/facts.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { LIMITS } from '../limits.js'
import { playFlow } from '../testing/play.js'
import type { Packet } from './packet.js'
import { packetSchema } from './packet-schema.js'
import { sealPacket } from './seal-packet.js'

const validate = new Ajv({ strict: false }).compile(published)
const idle = initialState(storefrontFlow)
const seal = (state: Partial<State>, entries: readonly Entry[] = []) =>
  sealPacket({ ...idle, ...state }, 'v', entries, 5_000, {
    page: () => 'https://shop.example/p?x=1#y',
    locale: 'de',
    zone: 'Europe/Berlin',
  })
const line = (id: string, content: Content, by: Entry['by'] = 'shopper'): Entry => ({ id, turn: id, at: 1_000, by, content })
const text = (words: string): Content => ({ kind: 'text', text: words })
const fact = (value: string, source: Fact['source'] = 'shopper'): Fact => ({ value, source, verified: false, at: 1 })

/** Readonly throughout, as our types are and a schema's are not. */
type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Frozen<Item>[]
    : { readonly [Key in keyof T]: Frozen<T[Key]> }

test('the schema and the type are the same thing', () => {
  expectTypeOf<Frozen<v.InferOutput<typeof packetSchema>>>().toExtend<Packet>()
  expectTypeOf<Packet>().toExtend<Frozen<v.InferOutput<typeof packetSchema>>>()
})

describe('a packet', () => {
  test('has the flow’s hints before the bot’s own guess', () => {
    const guessed = seal({ reason: { code: 'presale', because: '' } })
    expect([guessed.team, guessed.priority]).toEqual(['sales', 'normal'])
    const hinted = seal({ reason: { code: 'presale', because: '', team: 'fitting', priority: 'high', request: 'exchange' } })
    expect([hinted.team, hinted.priority, hinted.reason.request]).toEqual(['fitting', 'high', 'exchange'])
  })

  test('has what the page told, what the shopper showed, and when', () => {
    const packet = seal(
      {
        facts: {
          product: fact('Kettle', 'page'),
          productId: fact('k-1', 'page'),
          cart: fact('49.90', 'page'),
          currency: fact('EUR', 'page'),
          email: fact('ada@example.com'),
          customerProof: fact('signed', 'page'),
        },
        redactions: 2,
        availability: { open: true, wait: { seconds: 130, basis: 'today' }, opens: null, closes: null, reply: null },
      },
      [
        line('a', { kind: 'file', upload: 'u', name: 'pot.png' }),
        line('b', { kind: 'file', upload: 'w', name: 'bot.png' }, 'bot'),
      ],
    )
    expect(packet).toMatchObject({
      attachments: [{ upload: 'u', name: 'pot.png' }],
      product: { title: 'Kettle', id: 'k-1' },
      cart: { worth: '49.90', currency: 'EUR' },
      customer: { email: 'ada@example.com', proof: 'signed' },
      redactions: 2,
      page: 'https://shop.example/p',
      timings: { began: 1_000, sealed: 5_000, promised: 125_000 },
    })
    expect(parsePacket(structuredClone(packet))).toEqual(packet)
  })

  test('promises no time where none was shown', () => {
    const wait = { seconds: 130, basis: 'today' } as const
    expect(seal({}).timings.promised).toBeUndefined()
    expect(seal({ availability: { open: false, wait, opens: null, closes: null, reply: null } }).timings.promised).toBeUndefined()
  })

  test('begins where the last conversation ended', () => {
    const packet = seal({}, [
      line('a', text('before')),
      line('b', { kind: 'notice', code: 'new-conversation' }, 'desk'),
      line('c', text('now')),
    ])
    expect(packet.story.map(({ id }) => id)).toEqual(['c'])
  })

  test('leaves out the oldest lines, and says how many', () => {
    const entries = Array.from({ length: 60 }, (_, index) => line(`l${index}`, text(String(index).repeat(1_000))))
    const { story, omitted, shortened } = seal({}, entries)
    expect(story.length).toBeGreaterThan(15)
    expect(omitted).toBe(60 - story.length)
    expect(story.at(-1)?.id).toBe('l59')
    expect(shortened).toBe(0)
  })

  test('shortens what is long rather than drop it, and says so', () => {
    const facts = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`fact${index}`, fact('ü'.repeat(4_000))]))
    const { shortened, story, ...packet } = seal({ facts, summary: 'In short' }, [line('a', text('x'.repeat(3_000)))])
    expect(Object.keys(packet.facts)).toHaveLength(20)
    expect(packet.facts['fact0']?.value).toMatch(/^ü{100,}…$/)
    expect(shortened).toBe(20)
    expect(packet.summary).toBe('In short')
    expect(story).toHaveLength(1)
  })

  test('keeps the newest line, however long', () => {
    const { story, omitted, shortened } = seal({}, [line('a', text('first')), line('b', text('ü'.repeat(40_000)))])
    expect(story.map(({ id }) => id)).toEqual(['b'])
    expect([omitted, shortened]).toEqual([1, 1])
  })
})

const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.integer({ min: 0, max: 4_000 }).map((length) => 'ж'.repeat(length)),
  fc.constantFrom('\u0001'.repeat(80), '😀'.repeat(500), '"'.repeat(4_000)),
)
const name = fc.oneof(
  fc.constantFrom(
    'name',
    'email',
    'customerId',
    'customerProof',
    'product',
    'productId',
    'productUrl',
    'cart',
    'currency',
    'cartItems',
  ),
  fc.stringMatching(/^[a-z]{1,12}$/),
  fc.integer({ min: 0, max: 9_999 }).map((n) => `${'\u0001'.repeat(70)}${n}`),
)
const anyState = fc.record({
  facts: fc.dictionary(
    name,
    fc.record({
      value: words,
      source: fc.constantFrom('shopper' as const, 'page' as const),
      verified: fc.constant(false),
      at: fc.nat(),
    }),
    { maxKeys: 150, size: 'max' },
  ),
  tried: fc.array(
    fc.record({ article: fc.record({ id: fc.constant('a'), title: words }), helped: fc.constantFrom(true, false, null) }),
    { maxLength: 150, size: 'max' },
  ),
  summary: fc.string({ maxLength: 200 }),
})
const anyLines = fc
  .array(words, { maxLength: 450, size: 'max' })
  .map((all) => all.map((one, index) => line(`l${index}`, text(one))))

test('whatever was said and collected: it fits, the newest lines are there, nothing went in silence, and a desk can read it', () => {
  fc.assert(
    fc.property(anyState, anyLines, (state, lines) => {
      const packet = seal(state, lines)
      expect(encodedSize({ op: 'open', want: 'live', packet })).toBeLessThanOrEqual(LIMITS.command - 1_000)
      expect(packet.summary).toBe(state.summary)
      expect(packet.story.length + packet.omitted).toBe(lines.length)
      expect(packet.story.map(({ id }) => id)).toEqual(lines.slice(packet.omitted).map(({ id }) => id))
      if (lines.length > 0) expect(packet.story.length).toBeGreaterThan(0)
      const changed = Object.entries(state.facts).filter(([key, { value }]) => packet.facts[key]?.value !== value).length
      expect(packet.shortened).toBeGreaterThanOrEqual(changed)
      expect(validate(packet), JSON.stringify(validate.errors)).toBe(true)
      expect(parsePacket(structuredClone(packet))).toEqual(packet)
    }),
    { numRuns: 60 },
  )
}, 30_000)

const someIntent: fc.Arbitrary<Intent> = fc.oneof(
  fc.constant<Intent>({ type: 'talk-to-agent' }),
  fc.string({ maxLength: 80 }).map((words): Intent => ({ type: 'say', text: words })),
  fc.constant<Intent>({ type: 'attach', upload: 'u', name: 'a.png' }),
  fc.constant<Intent>({ type: 'page.changed', facts: { product: 'Kettle', cart: '12' } }),
  fc.constant<Intent>({ type: 'back' }),
)

test('packets of played conversations are what the published schema says', () => {
  let sealed = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(someIntent, fc.nat()), { maxLength: 25, size: 'max' }), (steps) => {
      const play = playFlow(storefrontFlow, Date.parse('2026-11-21')).send({ type: 'start' })
      for (const [intent, pick] of steps) {
        const { prompt } = play.state
        const options = prompt && 'options' in prompt ? prompt.options : []
        const option = options[pick % Math.max(1, options.length)]
        if (option && pick % 3 > 0) play.tap(option.id)
        else if (prompt?.kind === 'form' && pick % 2 > 0) play.fill({ orderNumber: '1001', email: 'ada@example.com' })
        else play.send(intent)
      }
      const packet = sealPacket(play.state, 'v', play.entries, 9_000, {})
      sealed++
      expect(validate(structuredClone(packet)), JSON.stringify(validate.errors)).toBe(true)
      expect(v.is(packetSchema, packet)).toBe(true)
      expect(parsePacket(structuredClone(packet))).toEqual(packet)
    }),
    { numRuns: 200 },
  )
  expect(sealed).toBeGreaterThanOrEqual(200)
})

test.each<[string, (packet: Packet) => object]>([
  ['without a summary', ({ summary: _gone, ...rest }) => rest],
  ['with a reason of its own', (packet) => ({ ...packet, reason: { code: 'whim', because: '' } })],
  ['with a fact that is a number', (packet) => ({ ...packet, facts: { a: 1 } })],
  ['of another version', (packet) => ({ ...packet, schema: 'shopbell.handoff/2' })],
])('the schema refuses a packet %s', (_name, spoil) => {
  expect(validate(spoil(seal({})))).toBe(false)
})

test('what was written as the summary is told once, as the summary', () => {
  const played = playFlow(storefrontFlow).send({ type: 'start' }).tap('Talk to an Agent')
  played.fill({ email: 'ada@example.com', summary: 'My teapot arrived broken' })
  const { conversation } = played.state
  const packet = sealPacket(played.state, conversation ?? '', played.entries, 0, {})
  expect(packet.summary).toBe('My teapot arrived broken')
  expect(packet.story.map(({ content }) => content)).not.toContainEqual(
    expect.objectContaining({ text: 'My teapot arrived broken' }),
  )
  expect(played.lines().at(-1)).toBe('shopper: My teapot arrived broken')
})
