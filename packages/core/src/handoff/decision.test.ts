import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDecision } from '../boundary/parse-decision.js'
import { reader } from '../boundary/read.js'
import { blankPacket } from '../testing/blank-commit.js'
import { amountOf, type Decision, type DecisionFault, faultOf, OUTCOMES, OUTCOMES_OF } from './decision.js'
import { REQUEST_KINDS } from './reason.js'
import { decisionLine, ticketText } from './ticket-text.js'

const euros = (value: number) => ({ value, currency: 'EUR' })
const parse = (value: unknown) => {
  const read = reader(value)
  return read && parseDecision(read)
}

describe('a decision', () => {
  test.each<[string, Decision, DecisionFault | null]>([
    ['a refund of all', { request: 'return', outcome: 'refund', note: '' }, null],
    ['a refund of a part', { request: 'return', outcome: 'refund', amount: euros(5), note: '' }, null],
    ['a refund of nothing', { request: 'return', outcome: 'refund', amount: euros(0), note: '' }, 'amount'],
    ['store credit', { request: 'exchange', outcome: 'store-credit', amount: euros(5), note: '' }, null],
    ['store credit of nothing named', { request: 'exchange', outcome: 'store-credit', note: '' }, 'amount'],
    ['a repair to pay for', { request: 'damage', outcome: 'repair-charged', amount: euros(12.5), note: '' }, null],
    ['a free repair with a price', { request: 'damage', outcome: 'repair', amount: euros(12.5), note: '' }, 'amount'],
    ['a cancelled order', { request: 'cancel', outcome: 'cancelled', note: '' }, null],
    ['a refund for a cancellation', { request: 'cancel', outcome: 'refund', note: '' }, 'outcome'],
    ['a changed order', { request: 'change', outcome: 'changed', note: '' }, null],
    ['a no with a reason', { request: 'change', outcome: 'reject', note: 'It is on its way' }, null],
    ['a no without', { request: 'change', outcome: 'reject', note: ' ' }, 'note'],
    ['another one with a reason', { request: 'return', outcome: 'replace', note: 'We found one', replaces: 3 }, null],
    ['another one without', { request: 'return', outcome: 'replace', note: '', replaces: 3 }, 'note'],
  ])('%s', (_name, decision, fault) => {
    expect(faultOf(decision)).toBe(fault)
    expect(parse(structuredClone(decision))).toEqual(fault === null ? decision : null)
  })

  test.each([
    ['an amount that is no number', { request: 'return', outcome: 'refund', amount: { value: '5', currency: 'EUR' }, note: '' }],
    ['an amount without a currency', { request: 'return', outcome: 'refund', amount: { value: 5 }, note: '' }],
    ['money of nowhere', { request: 'return', outcome: 'refund', amount: { value: 5, currency: '€' }, note: '' }],
    ['a kind that nobody knows', { request: 'gift', outcome: 'refund', note: '' }],
  ])('with %s is none', (_name, value) => {
    expect(parse(value)).toBeNull()
  })

  test('every request can be refused, and whatever is made by the rules can be read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...REQUEST_KINDS),
        fc.constantFrom(...OUTCOMES),
        fc.option(fc.integer({ min: 1, max: 1_000 }), { nil: undefined }),
        (request, outcome, value) => {
          expect(OUTCOMES_OF[request]).toContain('reject')
          const decision: Decision = {
            request,
            outcome,
            note: 'because',
            ...(value === undefined ? {} : { amount: euros(value) }),
          }
          const fits = amountOf(outcome) === 'possible' || (amountOf(outcome) === 'needed') === (value !== undefined)
          expect(faultOf(decision) === null).toBe(OUTCOMES_OF[request].includes(outcome) && fits)
        },
      ),
    )
  })
})

describe('a ticket as text', () => {
  const refund: Decision = { request: 'return', outcome: 'refund', amount: euros(12.5), note: 'The lid\nwas loose.' }

  test('says what was decided, by whom, and why', () => {
    expect(decisionLine(refund)).toBe('Refund of 12.50 EUR (return): The lid was loose.')
    const packet = {
      ...blankPacket('v'),
      summary: 'The lid is loose.',
      reason: { code: 'return' as const, because: '', request: 'return' as const },
      facts: { email: { value: 'ada@example.com', source: 'shopper' as const, verified: false, at: 0 } },
      tried: [{ article: { id: 'a', title: 'Returns' }, helped: false, missing: 'my case' }],
    }
    const text = ticketText(packet, [{ seq: 4, at: 1, by: 'agent', name: 'Maya', fact: { kind: 'decided', ...refund } }])
    expect(text).toBe(
      [
        'The lid is loose.',
        'Reason: return\nTo be decided: return',
        'Decided\n- Maya: Refund of 12.50 EUR (return): The lid was loose.',
        'Told us\n- email: ada@example.com',
        'Read\n- Returns (did not help): my case',
      ].join('\n\n'),
    )
  })

  test('stays small, whatever was said', () => {
    const facts = Object.fromEntries(
      Array.from({ length: 100 }, (_, n) => [
        `f${n}`,
        { value: 'x'.repeat(4_000), source: 'shopper' as const, verified: false, at: 0 },
      ]),
    )
    expect(ticketText({ ...blankPacket('v'), facts }, []).length).toBeLessThan(20_000)
  })
})
