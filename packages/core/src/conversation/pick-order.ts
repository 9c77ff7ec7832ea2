import { LIMITS } from '../limits.js'
import { fieldOf } from './field-view.js'
import { toOptions } from './greet.js'
import type { Turn } from './turn.js'

/** How the shop writes its order numbers, if it has said so. */
export function orderMasks({ flow }: Turn): readonly string[] {
  return fieldOf(flow, 'orderNumber').masks ?? []
}

/**
 * Of several orders in one text the shopper picks the one that it is about, and this step goes on with it. No number is taken
 * for the others: only the shopper knows.
 */
export function pickOrder(turn: Turn, id: string, numbers: readonly string[]): boolean {
  const step = turn.stepOf(id)
  if (numbers.length < 2 || step?.type !== 'ask' || !step.fields.includes('orderNumber')) return false
  const others = toOptions(turn.flow, step.options ?? [], turn.state.facts)
  const orders = numbers
    .slice(0, LIMITS.choices - others.length)
    .map((number) => ({ id: `orderNumber:${number}`, label: number }))
  turn.say('form.which')
  turn.ask(id, { kind: 'choice', look: 'chips', options: [...orders, ...others] })
  return true
}
