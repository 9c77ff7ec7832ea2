import { LIMITS } from '../limits.js'
import type { FieldType } from './facts.js'

/** Why a value was refused. The flow's texts word it under `error.<code>`, each with the mend. */
export type FieldError =
  | 'missing'
  | 'too-long'
  | 'order-number'
  | 'order-number-is-email'
  | 'email-at'
  | 'email-domain'
  | 'email-space'

/** A checked value: clean and short enough, or refused. */
export type Checked = { readonly value: string } | { readonly error: FieldError }

// Digits as they come from other keyboards: full-width, Arabic-Indic, Eastern Arabic-Indic.
const FOREIGN_DIGITS: readonly number[] = [0xff10, 0x0660, 0x06f0]

function toAsciiDigits(text: string): string {
  return text.replace(/[\uff10-\uff19\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
    const code = digit.charCodeAt(0)
    const zero = FOREIGN_DIGITS.find((start) => code >= start && code < start + 10) ?? code
    return String(code - zero)
  })
}

/** An order number as the shop writes it: no blanks, no `#`, capitals, and a zero where an O stands among digits. */
export function tidyOrderNumber(text: string): string {
  return toAsciiDigits(text)
    .replace(/[\s#.,:;]+/g, '')
    .toUpperCase()
    .replace(/(?<=\d)O|O(?=\d)/g, '0')
}

const ORDER_NUMBER = /^[A-Z]{0,4}-?\d{3,12}$/

function checkOrderNumber(text: string): Checked {
  if (text.includes('@')) return { error: 'order-number-is-email' }
  const value = tidyOrderNumber(text)
  return ORDER_NUMBER.test(value) ? { value } : { error: 'order-number' }
}

function checkEmail(text: string): Checked {
  if (/\s/.test(text)) return { error: 'email-space' }
  const at = text.lastIndexOf('@')
  if (at < 1) return { error: 'email-at' }
  const domain = text.slice(at + 1)
  if (!/^[^.@]+(\.[^.@]+)+$/.test(domain) || /[<>()[\],;:"\\]/.test(text)) return { error: 'email-domain' }
  return { value: `${text.slice(0, at)}@${domain.toLowerCase()}` }
}

/**
 * Looks at what was typed into a field.
 *
 * @example checkField('order-number', ' #1o42 ', false) // { value: '1042' }
 * @example checkField('email', 'ada@example', false)    // { error: 'email-domain' }
 */
export function checkField(type: FieldType, typed: string, optional: boolean): Checked {
  const text = typed.trim()
  if (text === '') return optional ? { value: '' } : { error: 'missing' }
  if (text.length > (type === 'long-text' ? LIMITS.message : LIMITS.field)) return { error: 'too-long' }
  if (type === 'order-number') return checkOrderNumber(text)
  if (type === 'email') return checkEmail(text)
  return { value: text }
}
