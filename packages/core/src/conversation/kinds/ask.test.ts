import { expect, test } from 'vitest'
import type { Flow } from '../../flow/flow.js'
import { storefrontFlow } from '../../flow/storefront-flow.js'
import { playFlow } from '../../testing/play.js'

/** A flow whose form is the step `form`, and which says what it led to. */
function asks(form: string): Flow {
  return {
    id: 'asks',
    version: 1,
    menu: 'menu',
    greeting: { type: 'choose', text: 'Hi', options: [{ id: 'go', label: 'Go', next: form }] },
    steps: Object.fromEntries([
      [form, { type: 'ask', text: 'Please', fields: ['email'], submit: 'Send', retries: 1, next: 'thanks', onFail: 'gave-up' }],
      ['thanks', { type: 'end', text: 'Thanks' }],
      ['gave-up', { type: 'end', text: 'No matter' }],
    ]),
    fields: { email: { type: 'email', label: 'E-mail' } },
    routes: {},
    texts: storefrontFlow.texts,
  }
}

test.each(['form', 'constructor', 'toString', 'valueOf', '__proto__'])(
  'a form named “%s” may fail as often as its step says',
  (form) => {
    const play = playFlow(asks(form)).send({ type: 'start' }).tap('go').fill({ email: 'no' })
    expect(play.lines().at(-1)).toBe('bot: Please')
    expect(play.fill({ email: 'no' }).lines().at(-1)).toBe('bot: No matter')
  },
)

test('where the matter ends, all failed tries are forgotten', () => {
  const play = playFlow(asks('form')).send({ type: 'start' }).tap('go').fill({ email: 'no' }).fill({ email: 'ada@example.com' })
  expect(play.lines().at(-1)).toBe('bot: Thanks')
  play.tap('go').fill({ email: 'no' })
  expect(play.state.prompt).toMatchObject({ kind: 'form' })
})

test('a form that was filled in well ends a row of texts that found no place', () => {
  const flow = asks('form')
  const { state } = playFlow(flow).send({ type: 'start' }).tap('go')
  const play = playFlow(flow, 0, { ...state, unplaced: 1 })
  expect(play.fill({ email: 'ada@example.com' }).state.unplaced).toBe(0)
})
