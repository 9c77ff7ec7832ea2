import { describe, expect, test } from 'vitest'
import { type Play, playFlow } from '../testing/play.js'
import { defineFlow } from './define-flow.js'

// What the richest of the builders without code can do, in twelve kinds of steps, each in our flow language: one shop that has
// them all, and a conversation through each.

const shop = defineFlow({
  id: 'twelve',
  version: 1,
  menu: 'menu',
  greeting: {
    type: 'choose',
    text: 'Hello',
    options: [
      { id: 'message', label: 'Message', next: 'message' },
      { id: 'choices', label: 'Options', next: 'choices' },
      { id: 'list', label: 'Article list', next: 'list' },
      { id: 'carousel', label: 'Carousel', next: 'carousel' },
      { id: 'details', label: 'Ask for details', next: 'details' },
      { id: 'request', label: 'API call', next: 'request' },
      { id: 'hours', label: 'Business hours', next: 'hours' },
      { id: 'link', label: 'Link to another answer', next: 'link' },
      { id: 'variable', label: 'Set variable', next: 'variable' },
      { id: 'agent', label: 'Talk to an Agent', next: 'person' },
    ],
  },
  steps: {
    message: { type: 'say', text: 'We send every parcel within a day.', next: 'helped' },
    choices: {
      type: 'choose',
      text: 'Which one is yours?',
      look: 'cards',
      options: [
        { id: 'fern', label: 'Fern', image: 'https://shop.example/fern.jpg', next: 'message' },
        { id: 'reed', label: 'Reed', hint: 'With a wooden handle', next: 'message' },
      ],
    },
    list: {
      type: 'call',
      action: 'searchFaqs',
      input: ['query'],
      timeout: 5_000,
      done: 'list-shown',
      empty: 'message',
      failed: 'person',
      timedOut: 'person',
      set: { query: 'descale' },
    },
    'list-shown': {
      type: 'articles',
      text: 'These may answer it.',
      read: 'list-read',
      search: 'list',
      empty: 'person',
      options: [{ id: 'agent', label: 'Talk to a person', next: 'person' }],
    },
    'list-read': {
      type: 'call',
      action: 'readArticle',
      input: ['article'],
      timeout: 5_000,
      done: 'helped',
      empty: 'list',
      failed: 'person',
      timedOut: 'person',
    },
    carousel: {
      type: 'say',
      text: 'These two fit a small kitchen.',
      cards: [
        { title: 'Fern', text: 'For {people}', image: 'https://shop.example/fern.jpg', link: '/kettles/fern' },
        { title: 'Reed', link: 'https://shop.example/reed' },
      ],
      next: 'helped',
      set: { people: 'two' },
    },
    details: {
      type: 'ask',
      text: 'Who may we write to?',
      fields: ['name', 'email'],
      submit: 'Go on',
      retries: 1,
      next: 'details-done',
      onFail: 'person',
    },
    'details-done': { type: 'say', text: 'Thank you, {name}.', next: 'helped' },
    helped: { type: 'helped', text: 'Did this help?', yes: 'done', no: 'person', missing: true },
    request: {
      type: 'call',
      action: 'repairSlots',
      input: ['orderNumber'],
      save: { price: 'price.amount', slot: 'slots.first' },
      timeout: 8_000,
      done: 'condition',
      empty: 'person',
      failed: 'person',
      timedOut: 'person',
    },
    condition: {
      type: 'branch',
      cases: [{ when: [{ fact: 'price', atLeast: 100 }, { known: 'slot' }], next: 'person-sales' }],
      otherwise: 'condition-cheap',
    },
    'condition-cheap': { type: 'say', text: 'That costs {price} euros.', next: 'helped' },
    hours: { type: 'branch', cases: [{ when: { hours: 'open' }, next: 'person' }], otherwise: 'hours-closed' },
    'hours-closed': { type: 'say', text: 'We are back on Monday at nine.', next: 'helped' },
    link: { type: 'goto', step: 'message' },
    variable: { type: 'goto', step: 'variable-said', set: { plan: 'gold' } },
    'variable-said': { type: 'say', text: 'Your plan is {plan}.', next: 'helped' },
    person: { type: 'handoff', text: 'A person takes it from here.', reason: 'asked' },
    'person-sales': { type: 'handoff', reason: 'presale', team: 'workshop', priority: 'high' },
    done: { type: 'end', text: 'Good to hear.' },
  },
  fields: {
    name: { type: 'text', label: 'Name' },
    email: { type: 'email', label: 'E-mail' },
    orderNumber: { type: 'order-number', label: 'Order number' },
    missing: { type: 'long-text', label: 'What was missing?', optional: true },
  },
  facts: ['people', 'plan', 'price', 'slot'],
  routes: {},
  hours: { zone: 'Europe/Berlin', week: { mon: [{ from: '09:00', to: '18:00' }] } },
  texts: {
    'menu.again': 'Anything else?',
    talk: 'Talk to a person',
    'helped.yes': 'Yes',
    'helped.no': 'No',
    'helped.missing': 'What was missing?',
    'helped.send': 'Send',
    'helped.skip': 'Skip',
  },
})

