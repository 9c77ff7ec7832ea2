import fc from 'fast-check'
import { afterEach, describe, expect, test } from 'vitest'
import { blankPacket } from '../testing/blank-commit.js'
import { parseArticle, parseTopic } from './parse-article.js'
import { parseAvailability } from './parse-availability.js'
import { parseContent, parseEntry } from './parse-content.js'
import { parseFrame, parsePage, parseWelcome } from './parse-frame.js'
import { parseOrder } from './parse-order.js'
import { parsePacket } from './parse-packet.js'
import { parseRecord } from './parse-record.js'
import { parseVerdict } from './parse-verdict.js'
import { text } from './read.js'

const parsers = {
  parseArticle,
  parseTopic,
  parseAvailability,
  parseContent,
  parseEntry,
  parseFrame,
  parsePage,
  parseWelcome,
  parseOrder,
  parsePacket,
  parseRecord,
  parseVerdict,
}

const order = { number: '1001', placed: 5, parcels: [{ reached: { ordered: 5 } }] }
const packet = { ...blankPacket('v'), order, facts: { email: { value: 'a@b.c', source: 'shopper', verified: false, at: 1 } } }
const record = { seq: 1, at: 2, by: 'shopper', fact: { kind: 'opened', want: 'live', packet }, cmid: 'v' }
const page = { conversation: 'v', epoch: 'e', records: [record], head: 1 }
const welcome = { t: 'welcome', verdicts: [{ t: 'rejected', cmid: 'c', code: 'closed' }], pages: [page], expectedN: 2, now: 3 }

describe('what is whole comes through whole', () => {
  test.each<[string, (value: unknown) => unknown, object]>([
    [
      'an order',
      parseOrder,
      {
        ...order,
        city: 'Leeds',
        cancelled: 1,
        returned: 2,
        refunded: 3,
        parcels: [{ reached: { ordered: 1, delivered: 2 }, lastScan: 3, promised: '2026-01-05', lost: true }],
      },
    ],
    ['an article', parseArticle, { id: 'a', title: 'A', teaser: 'b', body: 'c' }],
    ['a topic', parseTopic, { id: 'a', title: 'A', articles: [{ id: 'b', title: 'B' }] }],
    [
      'availability',
      parseAvailability,
      { open: true, wait: { seconds: 5, basis: 'today' }, opens: null, closes: 9, reply: null },
    ],
    ['a picture', parseContent, { kind: 'file', upload: 'u', name: 'a.png', url: 'https://example.com/a.png' }],
    ['an answer', parseContent, { kind: 'answered', to: 'p', text: 'yes', key: 'k' }],
    ['a notice', parseContent, { kind: 'notice', code: 'restarted' }],
    ['a packet', parsePacket, packet],
    ['a record', parseRecord, record],
    ['a ticket', parseRecord, { seq: 2, at: 0, by: 'desk', fact: { kind: 'deferred', ticket: 'T-1', due: null } }],
    ['a page', parsePage, { ...page, reset: true }],
    ['a welcome', parseWelcome, welcome],
    ['a refusal', parseWelcome, { t: 'refused', code: 'busy', after: 5 }],
    ['a record frame', parseFrame, { t: 'record', conversation: 'v', epoch: 'e', record }],
    ['a head', parseFrame, { t: 'head', conversation: 'v', epoch: 'e', seq: 0 }],
    ['typing', parseFrame, { t: 'hint', hint: { type: 'typing', conversation: 'v', by: 'agent', name: 'Maya' } }],
    [
      'a queue',
      parseFrame,
      { t: 'hint', hint: { type: 'queue', conversation: 'v', position: 2, wait: { seconds: 1, basis: 'shop' } } },
    ],
    [
      'a decision',
      parseContent,
      {
        kind: 'decided',
        request: 'return',
        outcome: 'store-credit',
        amount: { value: 12.5, currency: 'EUR' },
        note: 'With thanks',
        replaces: 4,
      },
    ],
    ['a receipt', parseFrame, { t: 'hint', hint: { type: 'read', conversation: 'v', by: 'agent', seq: 4 } }],
    ['a verdict', parseVerdict, { t: 'committed', cmid: 'c', conversation: 'v', seq: 0, at: 1, dup: true }],
    ['a gap', parseVerdict, { t: 'retry', code: 'gap', expectedN: 4 }],
  ])('%s', (_name, parse, value) => {
    const parsed = parse(structuredClone(value))
    expect(parsed).toEqual(value)
    expect(parse({ ...value, surprise: 1 })).toEqual(value)
  })
})

