import { extractFacts } from '../../../facts/extract.js'
import type { BranchStep, CallStep, Flow, Step } from '../../flow.js'
import type { Way } from '../explore.js'
import { conditionsOf } from '../fact-classes.js'
import { stepPath, stepsOf } from '../flow-edges.js'
import { NO_CHOICES } from '../moves.js'

/** Which facts are certainly known after an edge or a step was gone, by its path. */
export function learnedAt(flow: Flow): ReadonlyMap<string, ReadonlySet<string>> {
  const learned = new Map<string, Set<string>>()
  const learn = (path: string, facts: Iterable<string>) => {
    const known = learned.get(path) ?? new Set()
    for (const fact of facts) known.add(fact)
    if (known.size > 0) learned.set(path, known)
  }
  for (const [id, step] of stepsOf(flow)) {
    const at = stepPath(flow, id)
    learn(at, Object.keys(step.set ?? {}))
    for (const [path, facts] of byEdge(flow, at, step)) learn(path, facts)
  }
  return learned
}

function byEdge(flow: Flow, at: string, step: Step): readonly (readonly [string, readonly string[]])[] {
  switch (step.type) {
    case 'ask':
      return [[`${at}/next`, step.fields.filter((name) => !flow.fields[name]?.optional)]]
    case 'call':
      return [[`${at}/done`, savedBy(step)]]
    case 'articles':
      return [
        [`${at}/read`, ['article']],
        [`${at}/search`, ['query']],
      ]
    case 'branch':
      return knownByCase(at, step)
    default:
      return []
  }
}

/** What a call’s answer is kept as. */
export function savedBy({ action, save }: CallStep): readonly string[] {
  return action === 'findOrder' ? ['situation', ...Object.keys(save ?? {})] : Object.keys(save ?? {})
}

/** A case that asks whether something is known makes it known on its way, and one that asks whether it is not, on the others. */
function knownByCase(at: string, { cases }: BranchStep): readonly (readonly [string, readonly string[]])[] {
  const edges: (readonly [string, readonly string[]])[] = []
  const ruledOut: string[] = []
  for (const [index, { when }] of cases.entries()) {
    const conditions = conditionsOf(when)
    const known = conditions.flatMap((one) => {
      if ('known' in one) return [one.known]
      if ('in' in one) return one.in.includes('') ? [] : [one.fact]
      return 'atLeast' in one || 'below' in one ? [one.fact] : []
    })
    edges.push([`${at}/cases/${index}/next`, [...ruledOut, ...known]])
    const [only, ...others] = conditions
    if (only && others.length === 0 && 'unknown' in only) ruledOut.push(only.unknown)
  }
  return [...edges, [`${at}/otherwise`, ruledOut]]
}

const told = new WeakMap<Way['move'], readonly string[]>()

/** What free text tells by itself: an order number and an e-mail address in it, and the question that it is. */
export function learnedFromText({ move }: Way): readonly string[] {
  if (move.with !== 'text') return []
  const kept = told.get(move)
  if (kept) return kept
  const facts = move.intents(NO_CHOICES).flatMap((intent) => {
    if (intent.type !== 'say') return []
    const searches = intent.route?.to === 'faq' || intent.route?.to === 'ask'
    return [...Object.keys(extractFacts(intent.text)), ...(searches ? ['query'] : [])]
  })
  told.set(move, facts)
  return facts
}
