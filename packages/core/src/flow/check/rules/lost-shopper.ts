import type { FindingCode } from '../../finding.js'
import type { Graph } from '../explore.js'
import { stepPath } from '../flow-edges.js'
import { firstWay } from '../follow.js'
import { pathTo } from '../tell.js'
import { bottoms, movesOf, placesWith } from '../ways-out.js'
import type { Fault, Rule, Subject } from './rule.js'

// What is left when the button that is always there, and writing, are taken away.

interface Lost {
  readonly kind: FindingCode
  readonly step: string
  readonly place: number
}

const judged = new WeakMap<Graph, readonly Lost[]>()

/** Where a shopper is lost, and in which manner: each step once. */
function lostIn({ graph }: Subject): readonly Lost[] {
  const kept = judged.get(graph)
  if (kept) return kept
  const handed = (place: number) => graph.places[place]?.state.phase === 'handed'
  const wins = placesWith(graph, ({ ends, called }) => ends || called !== null, handed)
  const begun = (place: number) => graph.places[place]?.state.phase !== 'idle'
  const lost = (place: number) => wins[place] === 0 && begun(place) && !graph.places[place]?.counted
  const found = new Map<string, Lost>()
  for (const group of bottoms(graph, lost)) {
    const place = Math.min(...group)
    const state = graph.places[place]?.state
    const step = state?.pending?.step ?? state?.step ?? graph.flow.menu
    const shop = group.every((one) => graph.places[one]?.state.phase === 'calling')
    const kind = shop ? 'loop' : group.every((one) => movesOf(graph, one).length === 0) ? 'dead-end' : 'no-way-out'
    if (!found.has(`${kind} ${step}`)) found.set(`${kind} ${step}`, { kind, step, place })
  }
  const all = [...found.values()]
  judged.set(graph, all)
  return all
}

function faults(subject: Subject, kind: FindingCode, says: (step: string) => string): readonly Fault[] {
  const { flow, graph } = subject
  return lostIn(subject)
    .filter((one) => one.kind === kind)
    .map(({ step, place }) => ({ path: stepPath(flow, step), says: says(step), ways: pathTo(graph, place) }))
}

/** Places with nothing to do. */
export const deadEnd: Rule = {
  code: 'dead-end',
  find: (subject) =>
    faults(
      subject,
      'dead-end',
      (step) => `At "${step}" there is nothing to tap and nothing to fill in. Give it an option, or lead on from it.`,
    ),
}

/** Places with something to do that comes to nothing. */
export const noWayOut: Rule = {
  code: 'no-way-out',
  find: (subject) =>
    faults(
      subject,
      'no-way-out',
      (step) =>
        `From "${step}" the shopper goes round in circles: whatever is tapped there, no person, ticket or end comes. Lead on to a handoff or an end.`,
    ),
}

// The machine gives a circle up after as many steps, and calls a person.
const MOST_STEPS = 100

/** Circles in which nobody is asked, or only the shop. */
export const loop: Rule = {
  code: 'loop',
  find(subject) {
    const { flow, graph } = subject
    const circles = new Map<string, Fault>()
    for (const ways of graph.out) {
      for (const { took } of ways ?? []) {
        if (took.length < 2 * MOST_STEPS) continue
        const steps = took.filter((_, index) => index % 2 === 1)
        const repeated = steps.find((path, index) => steps.indexOf(path) < index)
        const path = repeated ?? steps[0] ?? ''
        const circle =
          repeated === undefined ? steps : steps.slice(steps.indexOf(path), steps.indexOf(path, steps.indexOf(path) + 1))
        const name = [...circle].sort()[0] ?? path
        if (circles.has(name)) continue
        const says =
          repeated === undefined
            ? `From here on, ${MOST_STEPS} steps follow without asking the shopper. Ask something in between.`
            : `The bot goes round in a circle without asking the shopper: ${circle.map(nameOf).join(' → ')} → ${nameOf(path)}. Ask something on the way, or leave the circle.`
        circles.set(name, { path, says, ways: firstWay(graph, (way) => way.took === took) ?? [] })
      }
    }
    const shop = faults(
      subject,
      'loop',
      (step) =>
        `While the shop does not help, it is asked again and again at "${step}" without asking the shopper. Ask before you try again.`,
    )
    return [...circles.values(), ...shop].map((fault) => ({ ...fault, path: fault.path || stepPath(flow, flow.menu) }))
  },
}

const nameOf = (path: string): string => path.replace(/^steps\//, '')
