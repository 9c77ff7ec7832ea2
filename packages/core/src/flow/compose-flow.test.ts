import { describe, expect, test } from 'vitest'
import { playFlow } from '../testing/play.js'
import { composeFlow } from './compose-flow.js'
import { defineModule } from './define-module.js'
import { articles } from './modules/articles.js'
import { changes } from './modules/changes.js'
import { damaged } from './modules/damaged.js'
import { message } from './modules/message.js'
import { orders } from './modules/orders.js'
import { presale } from './modules/presale.js'
import { returns } from './modules/returns.js'
import { safety } from './modules/safety.js'

const NOW = Date.parse('2026-11-22T12:00:00Z')
const all = [orders, returns, changes, damaged, presale, articles, message, safety]
const flow = composeFlow({ id: 'shop', version: 1, modules: all })
const began = () => playFlow(flow, NOW).send({ type: 'start' })
const order = { number: '1042', placed: NOW - 86_400_000, parcels: [{ reached: { ordered: NOW } }] }
const delivered = { ...order, parcels: [{ reached: { ordered: 1, packed: 2, shipped: 3, delivered: 4 } }] }
const who = { orderNumber: '1042', email: 'ada@example.com' }

describe('a composed flow', () => {
  test('offers its subjects in the order given, and a person at the end', () => {
    const { prompt } = began().state
    expect(prompt && 'options' in prompt && prompt.options.map(({ label }) => label)).toEqual([
      'Order Status',
      'Return or exchange',
      'Cancel or change an order',
      'Something arrived damaged',
      'Sizes and advice',
      'FAQs',
      'Leave a message',
      'Report a safety problem',
      'Talk to an Agent',
    ])
  })

  test('has words for every text that its steps name', () => {
    const wordless = Object.entries(JSON.parse(JSON.stringify(flow.steps)) as object).flatMap(([id, step]) =>
      [...JSON.stringify(step).matchAll(/"(?:text|label|hint|submit|title)":"([a-z]+\.[^"]+)"/gi)]
        .map(([, key = '']) => key)
        .filter((key) => !Object.hasOwn(flow.texts, key))
        .map((key) => `${id}: ${key}`),
    )
    expect(wordless).toEqual([])
  })

  test('takes other words for its own', () => {
    const spoken = composeFlow({ id: 'shop', version: 1, modules: [], texts: { greeting: 'Moin!' } })
    expect(playFlow(spoken).send({ type: 'start' }).lines()).toEqual(['bot: Moin!'])
  })

  test('refuses two modules that would meet', () => {
    expect(() => composeFlow({ id: 'x', version: 1, modules: [returns, returns] })).toThrow(
      'Two modules have a step "return-ask"',
    )
  })

  test('refuses a step that poses as another module’s', () => {
    const stray = defineModule({ name: 'mine', steps: { 'order-mine': { type: 'end' } }, texts: {} })
    expect(() => composeFlow({ id: 'x', version: 1, modules: [stray] })).toThrow('must begin with "mine-"')
  })
})

describe('each subject prepares what a person needs', () => {
  const asked = (option: string) => began().tap(option)
  const reasonOf = (play: ReturnType<typeof began>) => play.state.reason
  const summaryOf = ({ state: { prompt } }: ReturnType<typeof began>) => (prompt?.kind === 'review' ? prompt.summary : null)

  test('a return, with its reason and wish in words', () => {
    const play = asked('Return or exchange').fill(who).answer({ found: 'order', order: delivered })
    const done = play.fill({ items: 'the green kettle', returnReason: 'changed-mind', wish: 'refund' })
    expect(reasonOf(done)).toMatchObject({ code: 'return', request: 'return' })
    expect(summaryOf(done)).toBe(
      'Wants to return the green kettle (I changed my mind) and would like: My money back. About order 1042.',
    )
    const { prompt } = done.state
    expect(prompt?.kind === 'review' && prompt.lines.map(({ label, value }) => `${label} = ${value}`)).toEqual([
      'Order number = 1042',
      'E-mail = ada@example.com',
      'What I found = Delivered',
      'What do you want to send back? = the green kettle',
      'Why? = I changed my mind',
      'What would you like? = My money back',
    ])
  })

  test('an exchange, where another one is wanted', () => {
    const play = asked('Return or exchange').fill(who).answer({ found: 'nothing' })
    const done = play.fill({ items: 'a shirt', returnReason: 'too-small', wish: 'replace' })
    expect(reasonOf(done)).toMatchObject({ code: 'return', request: 'exchange' })
  })

  test('a return of what has not left yet is stopped instead', () => {
    const play = asked('Return or exchange').fill(who).answer({ found: 'order', order })
    expect(reasonOf(play.tap('stop'))).toMatchObject({ code: 'cancel-order', request: 'cancel', priority: 'high' })
  })

  test.each([
    ['cancel', 'cancel-order', 'cancel'],
    ['address', 'change-order', 'change'],
  ])('an order that can still be caught goes to a person: %s', (option, code, request) => {
    const found = asked('Cancel or change an order').tap(option).fill(who).answer({ found: 'order', order })
    const done = option === 'cancel' ? found : found.fill({ changes: 'to 5 Mill Lane' })
    expect(reasonOf(done)).toMatchObject({ code, request, priority: 'high' })
  })

  test('an order that has left is told so at once', () => {
    const play = asked('Cancel or change an order').tap('cancel').fill(who).answer({ found: 'order', order: delivered })
    expect(play.lines().at(-1)).toContain('has left us already')
  })

  test('a damaged item asks for photos', () => {
    const play = asked('Something arrived damaged').fill(who).fill({ damage: 'the handle is broken' })
    expect(reasonOf(play)).toMatchObject({ code: 'damaged', request: 'damage', photos: true })
    expect(play.state.prompt).toMatchObject({ kind: 'review', photos: true })
  })

  test('a question before buying goes to the people who sell', () => {
    const play = asked('Sizes and advice').fill({ question: 'Is it true to size?' })
    expect(reasonOf(play)).toMatchObject({ code: 'presale', team: 'sales' })
  })

  test('a safety matter goes to a person without a question, after the emergency words', () => {
    const play = asked('Report a safety problem')
    expect(play.lines().at(-2)).toContain('emergency number')
    expect(reasonOf(play)).toMatchObject({ code: 'safety', priority: 'urgent' })
  })

  test('a message goes along in the summary', () => {
    const play = asked('Leave a message').fill({ message: 'Thanks for the quick help' })
    expect(summaryOf(play)).toBe('Left a message: Thanks for the quick help')
  })
})
