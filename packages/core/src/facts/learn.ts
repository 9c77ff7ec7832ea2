import { knownFact } from './fact-value.js'
import type { Fact, FactSource, Facts } from './facts.js'

/**
 * The ledger with news. Empty values teach nothing; what is verified is overwritten only by what is verified, and what was typed
 * not by a page. The same value again is news only if now it is verified. The same object comes back when nothing is new.
 */
export function learn(
  facts: Facts,
  news: Readonly<Record<string, string>>,
  source: FactSource,
  at: number,
  verified = false,
): Facts {
  const added: Record<string, Fact> = {}
  for (const [name, value] of Object.entries(news)) {
    const known = knownFact(facts, name)
    if (value === '' || (known?.verified && !verified)) continue
    if (known?.value === value && known.verified === verified) continue
    if (known?.source === 'shopper' && source === 'page' && !verified) continue
    added[name] = { value, source, verified, at }
  }
  return Object.keys(added).length === 0 ? facts : { ...facts, ...added }
}

/** The facts without some. */
export function forget(facts: Facts, names: readonly string[]): Facts {
  const gone = names.filter((name) => Object.hasOwn(facts, name))
  if (gone.length === 0) return facts
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !gone.includes(name)))
}
