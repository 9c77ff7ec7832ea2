import type { Graph, Way } from './explore.js'
import type { Choices, Doubts } from './moves.js'

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

// Different truths to look at before the worst is assumed: a bound that no flow written by hand comes near to.
const MOST_TRUTHS = 2_000

/** Whether one of these ways can be gone whatever was true at the place. What a move learns is the mover’s to choose. */
function isCovered(doubts: Doubts, good: readonly Way[]): boolean {
  let left = MOST_TRUTHS
  const open: Choices[] = [new Map()]
  for (let truth = open.pop(); truth; truth = open.pop()) {
    if (left-- === 0) return false
    const known = truth
    const conditions = (way: Way) => [...way.choices].filter(([name]) => doubts.has(name) && !way.move.learns?.has(name))
    const fitting = good
      .map(conditions)
      .filter((all) => all.every(([name, value]) => !known.has(name) || known.get(name) === value))
    if (fitting.length === 0) return false
    const unknown = fitting.map((all) => all.filter(([name]) => !known.has(name)))
    if (unknown.some((all) => all.length === 0)) continue
    const name = unknown[0]?.[0]?.[0]
    if (name === undefined) continue
    for (const value of doubts.get(name) ?? []) open.push(new Map([...known, [name, value]]))
  }
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
  const bases = basesOf(graph)
  const good = (way: Way) => isGoal(way) || wins[way.to] === 1
  const winning = (id: number): boolean => {
    const ways = moves[id] ?? []
    const base = bases[id] ?? id
    // Where something was only counted, the place itself is as good.
    if (base !== id && wins[base] === 1) return true
    if (ways.length === 0) return false
    if (moverAt(graph, id) === 'shop') return ways.every(good)
    const best = ways.filter(good)
    return best.length > 0 && isCovered(places[id]?.doubts ?? new Map(), best)
  }
  // Whoever is to be looked at again once a place wins.
  const dependents = places.map((): number[] => [])
  for (const id of places.keys()) {
    if (wins[id] === 1) continue
    for (const { to } of moves[id] ?? []) if (to !== id && dependents[to]?.at(-1) !== id) dependents[to]?.push(id)
    const base = bases[id] ?? id
    if (base !== id) dependents[base]?.push(id)
  }
  const queue = [...places.keys()]
  const waiting = new Uint8Array(places.length).fill(1)
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    waiting[id] = 0
    if (wins[id] !== 1) {
      if (!winning(id)) continue
      wins[id] = 1
    }
    for (const one of dependents[id] ?? []) {
      if (wins[one] === 1 || waiting[one] === 1) continue
      waiting[one] = 1
      queue.push(one)
    }
  }
  return wins
}

/** For every place, the one at which what is counted there began to be counted; else the place itself. */
function basesOf({ places, first }: Graph): readonly number[] {
  const bases: number[] = []
  for (const [id, { counted }] of places.entries()) {
    // A place is reached first from one that was numbered before it.
    const before = counted ? first[id] : null
    bases.push(before ? (bases[before.from] ?? id) : id)
  }
  return bases
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
