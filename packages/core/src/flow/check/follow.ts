import type { Graph, Way } from './explore.js'
import { pathTo } from './tell.js'

/** What a watcher sees on a way, and whether it goes on. */
export interface Watching {
  /** What it remembers from here on; `null` when it is no longer interested. */
  readonly next: number | null
  /** What it has found on this way. */
  readonly found: readonly string[]
}

/**
 * Follows every path from the beginning with a small memory, shortest first. For each name that the watcher finds, the shortest
 * path on which it does.
 */
export function follow(
  graph: Graph,
  begin: number,
  watch: (memory: number, way: Way) => Watching,
): ReadonlyMap<string, readonly Way[]> {
  const found = new Map<string, readonly Way[]>()
  const size = graph.places.length
  const seen = new Map<number, { readonly way: Way; readonly before: number } | null>([[begin * size, null]])
  const queue = [begin * size]
  const path = (at: number, last: Way): readonly Way[] => {
    const ways = [last]
    for (let step = seen.get(at); step; step = seen.get(step.before)) ways.unshift(step.way)
    return ways
  }
  for (let at = 0; at < queue.length; at++) {
    const here = queue[at] ?? 0
    const memory = Math.floor(here / size)
    for (const way of graph.out[here % size] ?? []) {
      const { next, found: names } = watch(memory, way)
      for (const name of names) if (!found.has(name)) found.set(name, path(here, way))
      if (next === null) continue
      const there = next * size + way.to
      if (seen.has(there)) continue
      seen.set(there, { way, before: here })
      queue.push(there)
    }
  }
  return found
}

/** The first way of all that does something, with the shortest path to it. */
export function firstWay(graph: Graph, does: (way: Way) => boolean): readonly Way[] | undefined {
  for (const ways of graph.out) {
    const way = ways?.find(does)
    if (way) return [...pathTo(graph, way.from), way]
  }
  return undefined
}

/** The shortest path that comes by a step or an edge. */
export function pathBy(graph: Graph, path: string): readonly Way[] | undefined {
  return firstWay(graph, ({ took }) => took.includes(path))
}
