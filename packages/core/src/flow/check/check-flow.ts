import { transition } from '../../conversation/transition.js'
import type { Finding, FindingCode } from '../finding.js'
import type { Flow } from '../flow.js'
import { findingsOfShape } from '../parse-flow.js'
import { type Coverage, coverageOf } from './coverage.js'
import { explore, type Graph, type Machine } from './explore.js'
import { flowEdges, stepsOf } from './flow-edges.js'
import { pathBy } from './follow.js'
import { lesserShops } from './lesser-shops.js'
import type { Translations } from './offers-person.js'
import type { Subject } from './rules/rule.js'
import { rules } from './rules/rules.js'
import { pathTo, tell } from './tell.js'

/** What the checker may know besides the flow. */
export interface CheckOptions {
  /** The flow’s words in other languages, by language and key: each must have them all. */
  readonly languages?: Translations
  /** Facts that come from outside, besides those that the flow names in its `facts`. */
  readonly given?: readonly string[]
  /** How many places to look at, at most; the work at them is bounded, too. @default 100,000 */
  readonly budget?: number
}

/** What came of it. */
export interface CheckResult {
  /**
   * `proved`: every place was looked at, and nothing was found. `fault`: see the findings. `bounded`: nothing was found in the
   * places that the budget allowed, and `frontier` of them were left.
   */
  readonly verdict: 'proved' | 'fault' | 'bounded'
  readonly findings: readonly Finding[]
  /** Places that a conversation can be at. */
  readonly states: number
  /** Events that were tried. */
  readonly transitions: number
  /** Places that were seen and not looked at. */
  readonly frontier: number
  /** The flow’s own size. */
  readonly graph: { readonly steps: number; readonly edges: number }
  readonly coverage: Coverage
}

/** For the checker’s own tests: a broken machine, or rules left out. */
export interface Sabotage {
  readonly machine?: Machine
  readonly without?: readonly FindingCode[]
}

const BUDGET = 100_000
// Facts that a place remembers once a step has read them. The first look forgets early, which is quick and assumes the worst;
// where that makes up a fault, another look remembers more.
const MEMORIES = [2, 5, 100] as const

/**
 * Plays a flow through with the machine that shoppers get: every tap, every text that triage can place, every answer of the shop
 * and its silence; and then looks for a place in which a shopper could get lost. `docs/check.md` says what it finds and what
 * `proved` means. For tools and CI; it never belongs into a shopper’s download.
 *
 * @example
 * const { verdict, findings } = checkFlow(flow)
 * if (verdict === 'fault') for (const { path, says, conversation } of findings) console.error(path, says, ...conversation)
 */
export function checkFlow(flow: Flow, options: CheckOptions = {}, sabotage: Sabotage = {}): CheckResult {
  const left = (code: FindingCode) => !sabotage.without?.includes(code)
  const found = findingsOfShape(flow)
  const shape = found.filter(({ code }) => left(code))
  if (found.some(({ code }) => code !== 'too-many-choices')) return unplayed(shape)
  for (const memory of MEMORIES) {
    const judged = judge(flow, options, sabotage, memory)
    if (!judged) continue
    const { graph, findings } = judged
    const own = [...shape.map((one) => withConversation(one, graph, sabotage.machine ?? transition)), ...findings]
    const { found: lesser, graphs } = judgeLesserShops(flow, options, sabotage, graph.places.length)
    const told = new Set(own.map(nameOf))
    const all = [...own, ...lesser.filter((one) => !told.has(nameOf(one)))]
    const played = [graph, ...graphs]
    const frontier = sum(played.map((one) => one.frontier))
    return {
      verdict: all.length > 0 ? 'fault' : frontier > 0 ? 'bounded' : 'proved',
      findings: all,
      states: sum(played.map(({ places }) => places.length)),
      transitions: sum(played.map(({ transitions }) => transitions)),
      frontier,
      graph: sizeOf(graph.flow),
      coverage: coverageOf(graph),
    }
  }
  return unplayed(shape)
}

