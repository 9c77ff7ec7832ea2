import type { Condition, Flow } from '../../flow.js'
import type { Graph, Way } from '../explore.js'
import { conditionsOf } from '../fact-classes.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import { pathTo } from '../tell.js'
import { placesWith } from '../ways-out.js'
import type { Fault, Rule } from './rule.js'

/** After hours, and then no ticket: who is told that nobody is there must be able to leave word. */
export const afterHours: Rule = {
  code: 'after-hours',
  find({ flow, graph }) {
    const closed = closedEdges(flow)
    const menu = stepPath(flow, flow.menu)
    const live = (way: Way) => way.called === 'live' && graph.places[way.from]?.state.availability?.open === false
    // Back at the menu, or at an end, the matter is dropped: the way to a ticket must be open before.
    const kept: Graph = {
      ...graph,
      out: graph.out.map((ways) => ways?.filter((way) => way.called !== null || !(way.ends || way.took.includes(menu)))),
    }
    const wins = placesWith(
      kept,
      (way) => way.called !== null && !live(way),
      (place) => graph.places[place]?.state.phase === 'handed',
    )
    const found = new Map<string, Fault>()
    for (const [place, ways] of graph.out.entries()) {
      for (const way of ways ?? []) {
        const path = way.took.find((one) => closed.has(one))
        const ticket = way.called !== null || (!way.ends && !way.took.includes(menu) && wins[way.to] === 1)
        if (live(way) && !found.has('')) {
          found.set('', {
            path: '',
            says: 'Nobody is there, and a person is called all the same instead of a ticket.',
            ways: [...pathTo(graph, place), way],
          })
        }
        if (path === undefined || ticket || found.has(path)) continue
        found.set(path, {
          path,
          says: 'This is the way for the time when nobody is there, and it comes to no ticket. Lead to a handoff: after hours it becomes a ticket.',
          ways: [...pathTo(graph, place), way],
        })
      }
    }
    return [...found.values()]
  },
}

const says = (condition: Condition, word: 'open' | 'closed'): boolean =>
  ('desk' in condition && condition.desk === word) || ('hours' in condition && condition.hours === word)

/** The edges that are gone because nobody is there: a case that says so, and what comes after a case for the other time. */
function closedEdges(flow: Flow): ReadonlySet<string> {
  const found = new Set<string>()
  for (const [id, step] of stepsOf(flow)) {
    if (step.type !== 'branch') continue
    const at = stepPath(flow, id)
    let rest = false
    for (const [index, { when }] of step.cases.entries()) {
      const conditions = conditionsOf(when)
      if (rest || conditions.some((one) => says(one, 'closed'))) found.add(`${at}/cases/${index}/next`)
      rest ||= conditions.length === 1 && conditions.some((one) => says(one, 'open'))
    }
    if (rest) found.add(`${at}/otherwise`)
  }
  return found
}
