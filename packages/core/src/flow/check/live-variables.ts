import type { Id } from '../../conversation/entry.js'
import type { Flow, Step } from '../flow.js'
import { conditionsOf, factOf } from './fact-classes.js'
import { edgesOf, entrances, type FlowEdge, stepsOf, waits } from './flow-edges.js'
import { DESK, HOURS } from './trace-flow.js'

/** What of a state besides facts a later step can depend on. */
export const ARTICLES = '$articles'
export const TOPICS = '$topics'
export const TRIED = '$tried'
export const NOS = '$nos'

/** What a step reads when the conversation comes to it. */
function readsOf(flow: Flow, step: Step): readonly string[] {
  switch (step.type) {
    case 'branch':
      return step.cases.flatMap(({ when }) =>
        conditionsOf(when).map((one) =>
          'desk' in one ? DESK : 'hours' in one ? (flow.hours ? HOURS : DESK) : (factOf(one) ?? DESK),
        ),
      )
    case 'articles':
      return step.untried ? [ARTICLES, TRIED] : [ARTICLES, TOPICS]
    case 'helped':
      return [NOS]
    case 'ask':
      // What was said once and may not be shown again is not asked again.
      return step.fields.filter((name) => flow.fields[name]?.sensitive)
    case 'call':
      return step.action === 'readArticle' ? ['article'] : []
    default:
      return []
  }
}

/** What is certainly written anew on the way along an edge, so that it does not matter what it was before. */
function writesOf(flow: Flow, { path }: FlowEdge, step: Step): readonly string[] {
  const name = path.slice(path.lastIndexOf('/') + 1)
  if (step.type === 'ask' && name === 'next' && !path.includes('/options/'))
    return step.fields.filter((field) => !flow.fields[field]?.optional)
  if (step.type === 'call' && name === 'done') {
    if (step.action === 'findOrder') return ['situation']
    if (step.action === 'listTopics') return [ARTICLES, TOPICS]
    if (step.action === 'searchFaqs') return [ARTICLES]
  }
  if (step.type === 'articles' && name === 'read') return ['article']
  if (step.type === 'helped' && name === 'yes') return [NOS]
  return []
}

/** What later steps can still read while the conversation waits at a step. */
export function liveVariables(flow: Flow): (step: Id) => readonly string[] {
  const steps = new Map(stepsOf(flow))
  const into = new Map<Id, { readonly from: Id; readonly writes: readonly string[] }[]>()
  for (const [id, step] of steps) {
    for (const edge of edgesOf(flow, id, step)) {
      const list = into.get(edge.to) ?? []
      list.push({ from: id, writes: writesOf(flow, edge, step) })
      into.set(edge.to, list)
    }
  }
  const entered = new Set(entrances(flow).map(({ to }) => to))
  const waiting = [...steps].filter(([, step]) => waits(step)).map(([id]) => id)
  const readers = new Map<string, Id[]>()
  for (const [id, step] of steps) for (const name of readsOf(flow, step)) readers.set(name, [...(readers.get(name) ?? []), id])

  const live = new Map<Id, string[]>([...steps.keys()].map((id) => [id, []]))
  for (const [name, read] of readers) {
    const found = new Set(read)
    const queue = [...found]
    const reach = (id: Id) => {
      if (found.has(id)) return
      found.add(id)
      queue.push(id)
    }
    let everywhere = false
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      for (const { from, writes } of into.get(id) ?? []) if (!writes.includes(name)) reach(from)
      // From wherever something waits, free text and the menu lead to the entrances.
      if (entered.has(id) && !everywhere) {
        everywhere = true
        waiting.forEach(reach)
      }
    }
    for (const id of found) live.get(id)?.push(name)
  }
  for (const names of live.values()) names.sort()
  const atMenu = live.get(flow.menu) ?? []
  return (step) => live.get(step) ?? atMenu
}