const MONDAY_NOON = Date.parse('2026-11-23T12:00:00+01:00')
const SUNDAY = Date.parse('2026-11-22T12:00:00+01:00')
const article = { id: 'descale', title: 'How to descale a kettle', body: 'Vinegar.' }

const begin = (way: string, at = SUNDAY): Play => playFlow(shop, at).send({ type: 'start' }).tap(way)
/** Ends at the menu, with the matter settled. */
const settles = (play: Play): void => {
  play.tap('Yes')
  expect(play.lines().at(-1)).toBe('bot: Good to hear.')
  expect(play.state).toMatchObject({ phase: 'bot', prompt: { kind: 'choice', step: 'menu' } })
}

describe('each of the twelve kinds of steps can be said in a flow', () => {
  test('message', () => {
    const play = begin('Message')
    expect(play.lines()).toContain('bot: We send every parcel within a day.')
    settles(play)
  })

  test('options, with pictures', () => {
    const play = begin('Options')
    expect(play.state.prompt).toMatchObject({
      look: 'cards',
      options: [
        { label: 'Fern', image: 'https://shop.example/fern.jpg' },
        { label: 'Reed', hint: 'With a wooden handle' },
      ],
    })
    settles(play.tap('Reed'))
    expect(play.lines()).toContain('shopper: Reed')
  })

  test('article list', () => {
    const play = begin('Article list')
    expect(play.effects).toMatchObject([{ do: 'call', name: 'searchFaqs', input: { query: 'descale' } }])
    play.answer({ found: 'articles', articles: [{ id: article.id, title: article.title }] })
    expect(play.state.prompt).toMatchObject({ kind: 'articles', articles: [{ title: article.title }] })
    play.tap(article.title).answer({ found: 'article', article })
    expect(play.lines()).toContain('bot: [article How to descale a kettle]')
    settles(play)
  })

  test('carousel', () => {
    const play = begin('Carousel')
    expect(play.entries.flatMap(({ content }) => (content.kind === 'cards' ? content.cards : []))).toEqual([
      { title: 'Fern', text: 'For two', image: 'https://shop.example/fern.jpg', link: '/kettles/fern' },
      { title: 'Reed', link: 'https://shop.example/reed' },
    ])
    settles(play)
  })

  test('ask for details', () => {
    const play = begin('Ask for details').fill({ name: 'Ada', email: 'ada' })
    expect(play.state.prompt).toMatchObject({ kind: 'form', fields: [{ value: 'Ada' }, { error: expect.any(String) }] })
    play.fill({ name: 'Ada', email: 'ada@example.com' })
    expect(play.lines()).toContain('bot: Thank you, Ada.')
    expect(play.state.facts).toMatchObject({ name: { value: 'Ada' }, email: { value: 'ada@example.com' } })
    settles(play)
  })

  test('ask if resolved', () => {
    settles(begin('Message'))
    const play = begin('Message').tap('No').fill({ missing: 'Does that hold for islands?' })
    expect(play.state).toMatchObject({ phase: 'review', facts: { missing: { value: 'Does that hold for islands?' } } })
  })

  test('API call', () => {
    const play = begin('API call')
    expect(play.effects).toMatchObject([{ do: 'call', name: 'repairSlots', timeout: 8_000 }])
    play.answer({ found: 'value', value: { price: { amount: 40 }, slots: { first: '2026-11-24' } } })
    expect(play.state.facts).toMatchObject({ price: { value: '40', source: 'desk' }, slot: { value: '2026-11-24' } })
    expect(play.lines()).toContain('bot: That costs 40 euros.')
    settles(play)
  })

  test.each(['timeout', 'error', 'lost'] as const)('API call that ends in %s', (why) => {
    const play = begin('API call')
    play.send({ type: 'call.failed', call: play.state.pending?.call ?? '', why })
    expect(play.state).toMatchObject({ phase: 'review' })
  })

  test('transfer', () => {
    const play = begin('Talk to an Agent')
    expect(play.lines().at(-1)).toBe('bot: A person takes it from here.')
    play.fill({ email: 'ada@example.com', orderNumber: '', summary: 'Hello' })
    expect(play.effects).toMatchObject([{ do: 'open', want: 'live' }])
    expect(play.state).toMatchObject({ phase: 'handed' })
  })

  test('condition', () => {
    const play = begin('API call').answer({ found: 'value', value: { price: { amount: 100 }, slots: { first: 'Monday' } } })
    expect(play.state).toMatchObject({ phase: 'review', reason: { code: 'presale', team: 'workshop', priority: 'high' } })
  })

  test('business hours', () => {
    expect(begin('Business hours', MONDAY_NOON).state).toMatchObject({ phase: 'review' })
    const play = begin('Business hours', SUNDAY)
    expect(play.lines()).toContain('bot: We are back on Monday at nine.')
    settles(play)
  })

  test('link to another answer', () => {
    const play = begin('Link to another answer')
    expect(play.lines()).toContain('bot: We send every parcel within a day.')
    settles(play)
  })

  test('set variable', () => {
    const play = begin('Set variable')
    expect(play.lines()).toContain('bot: Your plan is gold.')
    expect(play.state.facts).toMatchObject({ plan: { value: 'gold' } })
    settles(play)
  })
})