describe('what is not', () => {
  test('an unknown kind keeps its place in the log', () => {
    expect(parseRecord({ seq: 7, fact: { kind: 'hologram' } })).toEqual({
      seq: 7,
      at: 0,
      by: 'desk',
      fact: { kind: 'unsupported' },
    })
    expect(parseRecord({ seq: 7, fact: null })?.fact).toEqual({ kind: 'unsupported' })
  })

  test.each([0, -1, 1.5, '1', Number.MAX_VALUE, undefined])('a record numbered %s has no place', (seq) => {
    expect(parseRecord({ ...record, seq })).toBeNull()
  })

  test.each([
    undefined,
    null,
    'ok',
    200,
    [],
    {},
    { t: 'committed' },
    { t: 'committed', cmid: 'c', conversation: 'v' },
    { t: 'committed', cmid: '', conversation: 'v', seq: 1 },
  ])('%j is no verdict, but `retry`', (value) => {
    expect(parseVerdict(value)).toEqual({ t: 'retry', code: 'unavailable' })
  })

  test.each([
    [5_000, 5_000],
    [86_400_000, 300_000],
  ])('a wait of %i is %i', (after, waited) => {
    expect(parseVerdict({ t: 'retry', code: 'rate_limited', after })).toEqual({ t: 'retry', code: 'rate_limited', after: waited })
  })

  test.each([0, -5, Number.NaN, 'soon', null])('a wait of %s is none', (after) => {
    expect(parseVerdict({ t: 'retry', code: 'rate_limited', after })).toEqual({ t: 'retry', code: 'rate_limited' })
  })

  test.each(['javascript:alert(1)', 'data:image/svg+xml,<svg>', '//example.com/a.png', 'https://a b', ' https://a', 7])(
    '%s is no address of a picture',
    (url) => {
      expect(parseContent({ kind: 'file', upload: 'u', name: 'a', url })).toEqual({ kind: 'file', upload: 'u', name: 'a' })
    },
  )

  test('a wait without a basis is a guess, and none', () => {
    expect(parseAvailability({ open: true, wait: { seconds: 5 } })).toEqual({
      open: true,
      wait: null,
      opens: null,
      closes: null,
      reply: null,
    })
  })

  test('what is too long is cut, and never within a character', () => {
    expect(text('abc', 2)).toBe('ab')
    expect(text('a😀', 2)).toBe('a')
    expect(text('😀', 2)).toBe('😀')
  })

  test('a fact called __proto__ is only a fact', () => {
    const facts = JSON.parse('{"__proto__":{"value":"x","source":"page","verified":true,"at":1}}')
    const parsed = parsePacket({ ...packet, facts })
    expect(Object.keys(parsed?.facts ?? {})).toEqual(['__proto__'])
    expect(({} as { value?: string }).value).toBeUndefined()
  })

  describe('a polluted prototype', () => {
    const pollution = Object.prototype as { t?: string; open?: boolean }
    afterEach(() => {
      delete pollution.t
      delete pollution.open
    })

    test('gives nothing away', () => {
      Object.assign(pollution, { t: 'going-away', open: true })
      expect(parseFrame({})).toBeNull()
      expect(parseAvailability({})).toBeNull()
    })
  })
})

/** Something that looks like what is expected, and then again not. */
const nearly = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(
      null,
      undefined,
      '',
      'welcome',
      'record',
      'opened',
      'text',
      'v',
      0,
      1,
      -1,
      Number.NaN,
      Number.POSITIVE_INFINITY,
      true,
      false,
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        't',
        'kind',
        'fact',
        'record',
        'records',
        'packet',
        'story',
        'conversation',
        'epoch',
        'seq',
        'head',
        'cmid',
        'id',
        'at',
        '__proto__',
      ),
      tie('value'),
    ),
  ),
})).value

test.each(Object.entries(parsers))('%s never throws, and what it gives it would take again', (_name, parse) => {
  fc.assert(
    fc.property(fc.oneof(nearly, fc.jsonValue(), fc.anything()), (value) => {
      const parsed = parse(value)
      const again = parsed === null ? null : parse(structuredClone(parsed))
      expect(again).toEqual(parsed)
    }),
  )
})
