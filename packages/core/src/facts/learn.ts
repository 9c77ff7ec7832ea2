import { knownFact } from './fact-value.js'
import type { Fact, FactSource, Facts } from './facts.js'

/**
 * The facts with some more. Empty values teach nothing; what the desk has vouched for is not overwritten by what is typed or
 * told by a page, and what was typed is not overwritten by a page. The same object comes back when nothing is new.
 */
export function learn(facts: Facts, news: Readonly<Record<string, string>>, source: FactSource, at: number): Facts {
  const added: Record<string, Fact> = {}
  for (const [name, value] of Object.entries(news)) {
    const known = knownFact(facts, name)
    if (value === '' || known?.value === value) continue
    if (known?.verified && source !== 'desk') continue
    if (known?.source === 'shopper' && source === 'page') continue
    added[name] = { value, source, verified: false, at }
  }
  return Object.keys(added).length === 0 ? facts : { ...facts, ...added }
}

/** The facts without some. */
export function forget(facts: Facts, names: readonly string[]): Facts {
  const gone = names.filter((name) => Object.hasOwn(facts, name))
  if (gone.length === 0) return facts
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !gone.includes(name)))
}
