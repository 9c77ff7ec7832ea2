import { type Decision, faultOf, type Money, OUTCOMES } from '../handoff/decision.js'
import { REQUEST_KINDS } from '../handoff/reason.js'
import { LIMITS } from '../limits.js'
import { count, oneOf, optional, type Reader, reader, text } from './read.js'

const MOST_MONEY = 1e9

/** What a person has decided, made anew; `null` where it is nothing that can be decided, so that nobody reads half of it. */
export function parseDecision(read: Reader): Decision | null {
  const request = oneOf(read('request'), REQUEST_KINDS)
  const outcome = oneOf(read('outcome'), OUTCOMES)
  const amount = read('amount')
  const money = parseMoney(amount)
  if (!request || !outcome || (amount !== undefined && !money)) return null
  const decision: Decision = {
    request,
    outcome,
    note: text(read('note'), LIMITS.message) ?? '',
    ...optional('amount', money),
    ...optional('replaces', count(read('replaces'))),
  }
  return faultOf(decision) ? null : decision
}

/** An amount in a currency that has a code of three letters; `null` for anything else. */
function parseMoney(value: unknown): Money | null {
  const read = reader(value)
  const amount = read?.('value')
  const currency = read?.('currency')
  if (typeof amount !== 'number' || !(amount > 0 && amount < MOST_MONEY)) return null
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { value: amount, currency } : null
}
