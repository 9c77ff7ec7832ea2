import type { CommonFact } from './define-module.js'
import type { Field, Flow, FlowIn, StepIn } from './flow.js'

/** A flow as it is written: its ids and names are checked by the compiler. */
export interface FlowSource<StepId extends string, Menu extends string, FactName extends string, Other extends string>
  extends Omit<
    FlowIn<NoInfer<StepId> | NoInfer<Menu>, NoInfer<FactName> | NoInfer<Other> | CommonFact>,
    'menu' | 'steps' | 'fields' | 'facts'
  > {
  readonly menu: Menu
  readonly steps: Readonly<
    Record<StepId, StepIn<NoInfer<StepId> | NoInfer<Menu>, NoInfer<FactName> | NoInfer<Other> | CommonFact>>
  >
  readonly fields: Readonly<Record<FactName, Field>>
  readonly facts?: readonly Other[]
}

/**
 * A whole flow as data. A mistyped id of a step or name of a fact does not compile. `@shopbell/core/flows` refuses a flow in
 * which a shopper could get lost while you develop (it throws, and says where), and trusts it in production.
 *
 * @example
 * export const flow = defineFlow({
 *   id: 'my-shop', version: 1, menu: 'menu',
 *   greeting: { type: 'choose', text: 'Hi! What can I help you with today?', options: [{ id: 'agent', label: 'Talk to an Agent', next: 'person' }] },
 *   steps: { person: { type: 'handoff', reason: 'asked' } },
 *   fields: {}, routes: {}, texts: {},
 * })
 */
export function defineFlow<
  const StepId extends string,
  const Menu extends string,
  const FactName extends string = never,
  const Other extends string = never,
>(source: FlowSource<StepId, Menu, FactName, Other>): Flow
export function defineFlow(source: Flow): Flow {
  return source
}
