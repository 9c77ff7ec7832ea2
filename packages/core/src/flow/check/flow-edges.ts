import type { Id } from '../../conversation/entry.js'
import type { Choice, Flow, Step } from '../flow.js'

/** One way from a step to another. `by` is who goes it: the bot at once, the shopper, or the shop with its answer. */
export interface FlowEdge {
  /** Where it is written, such as `steps/order-ask/next`. */
  readonly path: string
  readonly from: Id
  readonly to: Id
  readonly by: 'bot' | 'shopper' | 'shop'
}

/** Where a step is written; the menu is the greeting. */
export function stepPath(flow: Flow, id: Id): string {
  return id === flow.menu ? 'greeting' : `steps/${id}`
}

/** All steps with their ids, the greeting first. */
export function stepsOf(flow: Flow): readonly (readonly [Id, Step])[] {
  return [[flow.menu, flow.greeting], ...Object.entries(flow.steps).filter(([id]) => id !== flow.menu)]
}

/** Whether there is a step of this id. */
export function hasStep(flow: Flow, id: Id): boolean {
  return id === flow.menu || Object.hasOwn(flow.steps, id)
}

/** The ways out of one step. */
export function edgesOf(flow: Flow, from: Id, step: Step): readonly FlowEdge[] {
  const at = stepPath(flow, from)
  const edge = (name: string, to: Id, by: FlowEdge['by']): FlowEdge => ({ path: `${at}/${name}`, from, to, by })
  const choices = (options: readonly Choice[] = []) =>
    options.map(({ next }, index) => edge(`options/${index}/next`, next, 'shopper'))
  switch (step.type) {
    case 'say':
      return [edge('next', step.next, 'bot')]
    case 'goto':
      return [edge('step', step.step, 'bot')]
    case 'choose':
      return choices(step.options)
    case 'ask':
      return [edge('next', step.next, 'shopper'), edge('onFail', step.onFail, 'shopper'), ...choices(step.options)]
    case 'call':
      return (['done', 'empty', 'failed', 'timedOut'] as const).map((name) => edge(name, step[name], 'shop'))
    case 'branch':
      return [
        ...step.cases.map(({ next }, index) => edge(`cases/${index}/next`, next, 'bot')),
        edge('otherwise', step.otherwise, 'bot'),
      ]
    case 'articles':
      return [
        edge('read', step.read, 'shopper'),
        edge('search', step.search, 'shopper'),
        ...(step.shelf === undefined ? [] : [edge('shelf', step.shelf, 'shopper')]),
        edge('empty', step.empty, 'bot'),
        ...choices(step.options),
      ]
    case 'helped':
      return [edge('yes', step.yes, 'shopper'), edge('no', step.no, 'shopper')]
    case 'handoff':
    case 'end':
      return []
  }
}

/** Every way between steps that the flow declares. */
export function flowEdges(flow: Flow): readonly FlowEdge[] {
  return stepsOf(flow).flatMap(([id, step]) => edgesOf(flow, id, step))
}

/** Where a conversation can get from any place: the menu, the routes of what is written, the proactive openings. */
export function entrances(flow: Flow): readonly { readonly path: string; readonly to: Id }[] {
  return [
    { path: 'menu', to: flow.menu },
    ...Object.entries(flow.routes).flatMap(([name, to]) => (to === undefined ? [] : [{ path: `routes/${name}`, to }])),
    ...(flow.proactive ?? []).flatMap(({ next }, index) =>
      next === undefined ? [] : [{ path: `proactive/${index}/next`, to: next }],
    ),
  ]
}

/** Whether the step waits: for the shopper or for the shop. */
export function waits({ type }: Step): boolean {
  return type !== 'say' && type !== 'goto' && type !== 'branch'
}
