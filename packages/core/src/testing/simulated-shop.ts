import type { Adapter } from '../adapter.js'
import { demoAdapter } from '../adapters/demo.js'
import type { MemoryDesk } from '../desk/memory-desk.js'
import type { Flow } from '../flow/flow.js'
import { nearestName } from '../flow/nearest-name.js'
import type { FakeEnvironment } from './fake-environment.js'

/** The shop of a simulation. A function is given the simulation's clock. */
export type ShopOption = Adapter | ((environment: FakeEnvironment) => Adapter)

const PERSON = 'Maya'
const BUILT_IN: ReadonlySet<string> = new Set(['findOrder', 'listTopics', 'searchFaqs', 'readArticle'])

/** The shop that a flow is simulated with: the flow's own actions that it does not have are answered by the script, or fail. */
export function simulatedShop(given: ShopOption | undefined, flow: Flow, environment: FakeEnvironment): Adapter {
  const shop: Adapter = typeof given === 'function' ? given(environment) : (given ?? demoAdapter({ environment, script: null }))
  const own = Object.keys(shop.actions ?? {})
  const called = Object.values(flow.steps).flatMap((step) =>
    step.type === 'call' && !BUILT_IN.has(step.action) ? [step.action] : [],
  )
  const missing = called.map((name) => {
    const near = nearestName(name, own)
    const says =
      near === undefined ? `the script says no answer of ${name}` : `The flow calls "${name}"; the adapter has "${near}".`
    return [name, () => Promise.reject(new Error(says))] as const
  })
  return { ...shop, actions: { ...Object.fromEntries(missing), ...shop.actions } }
}

/** What the chat asks for by itself, whatever the flow. */
const ASKED_ANYWAY: readonly string[] = ['classify', 'rateArticle', 'availability']

/** Throws, saying how to mend it, where the flow has no such call. */
export function requireCall({ steps }: Flow, name: string): void {
  const calls = [...new Set(Object.values(steps).flatMap((step) => (step.type === 'call' ? [step.action] : [])))]
  if (calls.includes(name) || ASKED_ANYWAY.includes(name)) return
  const near = nearestName(name, calls)
  const mend = near === undefined ? `It calls ${calls.join(', ') || 'nothing'}.` : `Did you mean "${near}"?`
  throw new Error(`the flow does not call "${name}". ${mend}`)
}

/** The person at the desk says something; `null` closes the conversation. */
export function speakAt({ desk }: Adapter, text: string | null): void {
  const counter = personAt(desk)
  if (!counter) throw new Error('nobody can be played at this desk: only the demo’s has room for a person')
  const open = counter.conversations().find(({ closed }) => !closed)
  if (!open) throw new Error('no conversation has reached the desk yet')
  if (!open.records.some(({ fact }) => fact.kind === 'claimed')) {
    counter.record(open.id, 'agent', { kind: 'claimed', agent: PERSON }, PERSON)
  }
  counter.record(open.id, 'agent', text === null ? { kind: 'closed', resolved: true } : { kind: 'text', text }, PERSON)
}

/** Breaks the wires to the desk, where that can be done. */
export function hangUp({ desk }: Adapter): void {
  personAt(desk)?.hangUp()
}

function personAt(desk: Adapter['desk']): MemoryDesk | undefined {
  return desk && 'conversations' in desk && 'record' in desk ? (desk as MemoryDesk) : undefined
}
