import { isKnown } from './fact-value.js'
import type { Facts } from './facts.js'

/** The names of facts that are there without an answer. */
export function unknownOf(facts: Facts): readonly string[] {
  return Object.keys(facts).filter((name) => !isKnown(facts, name))
}
