import { describe, expect, test } from 'vitest'
import type { Flow } from '../flow/flow.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { type Play, playFlow } from '../testing/play.js'
import type { Route } from '../triage/route.js'
import { triage } from '../triage/triage.js'

const own: Flow = {
  ...storefrontFlow,
  steps: {
    ...storefrontFlow.steps,
    'return-ask': { type: 'say', text: 'Which order do you want to return?', next: 'menu' },
    'damaged-ask': { type: 'say', text: 'What is damaged?', next: 'menu' },
  },
  routes: { ...storefrontFlow.routes, return: 'return-ask', damaged: 'damaged-ask' },
}

const say = (flow: Flow, text: string, route: Route = triage(text)): Play =>
  playFlow(flow).send({ type: 'start' }).send({ type: 'say', text, route })

describe('a subject for which the flow has steps of its own', () => {
  test.each([
    ['I want to return my order', 'Which order do you want to return?'],
    ['the mug arrived broken', 'What is damaged?'],
  ])('“%s” goes there', (text, words) => {
    expect(say(own, text).lines()).toContain(`bot: ${words}`)
  })

  test('goes to the articles, or to a person, in a flow that has none', () => {
    expect(say(storefrontFlow, 'I want to return my order').state.facts['query']?.value).toBe('I want to return my order')
    expect(say(storefrontFlow, 'the mug arrived broken').state.reason?.code).toBe('damaged')
  })
})

test('team and priority go along to the person', () => {
  expect(say(storefrontFlow, 'which size should I take?').state.reason).toMatchObject({ code: 'presale', team: 'sales' })
  expect(say(storefrontFlow, 'the kettle caught fire').state.reason).toMatchObject({ code: 'safety', priority: 'urgent' })
})

test('a reason that the flow has no words for calls a person without showing a key', () => {
  const play = say(storefrontFlow, 'flurb', { to: 'person', reason: 'other', evidence: [] })
  expect(play.state).toMatchObject({ phase: 'review', reason: { code: 'other' } })
  expect(play.lines().join('\n')).not.toContain('handoff.')
})

test('a wrong charge is no danger: nobody is told to call an emergency number', () => {
  const play = say(storefrontFlow, 'I was charged twice')
  expect(play.state).toMatchObject({ phase: 'review', reason: { code: 'payment', priority: 'high' } })
  expect(play.lines()).toContain(`bot: ${storefrontFlow.texts['handoff.payment']}`)
  expect(play.lines().join('\n')).not.toMatch(/safety|emergency/)
  expect(play.state.prompt).toMatchObject({ summary: expect.stringContaining('a wrong charge') })
})

test('a flow that is older than a reason sums it up in general words, and shows no key', () => {
  const { 'summary.payment': _, 'handoff.payment': __, ...texts } = storefrontFlow.texts
  const play = say({ ...storefrontFlow, texts }, 'I was charged twice')
  expect(play.state.prompt).toMatchObject({ summary: 'Needs a person. “I was charged twice”' })
  expect(play.lines().join('\n')).not.toMatch(/(?:handoff|summary)\./)
})

test('one button tapped again and again, faster than anybody reads, is counted', () => {
  const round = [{ id: 'round', label: 'Round', next: 'round' }]
  const circle: Flow = {
    ...storefrontFlow,
    greeting: { ...storefrontFlow.greeting, options: round },
    steps: { ...storefrontFlow.steps, round: { type: 'choose', options: round } },
  }
  const play = playFlow(circle).send({ type: 'start' })
  const times = [1, 2, 3, 4].map(() => play.tap('round').state.taps?.times)
  expect(times).toEqual([1, 2, 3, 4])
})
