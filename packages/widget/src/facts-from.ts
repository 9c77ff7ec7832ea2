import { LIMITS } from '@shopbell/core'
import { diagnose, type Warn } from './warn.js'

/** What a page has told: objects with facts, and selectors of scripts that hold some. What was told later wins. */
export function factsFrom(told: readonly unknown[], warn: Warn): Readonly<Record<string, string>> {
  return Object.assign({}, ...told.map((one) => (typeof one === 'string' ? factsFromPage(one, warn) : readFacts(one))))
}

/** The facts that the page keeps for us in a JSON script; what is wrong with it is said. */
export function factsFromPage(selector: string, warn: Warn): Readonly<Record<string, string>> {
  try {
    const script = document.querySelector(selector)
    const facts = readFacts(JSON.parse(script?.textContent ?? ''))
    if (facts) return facts
  } catch {
    // Said below, in the same words as for a value that is no object.
  }
  diagnose((words) => words.unfitOption('context', warn))
  return {}
}

/** Texts and numbers of an object, as facts; the rest of it is dropped. */
export function readFacts(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const facts: Record<string, string> = {}
  for (const name of Object.keys(value).slice(0, 40)) {
    // No getter runs.
    const fact: unknown = Object.getOwnPropertyDescriptor(value, name)?.value
    // What a server has signed is longer than what a person types.
    const most = name === 'customerProof' ? LIMITS.message : LIMITS.field
    const fits = (typeof fact === 'string' || typeof fact === 'number') && String(fact).length <= most
    if (fits && name.length <= LIMITS.name && !(name in Object.prototype)) facts[name] = String(fact)
  }
  return facts
}
