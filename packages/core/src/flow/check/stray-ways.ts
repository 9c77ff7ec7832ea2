import type { Flow } from '../flow.js'
import { nearestName } from '../nearest-name.js'
import { entrances, flowEdges, hasStep } from './flow-edges.js'

/** A way to a step that is not there: where it is written, and how to mend it. */
export interface StrayWay {
  readonly path: string
  readonly says: string
}

/**
 * The edges, routes and openings of a flow that lead to a step that is not there.
 *
 * @example strayWays(flow) // [{ path: 'steps/size/next', says: 'There is no step "sizing-aks". Did you mean "sizing-ask"?' }]
 */
export function strayWays(flow: Flow): readonly StrayWay[] {
  const ids = [flow.menu, ...Object.keys(flow.steps)]
  return [...flowEdges(flow), ...entrances(flow)]
    .filter(({ to }) => !hasStep(flow, to))
    .map(({ path, to }) => {
      const near = nearestName(to, ids)
      const mend = near === undefined ? 'Add the step, or lead to another.' : `Did you mean "${near}"?`
      return { path, says: `There is no step "${to}". ${mend}` }
    })
}
