import { IBAN_LENGTHS } from './iban-lengths.js'
import { findMasked } from './mask.js'
import { INVISIBLE, plainCharacters } from './plain-characters.js'
import { codesIn } from './security-codes.js'

/** What is hidden: the number of a card, of a bank account, or a card's security code. */
export type Secret = 'card' | 'iban' | 'cvv'

/** A place in the text as it was given; `to` is the first character behind it. */
export interface Found {
  readonly kind: Secret
  readonly from: number
  readonly to: number
  /** Numbers that overlap: which of the digits are the card's last, nobody can tell. */
  readonly several?: true
}

export interface Redacted {
  readonly text: string
  readonly found: readonly Found[]
}

/** A letter or digit of the text that belongs to a run: at most four blanks, dashes and the like stand between two of them. */
interface Sign {
  readonly char: string
  readonly at: number
  /** Nothing of the run touches it from the left, or from the right. */
  readonly starts: boolean
  readonly ends: boolean
}

type Run = readonly Sign[]

const ALPHANUMERIC = /[0-9A-Z]/i
const DIGIT = /[0-9]/
// What may stand within a number, and how much of it in one place.
const JOINT = /[ ._/·・,()|-]/
const MOST_JOINTS = 4

const SHORTEST_CARD = 13
const LONGEST_CARD = 19
// How the numbers of all the world's payment cards begin. Parcels and invoices often begin otherwise.
const CARD = /^(?:[3-6]|2[2-7]|8[12]|9792)/
// With a plus sign in front, this many digits are a phone number.
const LONGEST_PHONE = 15

// Two dates in a row, such as a span of days, have as many digits as a card.
const DATE = '(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:19|20)\\d\\d'
const DATES = new RegExp(`^${DATE}\\D+${DATE}$`)

/**
 * Hides the numbers of cards and bank accounts and the security codes of cards, each as `•••• 4242`, `••••` or `•••`. What one of
 * the masks in `exempt` fits is the shop's own number and stays. Without a find the text comes back as it is. It takes as long as
 * the text is long, and what is hidden once is not hidden again.
 *
 * @example redact('my card is 4242 4242 4242 4242', []).text // 'my card is •••• 4242'
 */
export function redact(text: string, exempt: readonly string[]): Redacted {
  const plain = plainCharacters(text)
  const found: Found[] = []
  const taken = new Uint8Array(text.length)
  const take = (one: Found): void => {
    if (taken.subarray(one.from, one.to).includes(1)) return
    taken.fill(1, one.from, one.to)
    found.push(one)
  }
  const own = new Int32Array(text.length)
  // Not by `entries()`, which old libraries on a page have their own of.
  findMasked(text, exempt).forEach(({ from, to }, index) => {
    own.fill(index + 1, from, to)
  })
  const isOwn = ({ from, to }: Found): boolean => own[from] !== 0 && own[from] === own[to - 1]

  for (const run of runsOf(plain, ALPHANUMERIC)) ibansIn(run).forEach(take)
  for (const run of runsOf(plain, DIGIT)) {
    if (isPhone(run, plain)) continue
    for (const card of cardsIn(run)) if (!isOwn(card) && !DATES.test(plain.slice(card.from, card.to))) take(card)
  }
  for (const code of codesIn(text, plain, found, taken)) take(code)
  if (found.length === 0) return { text, found }
  found.sort((one, other) => one.from - other.from)
  return { text: withoutFound(text, plain, found), found }
}

const NEXT_DIGIT = new RegExp(`^${INVISIBLE}*(?:${JOINT.source}${INVISIBLE}*){0,${MOST_JOINTS}}\\d`)

function withoutFound(text: string, plain: string, found: readonly Found[]): string {
  let rest = 0
  let hidden = ''
  for (const one of found) {
    hidden += text.slice(rest, one.from) + stars(one, plain)
    rest = one.to
  }
  return hidden + text.slice(rest)
}

/** The last four digits tell the shopper which one it was; not where they could become part of another number. */
function stars({ kind, from, to, several }: Found, plain: string): string {
  if (kind === 'cvv') return '•••'
  const last = /\d{4}$/.exec(plain.slice(from, to).replace(/[^0-9a-z]/gi, ''))?.[0]
  return last === undefined || several || NEXT_DIGIT.test(plain.slice(to)) ? '••••' : `•••• ${last}`
}

