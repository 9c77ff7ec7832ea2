import type { Plural } from './words.js'

/**
 * Puts values into a sentence, in one pass: what is filled in is text, never a template again.
 *
 * @example fill('Order {number}', { number: '1042' }) // 'Order 1042'
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole))
}

/**
 * The sentence for a count, in the language's own plural form, with `{count}` filled in.
 *
 * @example plural({ one: '{count} parcel', other: '{count} parcels' }, 2, 'en') // '2 parcels'
 */
export function plural(forms: Plural, count: number, locale: string): string {
  const form = new Intl.PluralRules(locale).select(count)
  return fill(forms[form] ?? forms.other, { count: count.toLocaleString(locale) })
}
