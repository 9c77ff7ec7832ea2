import type { Decision, Outcome, RequestKind } from '@shopbell/core'

/** What an agent can choose, as the effect that it has. */
export const OUTCOME_WORDS: { readonly [outcome in Outcome]: string } = {
  refund: 'Refund',
  replace: 'Send a new one',
  repair: 'Repair, free',
  'repair-charged': 'Repair, charged',
  'store-credit': 'Store credit',
  cancelled: 'Cancel the order',
  changed: 'Change the order',
  reject: 'Say no',
}

/** What the shopper asks for, as a heading. */
export const REQUEST_WORDS: { readonly [request in RequestKind]: string } = {
  return: 'To decide: a return',
  exchange: 'To decide: an exchange',
  cancel: 'To decide: a cancellation',
  change: 'To decide: a change of the order',
  damage: 'To decide: a damaged item',
}

const DECIDED_WORDS: { readonly [outcome in Outcome]: string } = {
  refund: 'Refund',
  replace: 'A new one is sent',
  repair: 'Repaired free of charge',
  'repair-charged': 'Repair',
  'store-credit': 'Store credit',
  cancelled: 'Order cancelled',
  changed: 'Order changed',
  reject: 'Declined',
}

/** What was decided, in a few words: `Refund of €12.50`. */
export function decidedWords({ outcome, amount }: Pick<Decision, 'outcome' | 'amount'>): string {
  if (!amount) return outcome === 'refund' ? 'Full refund' : DECIDED_WORDS[outcome]
  const money = new Intl.NumberFormat('en-GB', { style: 'currency', currency: amount.currency }).format(amount.value)
  return `${DECIDED_WORDS[outcome]} ${outcome === 'repair-charged' ? 'for' : 'of'} ${money}`
}