/** The runs of signs of this kind. What nobody sees counts for nothing. */
function runsOf(plain: string, kind: RegExp): readonly Run[] {
  const runs: Run[] = []
  let run: { char: string; at: number; starts: boolean; ends: boolean }[] = []
  // How many joints were passed since the last sign.
  let joints = MOST_JOINTS + 1
  for (let at = 0; at < plain.length; at++) {
    const char = plain[at] ?? ''
    if (char === INVISIBLE) continue
    const last = run.at(-1)
    if (kind.test(char)) {
      if (joints === 0 && last) last.ends = false
      if (joints > MOST_JOINTS || !last) {
        run = []
        runs.push(run)
      }
      run.push({ char: char.toUpperCase(), at, starts: joints > 0, ends: true })
      joints = 0
    } else joints = JOINT.test(char) ? joints + 1 : MOST_JOINTS + 1
  }
  return runs
}

/** The cards of a run of digits: of those that overlap, all. */
function cardsIn(run: Run): readonly Found[] {
  const found: { first: number; last: number; several: boolean }[] = []
  run.forEach((sign, first) => {
    for (const last of sign.starts ? endsOfCard(run, first) : []) {
      const before = found.at(-1)
      if (before && first <= before.last) {
        before.last = Math.max(before.last, last)
        before.several = true
      } else found.push({ first, last, several: false })
    }
  })
  return found.map(({ first, last, several }) => ({
    kind: 'card',
    ...between(run, first, last),
    ...(several ? { several } : {}),
  }))
}

/** The last digits of the card numbers that begin here. Luhn's sum is taken for odd and even lengths at once. */
function endsOfCard(run: Run, first: number): readonly number[] {
  let number = ''
  const all: number[] = []
  const sums = [0, 0]
  for (const { char, ends } of run.slice(first, first + LONGEST_CARD)) {
    const digit = Number(char)
    const doubled = digit > 4 ? digit * 2 - 9 : digit * 2
    const odd = number.length % 2
    sums[odd] = (sums[odd] ?? 0) + doubled
    sums[1 - odd] = (sums[1 - odd] ?? 0) + digit
    number += char
    // Of the last digit and every second one before it, the digit itself counts: those that stand like it.
    const sum = sums[1 - odd] ?? 1
    if (number.length < SHORTEST_CARD || sum % 10 !== 0 || !CARD.test(number)) continue
    const last = first + number.length - 1
    if (ends || hasCodeGlued(run, last, number)) all.push(last)
  }
  return all
}

/** Whether exactly the card's security code follows without anything between. */
function hasCodeGlued(run: Run, last: number, number: string): boolean {
  const length = number.length === 16 ? 3 : /^3[47].{13}$/.test(number) ? 4 : 0
  return length > 0 && run.slice(last, last + length + 1).findIndex(({ ends }) => ends) === length
}

function isPhone(run: Run, plain: string): boolean {
  return run.length <= LONGEST_PHONE && plain[(run[0]?.at ?? 0) - 1] === '+'
}

/** The bank accounts of a run of letters and digits. */
function ibansIn(run: Run): readonly Found[] {
  const found: Found[] = []
  for (let first = 0; first < run.length; first++) {
    const last = first + lengthOfIban(run, first) - 1
    if (last < first || !endsAt(run, last) || !isIban(run.slice(first, last + 1))) continue
    found.push({ kind: 'iban', ...between(run, first, last) })
    first = last
  }
  return found
}

/** How long the account number must be that begins here, perhaps behind a word that touches it. 0 where none begins. */
function lengthOfIban(run: Run, first: number): number {
  const [one, two, three, four] = run.slice(first, first + 4)
  if (!one || !two || !three || !four || !DIGIT.test(three.char) || !DIGIT.test(four.char)) return 0
  return IBAN_LENGTHS[one.char + two.char] ?? 0
}

/** Whether nothing touches it from the right, or only a word that touches a digit, or a digit that touches a letter. */
function endsAt(run: Run, at: number): boolean {
  const [sign, next] = [run[at], run[at + 1]]
  return sign !== undefined && (!next || sign.ends || DIGIT.test(sign.char) !== DIGIT.test(next.char))
}

/** Mod 97, the first four signs read last. Eight digits at least, or a sentence could be one. */
function isIban(signs: Run): boolean {
  const chars = signs.map(({ char }) => char)
  if (chars.filter((char) => DIGIT.test(char)).length < 8) return false
  let rest = 0
  for (const char of [...chars.slice(4), ...chars.slice(0, 4)]) {
    const value = DIGIT.test(char) ? Number(char) : char.charCodeAt(0) - 55
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97
  }
  return rest === 1
}

function between(run: Run, first: number, last: number): { readonly from: number; readonly to: number } {
  return { from: run[first]?.at ?? 0, to: (run[last]?.at ?? 0) + 1 }
}
