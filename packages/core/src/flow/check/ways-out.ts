import type { Graph, Way } from './explore.js'
import type { Choices } from './moves.js'

/** Who is to move at a place: the shop while it is asked, the desk once it is called, else the shopper. */
export function moverAt(graph: Graph, place: number): 'shop' | 'shopper' {
  return graph.places[place]?.state.phase === 'calling' ? 'shop' : 'shopper'
}

/** Whether the shopper can go this way with what is on the screen, without the button that is always there and without writing. */
export function isOffered({ move }: Way): boolean {
  return move.by === 'shopper' && (move.with === 'tap' || move.with === 'form' || move.with === 'back')
}

/** The ways that those who are to move can go. */
export function movesOf(graph: Graph, place: number): readonly Way[] {
  const shop = moverAt(graph, place) === 'shop'
  return (graph.out[place] ?? []).filter((way) => (shop ? way.move.by === 'shop' : isOffered(way)))
}

/** What can have been true at a place, as far as it makes a difference to the next move. */
function cases(graph: Graph, place: number, ways: readonly Way[]): readonly Choices[] {
  const doubts = graph.places[place]?.doubts
  if (!doubts || doubts.size === 0) return [new Map()]
  const names = new Set(
    ways.flatMap(({ choices, move }) => [...choices.keys()].filter((name) => doubts.has(name) && !move.learns?.has(name))),
  )
  let all: Choices[] = [new Map()]
  for (const name of names) {
    all = all.flatMap((one) => (doubts.get(name) ?? []).map((value) => new Map([...one, [name, value]])))
  }
  return all
}

function fits(way: Way, truth: Choices): boolean {
  for (const [name, value] of way.choices) if (truth.has(name) && truth.get(name) !== value) return false
  return true
}

/**
 * The places from which the shopper can get to a goal, whatever the shop does: at the shop’s turn all its answers must lead
 * there, at the shopper’s one of the moves that are offered. Going round in circles does not count. Places that were not looked
 * at are given the benefit of the doubt.
 */
export function placesWith(graph: Graph, isGoal: (way: Way) => boolean, goals: (place: number) => boolean): Uint8Array {
  const { places, out } = graph
  const wins = new Uint8Array(places.length)
  for (const id of places.keys()) if (goals(id) || out[id] === undefined) wins[id] = 1
  const moves = places.map((_, id) => (wins[id] ? [] : movesOf(graph, id)))
  const truths = places.map((_, id) => (wins[id] ? [] : cases(graph, id, moves[id] ?? [])))
  const good = (way: Way) => isGoal(way) || wins[way.to] === 1
  const winning = (id: number): boolean => {
    const ways = moves[id] ?? []
    if (ways.length === 0) return false
    if (moverAt(graph, id) === 'shop') return ways.every(good)
    return (truths[id] ?? []).every((truth) => ways.some((way) => good(way) && fits(way, truth)))
  }
  for (let changed = true; changed; ) {
    changed = false
    for (let id = places.length - 1; id >= 0; id--) {
      if (wins[id] === 1) continue
      // Where something was only counted, the place itself is as good.
      const counted = places[id]?.counted ? baseOf(graph, id) : id
      if (!winning(id) && !(counted !== id && wins[counted] === 1)) continue
      wins[id] = 1
      changed = true
    }
  }
  return wins
}

/** The place at which something was counted. */
export function baseOf(graph: Graph, place: number): number {
  let id = place
  while (graph.places[id]?.counted) {
    const before = graph.first[id]
    if (!before) break
    id = before.from
  }
  return id
}

/** The groups of lost places that nothing leads out of: the causes, of which all other lost places are consequences. */
export function bottoms(graph: Graph, lost: (place: number) => boolean): readonly (readonly number[])[] {
  const next = (place: number): readonly number[] =>
    movesOf(graph, place)
      .map(({ to }) => to)
      .filter((to) => lost(to) && to !== place)
  return components(graph.places.length, next, lost).filter((group) => {
    const own = new Set(group)
    return group.every((place) => next(place).every((to) => own.has(to)))
  })
}

/** Tarjan’s strongly connected components, without recursion: flows can be deep. */
function components(size: number, next: (id: number) => readonly number[], of: (id: number) => boolean): readonly number[][] {
  const order = new Int32Array(size).fill(-1)
  const low = new Int32Array(size)
  const onStack = new Uint8Array(size)
  const stack: number[] = []
  const groups: number[][] = []
  let count = 0
  for (let root = 0; root < size; root++) {
    if (!of(root) || order[root] !== -1) continue
    const work: { readonly id: number; readonly to: readonly number[]; at: number }[] = []
    const enter = (id: number) => {
      order[id] = count
      low[id] = count++
      stack.push(id)
      onStack[id] = 1
      work.push({ id, to: next(id), at: 0 })
    }
    enter(root)
    for (let top = work.at(-1); top; top = work.at(-1)) {
      const { id } = top
      const to = top.to[top.at++]
      if (to !== undefined) {
        if (order[to] === -1) enter(to)
        else if (onStack[to]) low[id] = Math.min(low[id] ?? 0, order[to] ?? 0)
        continue
      }
      work.pop()
      const above = work.at(-1)
      if (above) low[above.id] = Math.min(low[above.id] ?? 0, low[id] ?? 0)
      if (low[id] !== order[id]) continue
      const group: number[] = []
      for (let one = stack.pop(); one !== undefined; one = stack.pop()) {
        onStack[one] = 0
        group.push(one)
        if (one === id) break
      }
      groups.push(group.reverse())
    }
  }
  return groups
}
