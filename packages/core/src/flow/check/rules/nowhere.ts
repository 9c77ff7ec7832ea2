import { pathBy } from '../follow.js'
import { strayWays } from '../stray-ways.js'
import type { Rule } from './rule.js'

/** Edges, routes and openings that lead to a step that is not there. */
export const nowhere: Rule = {
  code: 'nowhere',
  find: ({ flow, graph }) => strayWays(flow).map((stray) => ({ ...stray, ways: pathBy(graph, stray.path) ?? [] })),
}
