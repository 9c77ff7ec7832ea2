import { INVISIBLE, plainCharacters, tidyCharacters } from './plain-characters.js'

// How a shop writes its order numbers: `#` is a digit, `@` a letter, `*` one of both, all else is itself, in capitals or not. It is
// read from left to right, once: whatever a flow's file holds, no mask takes long.

/** A place in a text that a mask fits, and the text there as the mask writes it. `to` is the first character behind it. */
export interface Masked {
  readonly from: number
  readonly to: number
  readonly value: string
}

const ALPHANUMERIC = /[\p{L}\p{N}]/u
const LETTER = /\p{L}/u
// What people put between the parts of a number.
const SEPARATORS = ' #-_./:'
const MOST_SEPARATORS = 2

/** One place of a mask: a slot, a letter or digit that stands there, or a sign between them. */
interface Place {
  readonly is: 'digit' | 'letter' | 'either' | 'fixed' | 'sign'
  readonly char: string
}

const SLOTS: Readonly<Record<string, Place['is']>> = { '#': 'digit', '@': 'letter', '*': 'either' }

function placesOf(mask: string): readonly Place[] {
  return [...mask].map((char) => ({ is: SLOTS[char] ?? (ALPHANUMERIC.test(char) ? 'fixed' : 'sign'), char }))
}

const isDigit = (char: string): boolean => char >= '0' && char <= '9' && char.length === 1

/** A digit, also where its lookalike stands. */
function asDigit(char: string): string | undefined {
  if (isDigit(char)) return char
  return char === 'O' ? '0' : char === 'I' || char === 'L' ? '1' : undefined
}

/** The character as this place of a mask wants it. */
function fitting(char: string, { is, char: own }: Place): string | undefined {
  if (is === 'digit') return asDigit(char)
  if (is === 'fixed') return (isDigit(own) ? asDigit(char) : char) === own.toUpperCase() ? own : undefined
  return (is === 'letter' ? LETTER : ALPHANUMERIC).test(char) ? char : undefined
}

/** Where a plain text in capitals stands, `from` on, for this mask. Signs of the mask may be others in the text, or missing. */
function matchAt(text: string, from: number, places: readonly Place[]): Masked | undefined {
  let at = from
  let to = from
  let value = ''
  for (const place of places) {
    let left = place.is === 'sign' ? MOST_SEPARATORS : 0
    for (; at < text.length; at++) {
      const char = text[at] ?? ''
      if (char === INVISIBLE) continue
      if (left-- <= 0 || !(SEPARATORS.includes(char) || char === place.char)) break
    }
    if (place.is === 'sign') {
      value += place.char
      continue
    }
    const char = fitting(text[at] ?? '', place)
    if (char === undefined) return undefined
    value += char
    at++
    to = at
  }
  return { from, to, value }
}

/**
 * A typed value as the shop writes it, or nothing where no mask fits all of it. Blanks and signs between the characters do not
 * count, an O or I where a digit belongs is one, and letters at the beginning of a mask may be left out.
 *
 * @example fitMasks('fk 1O428', ['FK-#####']) // 'FK-10428'
 * @example fitMasks('10428', ['FK-#####'])    // 'FK-10428'
 */
export function fitMasks(typed: string, masks: readonly string[]): string | undefined {
  const bare = tidyCharacters(typed)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  const whole = (text: string, mask: string): string | undefined => {
    const match = matchAt(text, 0, placesOf(mask))
    return match?.to === text.length ? match.value : undefined
  }
  for (const mask of masks) {
    const value = whole(bare, mask)
    if (value !== undefined) return value
  }
  const completed = masks.flatMap((mask) => {
    const letters = /^\p{L}+/u.exec(mask)?.[0]
    return letters === undefined ? [] : (whole(letters.toUpperCase() + bare, mask) ?? [])
  })
  return completed.length === 1 ? completed[0] : undefined
}

/** Every place of a text that one of the masks fits, between other characters than letters and digits. They do not overlap. */
export function findMasked(text: string, masks: readonly string[]): readonly Masked[] {
  if (masks.length === 0) return []
  const plain = inCapitals(plainCharacters(text))
  const all = masks.map(placesOf)
  const found: Masked[] = []
  for (let at = 0; at < plain.length; at++) {
    if (!startsAt(plain, at)) continue
    const matches = all.flatMap((places) => matchAt(plain, at, places) ?? [])
    const match = longest(matches.filter(({ to }) => endsAt(plain, to) && holdsDigit(plain.slice(at, to))))
    if (!match) continue
    found.push(match)
    at = match.to - 1
  }
  return found
}

/** A capital that is longer than its letter would move everything behind it. */
function inCapitals(text: string): string {
  return text.replace(/\p{Ll}/gu, (letter) => {
    const capital = letter.toUpperCase()
    return capital.length === letter.length ? capital : letter
  })
}

/** What consists of lookalikes alone is a word. */
const holdsDigit = (text: string): boolean => /\d/.test(text)

function startsAt(text: string, at: number): boolean {
  return ALPHANUMERIC.test(text[at] ?? '') && !ALPHANUMERIC.test(text[at - 1] ?? '')
}

function endsAt(text: string, to: number): boolean {
  return !ALPHANUMERIC.test(text[to] ?? '')
}

function longest(matches: readonly Masked[]): Masked | undefined {
  return matches.reduce<Masked | undefined>((best, one) => (best && best.to >= one.to ? best : one), undefined)
}
