import { composeFlow } from './compose-flow.js'
import { defineModule } from './define-module.js'
import type { FlowModule } from './flow.js'
import { articles } from './modules/articles.js'
import { orders } from './modules/orders.js'
import { returns } from './modules/returns.js'

// The compiler is the test here: each line that must not compile says so, and a build in which one of them does compile fails.

const base = { id: 'x', version: 1 } as const
const opening = { id: 'o', text: 'Can we help?', when: { seconds: 30 } } as const
const repairs = defineModule({ name: 'repair', steps: { 'repair-ask': { type: 'end' } }, texts: {} })

// @ts-expect-error an opening that leads to a mistyped step
composeFlow({ ...base, modules: [orders, repairs], proactive: [{ ...opening, next: 'repair-aks' }] })
// @ts-expect-error an opening that leads to a mistyped step of a shipped module
composeFlow({ ...base, modules: [orders, repairs], proactive: [{ ...opening, next: 'order-aks' }] })
// @ts-expect-error an opening that leads to a step of a module that is not composed
composeFlow({ ...base, modules: [articles, repairs], proactive: [{ ...opening, next: 'return-ask' }] })
// @ts-expect-error an opening with something that openings do not have
composeFlow({ ...base, modules: [repairs], proactive: [{ ...opening, nxt: 'repair-ask' }] })
const typed: readonly FlowModule<'repair-ask'>[] = [repairs]
// @ts-expect-error an opening that leads to a mistyped step of modules in a list of their own
composeFlow({ ...base, modules: typed, proactive: [{ ...opening, next: 'repair-aks' }] })
// @ts-expect-error a route of a module to a step that is not there
const astray: FlowModule<'m-a'> = { name: 'm', steps: { 'm-a': { type: 'end' } }, routes: { order: 'm-b' }, texts: {} }
// @ts-expect-error words that are none
composeFlow({ ...base, modules: [orders], texts: { greeting: 7 } })

// What is right compiles: steps of every module, those that each flow has, and whatever modules of unknown steps have.
composeFlow({ ...base, modules: [orders, returns, articles, repairs], proactive: [{ ...opening, next: 'repair-ask' }] })
composeFlow({ ...base, modules: [orders], proactive: [{ ...opening, next: 'order-ask' }] })
composeFlow({ ...base, modules: [orders], proactive: [{ ...opening, next: 'order-late' }] })
composeFlow({ ...base, modules: [articles], proactive: [{ ...opening, next: 'faq-topics' }] })
composeFlow({ ...base, modules: [], proactive: [{ ...opening, next: 'menu' }, { ...opening, next: 'person' }, opening] })
const fetched: readonly FlowModule[] = [orders, repairs]
composeFlow({ ...base, modules: fetched, proactive: [{ ...opening, next: 'any-step' }] })
composeFlow({ ...base, modules: [orders, ...fetched], proactive: [{ ...opening, next: 'any-step' }] })
const listed = [{ ...opening, next: 'repair-ask' }] as const
composeFlow({ ...base, modules: [astray, repairs], proactive: listed, texts: { greeting: 'Hello', 'repair.own': 'Lamps' } })
