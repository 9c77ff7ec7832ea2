import { edgesOf, entrances, hasStep, stepPath, stepsOf } from '../flow-edges.js'
import { openingSteps } from '../moves.js'
import type { Rule, Subject } from './rule.js'

/** Steps to which no conversation comes. Of several that hang together, the first. */
export const unreachable: Rule = {
  code: 'unreachable',
  find(subject) {
    const { flow } = subject
    const reached = subject.graph.frontier === 0 ? visited(subject) : linked(subject)
    const steps = new Map(stepsOf(flow))
    const lost = new Set([...steps.keys()].filter((id) => !reached.has(id)))
    const faults = []
    while (lost.size > 0) {
      // The one that none of the others leads to; in a circle, the first.
      const led = new Set([...lost].flatMap((id) => targets(subject, id).filter((to) => to !== id)))
      const root = [...lost].find((id) => !led.has(id)) ?? [...lost][0] ?? ''
      const behind = reachFrom(subject, [root], lost)
      for (const id of behind) lost.delete(id)
      const more = behind.size - 1
      const rest = more === 0 ? '' : more === 1 ? ' Nor to the step behind it.' : ` Nor to the ${more} steps behind it.`
      faults.push({
        path: stepPath(flow, root),
        says: `No conversation comes to the step "${root}".${rest} Lead to it, or take it out.`,
      })
    }
    return faults
  },
}

/** The steps that the machine was at. */
function visited({ flow, graph }: Subject): ReadonlySet<string> {
  const paths = new Set(graph.out.flatMap((ways) => (ways ?? []).flatMap(({ took }) => took)))
  const at = new Set(graph.places.map(({ state }) => state.step))
  const opened = new Set(openingSteps(flow))
  const isReached = (id: string) => paths.has(stepPath(flow, id)) || at.has(id) || opened.has(id)
  return new Set(stepsOf(flow).flatMap(([id]) => (isReached(id) ? [id] : [])))
}

/** The steps that edges lead to, for a flow that is too large to be played through. */
function linked(subject: Subject): ReadonlySet<string> {
  return reachFrom(
    subject,
    entrances(subject.flow).map(({ to }) => to),
  )
}

function targets({ flow }: Subject, id: string): readonly string[] {
  const step = id === flow.menu ? flow.greeting : flow.steps[id]
  return step ? edgesOf(flow, id, step).map(({ to }) => to) : []
}

function reachFrom(subject: Subject, from: readonly string[], within?: ReadonlySet<string>): Set<string> {
  const found = new Set<string>()
  const queue = [...from]
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id) || !hasStep(subject.flow, id) || (within && !within.has(id))) continue
    found.add(id)
    queue.push(...targets(subject, id))
  }
  return found
}
