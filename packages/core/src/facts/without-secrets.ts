import type { Facts } from './facts.js'
import { forget } from './learn.js'

/** The facts without sensitive ones. The same object where there are none. */
export function withoutSecrets(facts: Facts): Facts {
  return forget(
    facts,
    Object.keys(facts).filter((name) => facts[name]?.sensitive),
  )
}

/**
 * The facts where nothing holds the sensitive answers any more: what they were asked for is not known, so it is asked again. The same
 * object where there are none.
 */
export function withLostSecrets(facts: Facts): Facts {
  const lost = Object.entries(facts).flatMap(([name, { sensitive, ...fact }]) =>
    sensitive ? [[name, { ...fact, value: '' }] as const] : [],
  )
  return lost.length === 0 ? facts : { ...facts, ...Object.fromEntries(lost) }
}
