import type { Fact, Facts } from './facts.js'

/** A fact by name; only what is the object's own, so that a fact named `constructor` is just unknown. */
export function knownFact(facts: Facts, name: string): Fact | undefined {
  return Object.hasOwn(facts, name) ? facts[name] : undefined
}

/** A fact's value, or the empty string. */
export function factValue(facts: Facts, name: string): string {
  return knownFact(facts, name)?.value ?? ''
}

/** Whether something is known by that name. Of a sensitive answer only that is known, and not what it says. */
export function isKnown(facts: Facts, name: string): boolean {
  const fact = knownFact(facts, name)
  return fact !== undefined && (fact.value !== '' || fact.sensitive === true)
}
