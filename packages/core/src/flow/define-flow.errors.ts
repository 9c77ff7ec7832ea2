import { defineFlow } from './define-flow.js'
import { defineModule } from './define-module.js'

// The compiler is the test here: each line that must not compile says so, and a build in which one of them does compile fails.

const end = { type: 'end' } as const
const steps = { end } as const
const greeting = { type: 'choose', options: [{ id: 'a', label: 'A', next: 'end' }] } as const
const base = { id: 'x', version: 1, menu: 'menu', texts: {}, greeting, fields: {}, routes: {} } as const
const form = { type: 'ask', submit: 'Send', retries: 1, next: 'end', onFail: 'end' } as const
const asked = { type: 'call', action: 'x', input: [], timeout: 1000, done: 'end', empty: 'end', failed: 'end' } as const

// @ts-expect-error a step that is not there
defineFlow({ ...base, steps: { say: { type: 'say', text: 'Hi', next: 'edn' }, end } })
// @ts-expect-error an option that leads nowhere
defineFlow({ ...base, steps, greeting: { type: 'choose', options: [{ id: 'a', label: 'A', next: 'edn' }] } })
// @ts-expect-error a route to nowhere
defineFlow({ ...base, steps, routes: { order: 'edn' } })
// @ts-expect-error a field that is not declared
defineFlow({ ...base, steps: { ask: { ...form, fields: ['sise'] }, end } })
// @ts-expect-error a fact that nobody declares, set by a step
defineFlow({ ...base, steps: { end: { type: 'end', set: { plam: 'gold' } } } })
const lost = { type: 'branch', cases: [{ when: { fact: 'plam', in: ['a'] }, next: 'end' }], otherwise: 'end' } as const
// @ts-expect-error a fact that nobody declares, in a condition
defineFlow({ ...base, steps: { lost, end } })
// @ts-expect-error a kind of step that there is not
defineFlow({ ...base, steps: { end: { type: 'ends' } } })
// @ts-expect-error a call without all of its edges
defineFlow({ ...base, steps: { asked, end } })
// @ts-expect-error a reason that nobody words
defineFlow({ ...base, steps: { end: { type: 'handoff', reason: 'bored' } } })
// @ts-expect-error a route for something that triage does not know
defineFlow({ ...base, steps, routes: { orders: 'end' } })
// @ts-expect-error a module's step that is not there
defineModule({ name: 'm', steps: { 'm-a': { type: 'say', text: 'x', next: 'm-b' } }, texts: {} })
// @ts-expect-error a module's entry that leads nowhere
defineModule({ name: 'm', entry: { id: 'm', label: 'M', next: 'm-b' }, steps: { 'm-a': end }, texts: {} })
// @ts-expect-error a module's field that is not declared
defineModule({ name: 'm', steps: { 'm-a': { ...form, fields: ['sise'], next: 'm-a', onFail: 'm-a' } }, texts: {} })
