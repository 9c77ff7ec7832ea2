import { LIMITS } from '../limits.js'
import type { Field } from './facts.js'

// Not letters alone that are taken for digits: `O010` may be a zero too many.
const ORDER_NUMBER = /^#?(?![oil]+\d)[a-z]{0,4}-?\d{3,12}$/i
const EMAIL = /^[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+$/

/**
 * A value that is plainly right, or nothing: then it wants the second look that `checkField` takes, which most shoppers never
 * need and which is fetched for the others. The two agree wherever this one has an answer.
 *
 * @example plainValue({ type: 'order-number' }, ' #1042 ', false) // '1042'
 * @example plainValue({ type: 'order-number' }, '1o42', false)    // undefined
 */
export function plainValue(
  { type, masks, sensitive }: Pick<Field, 'type' | 'masks' | 'sensitive'>,
  typed: string,
  optional: boolean,
): string | undefined {
  const text = typed.trim()
  if (masks || sensitive) return undefined
  if (text === '') return optional ? text : undefined
  if (type === 'order-number') return ORDER_NUMBER.test(text) ? text.replace('#', '').toUpperCase() : undefined
  if (text.length > (type === 'long-text' ? LIMITS.message : LIMITS.field)) return undefined
  if (type === 'email') return EMAIL.test(text) ? text.replace(/@.*/, (domain) => domain.toLowerCase()) : undefined
  return /text/.test(type) ? text : undefined
}
