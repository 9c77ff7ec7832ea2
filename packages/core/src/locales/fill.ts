import type { Plural } from './words.js'

/**
 * Puts values into a sentence, in one pass: what is filled in is text, never a template again. Numbers are written as `locale`
 * (BCP 47) writes them; what is only a name, such as an order's number, is given as text.
 *
 * @example fill('Order {number}', { number: '1042' }) // 'Order 1042'
 */
export function fill(sentence: string, values: Readonly<Record<string, string | number>>, locale?: string): string {
  return sentence.replace(/\{([\w-]+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : whole
    return typeof value === 'number' && locale ? value.toLocaleString(locale) : String(value)
  })
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
