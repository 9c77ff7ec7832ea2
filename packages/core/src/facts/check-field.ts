import { LIMITS } from '../limits.js'
import type { Field, FieldType } from './facts.js'
import { fitMasks } from './mask.js'
import { isOrderNumber, orderNumbersIn, tidyOrderNumber } from './order-numbers.js'
import { tidyCharacters } from './plain-characters.js'

/** Why a value was refused. The flow's texts word it under `error.<code>`, each with the mend. */
export type FieldError =
  | 'missing'
  | 'too-long'
  | 'order-number'
  | 'order-number-is-email'
  | 'several-orders'
  | 'email-at'
  | 'email-domain'
  | 'email-space'
  | 'phone'
  | 'number'
  | 'date'
  | 'one-of'
  | 'mask'

/** A checked value: clean and short enough, or refused. */
export type Checked = { readonly value: string } | { readonly error: FieldError }

/** What of a field its check depends on. */
export type Checkable = Pick<Field, 'type' | 'masks' | 'options'>

type Check = (text: string, field: Checkable) => Checked

const checks: { readonly [Type in FieldType]?: Check } = {
  'order-number': checkOrderNumber,
  email: checkEmail,
  phone: checkPhone,
  number: checkNumber,
  date: checkDate,
  'one-of': (text, { options = [] }) => (options.some(({ id }) => id === text) ? { value: text } : { error: 'one-of' }),
}

/**
 * Looks at what was typed into a field.
 *
 * @example checkField({ type: 'order-number' }, ' #1o42 ', false) // { value: '1042' }
 * @example checkField({ type: 'email' }, 'ada@example', false)    // { error: 'email-domain' }
 */
export function checkField(field: Checkable, typed: string, optional: boolean): Checked {
  const text = typed.trim()
  if (text === '') return optional ? { value: '' } : { error: 'missing' }
  if (text.length > (field.type === 'long-text' ? LIMITS.message : LIMITS.field)) return { error: 'too-long' }
  const check = checks[field.type]
  if (check) return check(text, field)
  if (!field.masks) return { value: text }
  const value = fitMasks(text, field.masks)
  return value === undefined ? { error: 'mask' } : { value }
}

/** Also from a whole line that was pasted, if there is just one in it. */
function checkOrderNumber(text: string, { masks = [] }: Checkable): Checked {
  if (/^\S+@\S+$/.test(text)) return { error: 'order-number-is-email' }
  const typed = masks.length > 0 ? fitMasks(text, masks) : tidyOrderNumber(text)
  if (typed !== undefined && (masks.length > 0 || isOrderNumber(typed))) return { value: typed }
  const [value, another] = orderNumbersIn(text, masks)
  if (value === undefined) return { error: text.includes('@') ? 'order-number-is-email' : 'order-number' }
  return another === undefined ? { value } : { error: 'several-orders' }
}

function checkEmail(typed: string): Checked {
  const text = tidyCharacters(typed)
  if (/\s/.test(text)) return { error: 'email-space' }
  const at = text.lastIndexOf('@')
  if (at < 1) return { error: 'email-at' }
  const domain = text.slice(at + 1)
  if (!/^[^.@]+(\.[^.@]+)+$/.test(domain) || /[<>()[\],;:"\\]/.test(text)) return { error: 'email-domain' }
  return { value: `${text.slice(0, at)}@${domain.toLowerCase()}` }
}

/** Six to fifteen digits, as the world's numbering plan has it. */
function checkPhone(text: string): Checked {
  const value = tidyCharacters(text).replace(/[\s()./-]+/g, '')
  return /^\+?\d{6,15}$/.test(value) ? { value } : { error: 'phone' }
}

/** A comma before one or two last digits is a decimal one; blanks and other commas, the kind that group. */
function checkNumber(text: string): Checked {
  const value = tidyCharacters(text)
    .replace(/\s/g, '')
    .replace(/,(?=\d{1,2}$)/, '.')
    .replaceAll(',', '')
  return /^-?\d{1,15}(?:\.\d{1,6})?$/.test(value) ? { value } : { error: 'number' }
}

function checkDate(text: string): Checked {
  const value = tidyCharacters(text)
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(value) ?? []).map(Number)
  if (!year || !month || !day || month > 12 || day > daysOf(year, month)) return { error: 'date' }
  return { value }
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