/** Plays the flow and holds it against the rules. Nothing when what was forgotten on the way may have made a fault up. */
function judge(
  flow: Flow,
  { languages = {}, given = [], budget = BUDGET }: CheckOptions,
  { machine = transition, without = [] }: Sabotage,
  memory: number,
): { readonly graph: Graph; readonly findings: readonly Finding[] } | undefined {
  const outside = outsideFacts(flow, given)
  const graph = explore(flow, { machine, most: budget, given: [...outside], languages, memory })
  const subject: Subject = { flow, graph, given: outside, languages }
  const faults = rules
    .filter(({ code }) => !without.includes(code))
    .flatMap((rule) => rule.find(subject).map((fault) => ({ rule, fault, told: tell(graph, machine, fault.ways ?? []) })))
  const doubtful = faults.some(({ rule, told }) => !told.agrees || !PLAIN.has(rule.code))
  if (doubtful && graph.forgot && memory !== MEMORIES.at(-1)) return undefined
  const findings = faults.map(({ rule: { code }, fault: { path, says }, told }) => ({
    code,
    path,
    says,
    conversation: told.lines,
  }))
  return { graph, findings }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + other, 0)
const nameOf = ({ code, path }: Finding): string => `${code} ${path}`

/** The same flow in shops that cannot do all that it makes use of, with what is left of the budget. */
function judgeLesserShops(
  flow: Flow,
  options: CheckOptions,
  sabotage: Sabotage,
  spent: number,
): { readonly found: readonly Finding[]; readonly graphs: readonly Graph[] } {
  const found = new Map<string, Finding>()
  const graphs: Graph[] = []
  let left = (options.budget ?? BUDGET) - spent
  for (const shop of lesserShops(flow)) {
    const given = { ...options, budget: Math.max(0, left) }
    for (const memory of MEMORIES) {
      const judged = judge(shop.flow, given, sabotage, memory)
      if (!judged) continue
      graphs.push(judged.graph)
      left -= judged.graph.places.length
      for (const finding of judged.findings) {
        if (!IN_LESSER_SHOPS.has(finding.code)) continue
        const path = shop.inWhole(finding.path)
        const says = `In a shop without ${shop.without}: ${finding.says}`
        const name = nameOf({ ...finding, path })
        if (!found.has(name)) found.set(name, { ...finding, path, says })
      }
      break
    }
  }
  return { found: [...found.values()], graphs }
}

/** What may go wrong only where something is left out. That a step is not reached there is no fault. */
const IN_LESSER_SHOPS: ReadonlySet<FindingCode> = new Set([
  'loop',
  'dead-end',
  'no-way-out',
  'far-person',
  'after-hours',
  'dropped-text',
  'used-before-set',
  'asked-twice',
  'lost-fact',
])

/** What can be read off the flow itself, whatever was forgotten. */
const PLAIN: ReadonlySet<FindingCode> = new Set([
  'nowhere',
  'field-not-declared',
  'missing-text',
  'missing-translation',
  'no-changes-note',
  'hours-not-declared',
  'impossible-mask',
  'mask-hides-nothing',
  'wrong-hours',
])

/** Facts that the flow names and that none of its steps makes known: the page may tell them. */
function outsideFacts(flow: Flow, given: readonly string[]): ReadonlySet<string> {
  const made = new Set(
    stepsOf(flow).flatMap(([, step]) => [
      ...Object.keys(step.set ?? {}),
      ...(step.type === 'call' ? Object.keys(step.save ?? {}) : []),
      ...(step.type === 'ask' ? step.fields : []),
    ]),
  )
  return new Set([...(flow.facts ?? []).filter((name) => !made.has(name)), ...given])
}

/** Too many choices are no reason not to play the flow: the shortest conversation shows where. */
function withConversation(finding: Finding, graph: Graph, machine: Machine): Finding {
  const path = finding.path.replace(/\/options$/, '')
  const ways = path === 'greeting' ? pathTo(graph, 1) : pathBy(graph, path)
  return ways ? { ...finding, conversation: tell(graph, machine, ways).lines } : finding
}

function sizeOf(flow: Flow): CheckResult['graph'] {
  return { steps: stepsOf(flow).length, edges: flowEdges(flow).length }
}

/** A flow that is none cannot be played. */
function unplayed(findings: readonly Finding[]): CheckResult {
  const nothing = { covered: 0, total: 0, missed: [] }
  return {
    verdict: 'fault',
    findings,
    states: 0,
    transitions: 0,
    frontier: 0,
    graph: { steps: 0, edges: 0 },
    coverage: { edges: nothing, events: nothing },
  }
}
