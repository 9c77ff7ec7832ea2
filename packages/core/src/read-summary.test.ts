import { expect, test } from 'vitest'
import type { ChatEvent } from './conversation/event.js'
import type { Environment } from './environment.js'
import { storefrontFlow } from './flow/storefront-flow.js'
import { readSummary } from './read-summary.js'
import { createFakeEnvironment } from './testing/fake-environment.js'
import { playFlow } from './testing/play.js'

const { state } = playFlow(storefrontFlow).send({ type: 'start' }).send({ type: 'talk-to-agent' })
const sent = (summary: string): ChatEvent => ({
  id: 'e',
  at: 0,
  type: 'submit',
  prompt: state.prompt?.id ?? '',
  values: { summary },
})
const injured = sent('I am injured')
const read = (event: ChatEvent, environment: Environment, load: typeof rules, now = state) =>
  readSummary([event, now, storefrontFlow, { adapter: {}, environment }, new AbortController().signal], load)

const rules = () => import('./free-text.js')

test('a summary of the shopper’s own is read for what is urgent', async () => {
  const environment = createFakeEnvironment()
  expect(await read(injured, environment, rules)).toMatchObject({ route: { reason: 'safety', priority: 'urgent' } })
  expect(environment.timers()).toBe(0)
})

test('nothing is fetched for the bot’s own words, nor for a form', async () => {
  const never = () => Promise.reject(new Error('fetched'))
  const environment = createFakeEnvironment()
  const drafted = sent('')
  const form = playFlow(storefrontFlow).send({ type: 'start' }).tap('Order Status')
  expect(await read(drafted, environment, never)).toBe(drafted)
  expect(await read(injured, environment, never, form.state)).toBe(injured)
})

test('what cannot be fetched holds nothing up', async () => {
  const environment = createFakeEnvironment()
  expect(await read(injured, environment, () => Promise.reject(new Error('offline')))).toBe(injured)
  expect(environment.timers()).toBe(0)
})

test('what takes long is waited for a moment', async () => {
  const environment = createFakeEnvironment()
  const reading = read(injured, environment, () => new Promise(() => undefined))
  await environment.advance(1_500)
  expect(await reading).toBe(injured)
})
