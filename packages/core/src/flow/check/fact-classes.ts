import type { BranchStep, Condition, Flow } from '../flow.js'
import { stepsOf } from './flow-edges.js'

/** What a fact may turn out to be, `null` for not known: one value for each way in which the flow tells values apart. */
export type Domain = readonly (string | null)[]

/** Which values of a fact the flow’s conditions tell apart: all others are as good as the same. */
export interface FactClasses {
  /** Whether any condition asks for it. */
  isRead(fact: string): boolean
  /** The name of the class that a value belongs to. */
  classOf(fact: string, value: string | null): string
  /** The values that the flow’s conditions name, or come near to. */
  named(fact: string): readonly string[]
  /** One value of each class among these. */
  oneOfEach(fact: string, values: Domain): Domain
}

/** The conditions of a case, as a list. */
export function conditionsOf(when: BranchStep['cases'][number]['when']): readonly Condition[] {
  return 'length' in when ? when : [when]
}

/** The fact that a condition asks for, if it asks for one. */
export function factOf(condition: Condition): string | undefined {
  if ('fact' in condition) return condition.fact
  if ('known' in condition) return condition.known
  return 'unknown' in condition ? condition.unknown : undefined
}

/** Whether a condition on a fact holds for a value. */
export function holds(condition: Condition, value: string | null): boolean {
  const known = value !== null && value !== ''
  if ('known' in condition) return known
  if ('unknown' in condition) return !known
  if ('in' in condition) return condition.in.includes(value ?? '')
  if ('notIn' in condition) return !condition.notIn.includes(value ?? '')
  const amount = known ? Number(value) : Number.NaN
  if ('atLeast' in condition) return amount >= condition.atLeast
  return 'below' in condition && amount < condition.below
}

function valuesIn(condition: Condition): readonly string[] {
  if ('in' in condition) return condition.in
  if ('notIn' in condition) return condition.notIn
  const edge = 'atLeast' in condition ? condition.atLeast : 'below' in condition ? condition.below : undefined
  return edge === undefined ? [] : [edge - 1, edge].map(String)
}

/** Numbers beside those that conditions name: right below and above each, between two neighbours, and beyond all. */
function besides(named: readonly string[]): readonly string[] {
  const isNumber = (value: string) => value.trim() !== '' && Number.isFinite(Number(value))
  const edges = [...new Set(named.filter(isNumber).map(Number))].sort((one, other) => one - other)
  const between = edges.slice(1).map((edge, index) => (edge + (edges[index] ?? edge)) / 2)
  return [...edges.flatMap((edge) => [edge + 1, edge - 1]), ...between].map(String)
}

/** Sorts the values of a flow’s facts by what its conditions make of them. */
export function factClasses(flow: Flow): FactClasses {
  const about = new Map<string, Condition[]>()
  for (const [, step] of stepsOf(flow)) {
    if (step.type !== 'branch') continue
    for (const condition of step.cases.flatMap(({ when }) => conditionsOf(when))) {
      const fact = factOf(condition)
      if (fact !== undefined) about.set(fact, [...(about.get(fact) ?? []), condition])
    }
  }
  const kept = new Map<string, string>()

  function classOf(fact: string, value: string | null): string {
    const name = `${fact}=${value ?? ''}`
    const known = kept.get(name)
    if (known !== undefined) return known
    // Not known is a class of its own: it shows in forms and in the review as well.
    const found = value === null ? '-' : (about.get(fact) ?? []).map((one) => (holds(one, value) ? '1' : '0')).join('')
    kept.set(name, found)
    return found
  }

  return {
    isRead: (fact) => about.has(fact),
    classOf,
    named(fact) {
      const values = (about.get(fact) ?? []).flatMap(valuesIn)
      return [...new Set([...values, ...besides(values)])]
    },
    oneOfEach(fact, values) {
      const found = new Map<string, string | null>()
      for (const value of values) if (!found.has(classOf(fact, value))) found.set(classOf(fact, value), value)
      return [...found.values()]
    },
  }
}
