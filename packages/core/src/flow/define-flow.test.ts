import { expect, test } from 'vitest'
import { defineFlow } from './define-flow.js'

const words = { id: 'x', version: 1, menu: 'menu', texts: {} } as const
const greeting = (next: 'end' | 'menu') => ({ type: 'choose', options: [{ id: 'a', label: 'A', next }] }) as const

test('a flow whose ids and names are right compiles, and comes back as it was written', () => {
  const source = {
    ...words,
    greeting: greeting('end'),
    steps: {
      ask: { type: 'ask', fields: ['size', 'email'], submit: 'Send', retries: 1, next: 'branch', onFail: 'end' },
      branch: { type: 'branch', cases: [{ when: { fact: 'plan', in: ['gold'] }, next: 'menu' }], otherwise: 'end' },
      end: { type: 'end', set: { plan: 'gold' } },
    },
    fields: { size: { type: 'text', label: 'Size' } },
    facts: ['plan'],
    routes: { order: 'ask' },
  } as const
  expect(defineFlow(source)).toBe(source)
})
