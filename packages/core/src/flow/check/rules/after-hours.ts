import type { Condition, Flow } from '../../flow.js'
import type { Graph, Way } from '../explore.js'
import { conditionsOf, factOf, holds } from '../fact-classes.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import type { Choices } from '../moves.js'
import { pathTo } from '../tell.js'
import { DESK, HOURS } from '../trace-flow.js'
import { placesWith } from '../ways-out.js'
import type { Fault, Rule } from './rule.js'

/** After hours, and then no ticket: who is told that nobody is there must be able to leave word. */
export const afterHours: Rule = {
  code: 'after-hours',
  find({ flow, graph }) {
    const closedEdge = closedEdges(flow, graph)
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
        const edge = closedEdge(way)
        const path = edge?.path
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
          ways: [...pathTo(graph, place), { ...way, choices: edge?.truth ?? way.choices }],
        })
      }
    }
    return [...found.values()]
  },
}

const says = (condition: Condition, word: 'open' | 'closed'): boolean =>
  ('desk' in condition && condition.desk === word) || ('hours' in condition && condition.hours === word)

/** Tells of a way which of its edges it goes only because nobody is there: were somebody, an earlier case would have held. */
function closedEdges(flow: Flow, graph: Graph): (way: Way) => { readonly path: string; readonly truth: Choices } | undefined {
  const asks = new Map<string, { readonly own: readonly Condition[]; readonly before: readonly (readonly Condition[])[] }>()
  for (const [id, step] of stepsOf(flow)) {
    if (step.type !== 'branch') continue
    const cases = step.cases.map(({ when }) => conditionsOf(when))
    if (!cases.flat().some((one) => says(one, 'open') || says(one, 'closed'))) continue
    const at = stepPath(flow, id)
    for (const [index, own] of cases.entries()) asks.set(`${at}/cases/${index}/next`, { own, before: cases.slice(0, index) })
    asks.set(`${at}/otherwise`, { own: [], before: cases })
  }
  return (way) => {
    const isClosed = (one: Condition) => isClosedOn(graph, way, 'hours' in one && flow.hours !== undefined)
    const were = (one: Condition): boolean => {
      if (says(one, 'open')) return true
      return !says(one, 'closed') && mayHold(flow, graph, way, one)
    }
    for (const path of way.took) {
      const edge = asks.get(path)
      if (!edge) continue
      if (edge.own.some((one) => says(one, 'closed') && isClosed(one))) return { path, truth: way.choices }
      const missed = edge.before.find((all) => all.some((one) => says(one, 'open') && isClosed(one)) && all.every(were))
      if (missed) return { path, truth: truthFor(graph, way, missed) }
    }
    return undefined
  }
}

function isClosedOn({ places }: Graph, { from, choices }: Way, byHours: boolean): boolean {
  const place = places[from]
  if (byHours) return (choices.get(HOURS) ?? place?.hours) === 'closed'
  return choices.has(DESK) ? choices.get(DESK) === 'closed' : place?.state.availability?.open === false
}

/** Whether a condition on a fact may have held on this way; what no step has read yet may be anything. */
function mayHold(flow: Flow, { places }: Graph, { from, move, choices, took }: Way, condition: Condition): boolean {
  const name = factOf(condition)
  const place = places[from]
  if (name === undefined || !place) return true
  if (choices.has(name)) return holds(condition, choices.get(name) ?? null)
  const isSet = stepsOf(flow).some(([id, step]) => Object.hasOwn(step.set ?? {}, name) && took.includes(stepPath(flow, id)))
  if (isSet) return true
  const domain = move.learns?.get(name) ?? place.doubts.get(name)
  if (domain) return domain.some((value) => holds(condition, value))
  for (const intent of move.intents(choices)) {
    if (intent.type === 'submit' && Object.hasOwn(intent.values, name)) return holds(condition, intent.values[name] ?? null)
  }
  const { facts } = place.state
  return holds(condition, (Object.hasOwn(facts, name) ? facts[name]?.value : null) ?? null)
}

/** What must have been true of facts that no step has read, for a case to hold if somebody were there. */
function truthFor({ places }: Graph, { from, move, choices }: Way, conditions: readonly Condition[]): Choices {
  const truth = new Map(choices)
  for (const condition of conditions) {
    const name = factOf(condition)
    const domain = name === undefined ? undefined : (move.learns?.get(name) ?? places[from]?.doubts.get(name))
    if (name === undefined || !domain || truth.has(name)) continue
    const value = domain.find((one) => holds(condition, one))
    if (value !== undefined) truth.set(name, value)
  }
  return truth
}
