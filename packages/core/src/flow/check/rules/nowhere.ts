import { nearestName } from '../../nearest-name.js'
import { entrances, flowEdges, hasStep } from '../flow-edges.js'
import { pathBy } from '../follow.js'
import type { Rule } from './rule.js'

/** Edges, routes and openings that lead to a step that is not there. */
export const nowhere: Rule = {
  code: 'nowhere',
  find({ flow, graph }) {
    const ids = [flow.menu, ...Object.keys(flow.steps)]
    return [...flowEdges(flow), ...entrances(flow)]
      .filter(({ to }) => !hasStep(flow, to))
      .map(({ path, to }) => {
        const near = nearestName(to, ids)
        const mend = near === undefined ? 'Add the step, or lead to another.' : `Did you mean "${near}"?`
        return { path, says: `There is no step "${to}". ${mend}`, ways: pathBy(graph, path) ?? [] }
      })
  },
}
