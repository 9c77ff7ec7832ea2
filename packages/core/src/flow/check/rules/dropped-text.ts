import { stepPath } from '../flow-edges.js'
import { pathTo } from '../tell.js'
import type { Fault, Rule } from './rule.js'

/** Text that was written and is nowhere: neither in the story nor on its way to a person. */
export const droppedText: Rule = {
  code: 'dropped-text',
  find({ flow, graph }) {
    const found = new Map<string, Fault>()
    for (const [place, ways] of graph.out.entries()) {
      const way = ways?.find(({ dropped }) => dropped)
      if (!way) continue
      const { step, pending } = graph.places[place]?.state ?? {}
      const id = pending?.step ?? step ?? flow.menu
      const path = stepPath(flow, id)
      if (found.has(path)) continue
      found.set(path, {
        path,
        says: `What the shopper writes at "${id}" vanishes: no line, no answer. Place it, or ask again.`,
        ways: [...pathTo(graph, place), way],
      })
    }
    return [...found.values()]
  },
}
