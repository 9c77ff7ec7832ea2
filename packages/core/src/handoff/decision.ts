import type { RequestKind } from './reason.js'

/** Everything that a person can decide about a request. */
export const OUTCOMES = [
  'refund',
  'replace',
  'repair',
  'repair-charged',
  'store-credit',
  'cancelled',
  'changed',
  'reject',
] as const

/** What became of a request. */
export type Outcome = (typeof OUTCOMES)[number]

/** An amount of money: `value` in whole units of `currency`, an ISO 4217 code, such as 12.5 of EUR. */
export interface Money {
  readonly value: number
  readonly currency: string
}

/** What a person has decided, in a word, with what they add in their own. */
export interface Decision {
  readonly request: RequestKind
  readonly outcome: Outcome
  /** What it costs, or what is given back. Not there with a refund: all of it. */
  readonly amount?: Money
  /** For the shopper to read. It may be empty, but for a rejection, or where an earlier decision is replaced. */
  readonly note: string
  /** The `seq` of the decision that this one takes the place of. */
  readonly replaces?: number
}

const OF_GOODS: readonly Outcome[] = ['refund', 'replace', 'repair', 'repair-charged', 'store-credit', 'reject']

/** What can be decided about each kind of request. */
export const OUTCOMES_OF: { readonly [request in RequestKind]: readonly Outcome[] } = {
  return: OF_GOODS,
  exchange: OF_GOODS,
  damage: OF_GOODS,
  cancel: ['cancelled', 'reject'],
  change: ['changed', 'reject'],
}

/** Whether an outcome needs an amount of money, may have one, or has none. */
export function amountOf(outcome: Outcome): 'needed' | 'possible' | 'none' {
  if (outcome === 'repair-charged' || outcome === 'store-credit') return 'needed'
  return outcome === 'refund' ? 'possible' : 'none'
}

/** What is wrong with a decision, or `null`. A person mends it; a desk refuses it. */
export type DecisionFault = 'outcome' | 'amount' | 'note'

/**
 * Looks a decision over before it is written down.
 *
 * @example faultOf({ request: 'return', outcome: 'reject', note: '' }) // 'note': a no has a reason
 */
export function faultOf({ request, outcome, amount, note, replaces }: Decision): DecisionFault | null {
  if (!OUTCOMES_OF[request].includes(outcome)) return 'outcome'
  const money = amountOf(outcome)
  if (amount ? money === 'none' || !(amount.value > 0) : money === 'needed') return 'amount'
  const needsNote = outcome === 'reject' || replaces !== undefined
  return needsNote && note.trim() === '' ? 'note' : null
}
