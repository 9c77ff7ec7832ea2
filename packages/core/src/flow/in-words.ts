import { factValue } from '../facts/fact-value.js'
import type { Facts } from '../facts/facts.js'
import type { Flow } from './flow.js'
import { textOf } from './text-of.js'

/** A fact as a person reads it: what was picked by its label, a situation by its words, the rest as it is. */
export function factInWords(flow: Flow, facts: Facts, name: string): string {
  const value = factValue(facts, name)
  const field = Object.hasOwn(flow.fields, name) ? flow.fields[name] : undefined
  const picked = field?.options?.find(({ id }) => id === value)
  if (picked) return textOf(flow, picked.label, facts)
  return name === 'situation' && value !== '' ? textOf(flow, `situation.${value}`, facts) : value
}

/** All facts so, to be filled into a sentence. */
export function factsInWords(flow: Flow, facts: Facts): Facts {
  const worded = Object.entries(facts).map(([name, fact]) => [name, { ...fact, value: factInWords(flow, facts, name) }])
  return Object.fromEntries(worded)
}
