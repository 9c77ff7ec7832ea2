import { factValue, knownFact } from '../facts/fact-value.js'
import type { BranchStep, Condition } from '../flow/flow.js'
import type { State } from './state.js'

/** Whether a case of a `branch` step holds: one condition, or all of several. */
export function holds(when: BranchStep['cases'][number]['when'], state: State): boolean {
  return 'length' in when ? when.every((one) => holdsOne(one, state)) : holdsOne(when, state)
}

function holdsOne(condition: Condition, { facts, availability }: State): boolean {
  if ('known' in condition) return knownFact(facts, condition.known) !== undefined
  if ('unknown' in condition) return knownFact(facts, condition.unknown) === undefined
  if ('desk' in condition) return (availability?.open ?? true) === (condition.desk === 'open')
  if ('hours' in condition) return (availability?.open ?? true) === (condition.hours === 'open')
  const value = factValue(facts, condition.fact)
  if ('in' in condition) return condition.in.includes(value)
  if ('notIn' in condition) return !condition.notIn.includes(value)
  // What is not there is not a number, and neither at least nor below one.
  const amount = value === '' ? Number.NaN : Number(value)
  return 'atLeast' in condition ? amount >= condition.atLeast : amount < condition.below
}
