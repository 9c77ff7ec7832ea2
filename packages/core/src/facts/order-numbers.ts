import { findMasked } from './mask.js'
import { plainCharacters, tidyCharacters } from './plain-characters.js'

/** An order number of a shop that has not said how it writes them: no blanks, no `#`, capitals, a zero for an O between digits. */
export function tidyOrderNumber(text: string): string {
  const bare = tidyCharacters(text)
    .replace(/[\s#.,:;]+/g, '')
    .toUpperCase()
  // What consists of digits and their lookalikes has no letters.
  if (/^[\dOIL]*\d[\dOIL]*$/.test(bare)) return bare.replaceAll('O', '0').replace(/[IL]/g, '1')
  return bare.replace(/(?<=\d)O/g, '0').replace(/(?<=\d)[IL](?=\d)/g, '1')
}

/** Whether it is an order number, for a shop that has not said how it writes them. */
export const isOrderNumber = (tidy: string): boolean => /^[A-Z]{0,4}-?\d{3,12}$/.test(tidy)

const number = (digit: string): string => `([a-z]{0,4}-?\\d${digit}{2,11})(?![\\w@%€-])`
const NUMBER = number('[\\doil]')
// Named as one, with those that follow it in the same breath: *order 1042 and 1043*.
const NAMED = new RegExp(
  `(?:order|number|no\\.?|nr\\.?|#)\\s{0,3}(?:number|no\\.?|nr\\.?)?\\s{0,3}[:#]?\\s{0,3}${NUMBER}((?:\\s{0,2}(?:[,;&+/]|\\p{L}{1,3}\\b)\\s{0,2}#?${NUMBER})*)`,
  'giu',
)
const BARE = new RegExp(`(?<![\\w@.,$€£¥-])#?\\s?${number('\\d')}`, 'gi')
const YEAR = /^(?:19|20)\d\d$/

/**
 * The order numbers in a free text, each once, in the shop's own way of writing them: by its masks or, where it has none, what
 * is called an order number there, else whatever could be one.
 *
 * @example orderNumbersIn('Re: Your order #FK-10428 has shipped', ['FK-#####']) // ['FK-10428']
 * @example orderNumbersIn('where are 1042 and 1043?')                           // ['1042', '1043']
 */
export function orderNumbersIn(text: string, masks: readonly string[] = []): readonly string[] {
  const short = text.slice(0, 1_000)
  return [...new Set(masks.length > 0 ? findMasked(short, masks).map(({ value }) => value) : unmasked(plainCharacters(short)))]
}

function unmasked(text: string): readonly string[] {
  const named = [...text.matchAll(NAMED)].flatMap(([, first = '', others = '']) => [first, ...numbersOf(others)])
  const bare = named.length > 0 ? named : numbersOf(text)
  const numbers = bare.map(tidyOrderNumber).filter(isOrderNumber)
  const notYears = numbers.filter((number) => !YEAR.test(number))
  return named.length > 0 || notYears.length === 0 ? numbers : notYears
}

function numbersOf(text: string): readonly string[] {
  return [...text.matchAll(BARE)].flatMap(([, number]) => number ?? [])
}
