import type { Choice, Field, FlowModule, StepIn } from './flow.js'

/** Steps and facts that every composed flow has: modules may lead to them and use them without declaring them. */
export type CommonStep = 'menu' | 'person'
export type CommonFact = 'orderNumber' | 'email' | 'name' | 'situation' | 'query' | 'article' | 'missing'

/** A module as it is written: its ids and names are checked by the compiler. */
export interface ModuleSource<StepId extends string, FactName extends string, Other extends string> {
  readonly name: string
  /** How it stands in the menu; without it, it is only reached from elsewhere. */
  readonly entry?: Choice & { readonly next: NoInfer<StepId> }
  readonly steps: Readonly<Record<StepId, StepIn<NoInfer<StepId> | CommonStep, NoInfer<FactName> | NoInfer<Other> | CommonFact>>>
  readonly fields?: Readonly<Record<FactName, Field>>
  /** Facts that no form asks for: from the page, set by a step, or saved from an action. */
  readonly facts?: readonly Other[]
  readonly routes?: Readonly<Record<string, NoInfer<StepId>>>
  readonly texts: Readonly<Record<string, string>>
}

/**
 * A subject of its own for the menu, as data. A mistyped id of a step or name of a fact does not compile. The ids of its steps
 * begin with its name and a hyphen, so that modules never meet.
 *
 * @example
 * export const repairs = defineModule({
 *   name: 'repair',
 *   entry: { id: 'repair', label: 'Book a repair', next: 'repair-person' },
 *   steps: { 'repair-person': { type: 'handoff', text: 'A person books it with you.', reason: 'other', team: 'workshop' } },
 *   texts: {},
 * })
 */
export function defineModule<
  const StepId extends string,
  const FactName extends string = never,
  const Other extends string = never,
>(source: ModuleSource<StepId, FactName, Other>): FlowModule<StepId>
export function defineModule(source: FlowModule): FlowModule {
  return source
}
