import type { Graph, Way } from '../explore.js'
import { pathTo } from '../tell.js'
import { isOffered, moverAt, movesOf, placesWith } from '../ways-out.js'
import type { Fault, Rule } from './rule.js'

/** A way to a person that is offered, and takes more than two taps until a person or a ticket is called. */
export const farPerson: Rule = {
  code: 'far-person',
  find({ graph }) {
    const near = withinOneTap(graph)
    const found = new Map<string, Fault>()
    for (const [place, ways] of graph.out.entries()) {
      for (const way of ways ?? []) {
        const offers = (way.move.person || way.move.with === 'talk') && isBot(graph, place)
        if (!offers || way.called !== null || near[way.to] === 1 || way.to === way.from) continue
        const path = way.move.with === 'talk' ? '' : (way.took[0] ?? '').replace(/\/next$/, '')
        if (found.has(path)) continue
        found.set(path, {
          path,
          says: 'This offers a person, but takes more than two taps until one is called. Lead straight to a handoff; what is missing is asked there.',
          ways: [...pathTo(graph, place), way],
        })
      }
    }
    return [...found.values()]
  },
}

function isBot(graph: Graph, place: number): boolean {
  const phase = graph.places[place]?.state.phase
  return phase === 'bot' || phase === 'calling'
}

/** The places from which one more tap is enough, whatever the shop does. */
function withinOneTap(graph: Graph): Uint8Array {
  const done = placesWith(onlyShop(graph), ({ called }) => called !== null, isHanded(graph))
  const oneTap = (place: number): boolean => {
    if (moverAt(graph, place) === 'shop') return false
    return movesOf(graph, place).some((way) => isOffered(way) && arrives(graph, way, done))
  }
  return placesWith(
    onlyShop(graph),
    ({ called }) => called !== null,
    (place) => done[place] === 1 || oneTap(place),
  )
}

/** Every outcome of the move that this way is one of must be good. */
function arrives(graph: Graph, way: Way, done: Uint8Array): boolean {
  return (graph.out[way.from] ?? [])
    .filter(({ move }) => move === way.move)
    .every(({ called, to }) => called !== null || done[to] === 1)
}

const isHanded = (graph: Graph) => (place: number) => graph.places[place]?.state.phase === 'handed'

/** The same graph, in which the shopper waits and sees. */
function onlyShop(graph: Graph): Graph {
  return { ...graph, out: graph.out.map((ways) => ways?.filter(({ move }) => move.by === 'shop')) }
}
