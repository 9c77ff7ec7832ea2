import type { Facts } from './facts.js'
import { forget } from './learn.js'

/** The facts without sensitive ones. The same object where there are none. */
export function withoutSecrets(facts: Facts): Facts {
  return forget(
    facts,
    Object.keys(facts).filter((name) => facts[name]?.sensitive),
  )
}
