import { expect, test } from 'vitest'
import type { Flow } from '../flow/flow.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { type Play, playFlow } from '../testing/play.js'

const masked: Flow = {
  ...storefrontFlow,
  fields: { ...storefrontFlow.fields, orderNumber: { type: 'order-number', label: 'Order', masks: ['FK-#####'] } },
}

const placed = { to: 'order', evidence: [] } as const

function labels({ state: { prompt } }: Play): readonly string[] {
  return prompt && 'options' in prompt ? prompt.options.map(({ label }) => label) : []
}

test('several orders in one text become a choice, and the flow goes on with the one that was tapped', () => {
  const play = playFlow(masked)
    .send({ type: 'start' })
    .send({ type: 'say', text: 'where are FK-10428 and fk 1o429? ada@example.com', route: placed })
  expect(play.state.prompt?.kind).toBe('choice')
  expect(labels(play)).toEqual(['FK-10428', 'FK-10429', 'I don’t have the number'])
  expect(play.lines().at(-1)).toBe('bot: Which of these is it about?')
  play.tap('FK-10429')
  // The e-mail was said in the same breath.
  expect(play.effects).toMatchObject([{ do: 'call', input: { orderNumber: 'FK-10429', email: 'ada@example.com' } }])
  expect(play.lines()).toContain('shopper: FK-10429')
})

test('what is still missing is asked afterwards, with the picked number in its place', () => {
  const play = playFlow(masked)
    .send({ type: 'start' })
    .send({ type: 'say', text: 'FK-10428 or FK-10429', route: placed })
    .tap('FK-10428')
  expect(play.state.prompt).toMatchObject({ kind: 'form', fields: [{ value: 'FK-10428' }, { name: 'email', value: '' }] })
})

test('while the form is open it is the same, and what is in it stays', () => {
  const play = playFlow(masked).send({ type: 'start' }).tap('order')
  play.send({ type: 'say', text: 'ada@example.com' })
  play.send({ type: 'say', text: 'Re: Your Fern & Kettle orders #FK-10428, #FK-10429 have shipped' })
  expect(labels(play)).toEqual(['FK-10428', 'FK-10429', 'I don’t have the number'])
  play.tap('FK-10428')
  expect(play.effects).toMatchObject([{ do: 'call', input: { orderNumber: 'FK-10428', email: 'ada@example.com' } }])
})

test('there are never more choices than a shopper can take in, and the way around stays', () => {
  const text = Array.from({ length: 15 }, (_, index) => `FK-${10_400 + index}`).join(' ')
  const play = playFlow(masked).send({ type: 'start' }).send({ type: 'say', text, route: placed })
  expect(labels(play)).toHaveLength(10)
  expect(labels(play).at(-1)).toBe('I don’t have the number')
  play.tap('no-number')
  expect(play.state.phase).toBe('review')
})

test('a number that the page knows is one tap away, as it came, and what the shopper typed stays', () => {
  const play = playFlow(storefrontFlow)
    .send({ type: 'start' })
    .send({ type: 'page.changed', facts: { orderNumber: 'FK-10428', email: 'ada@example.com' } })
    .tap('order')
  expect(play.state.facts['orderNumber']).toMatchObject({ source: 'page', verified: false })
  expect(play.state.prompt).toMatchObject({ fields: [{ value: 'FK-10428' }, { value: 'ada@example.com' }] })
  play.fill({ orderNumber: 'FK-10428', email: 'eve@example.com' })
  play.send({ type: 'page.changed', facts: { email: 'ada@example.com' } })
  expect(play.state.facts['email']).toMatchObject({ value: 'eve@example.com', source: 'shopper' })
})
