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
const DIGIT = /\d/
// What people put between the parts of a number, or what came along with it.
const SEPARATOR = /[ #\-_./:]/

/** A digit, also where its lookalike stands. */
function asDigit(char: string): string | undefined {
  if (DIGIT.test(char)) return char
  return char === 'O' ? '0' : char === 'I' || char === 'L' ? '1' : undefined
}

/** The character as this place of a mask wants it. */
function fitting(char: string, place: string): string | undefined {
  if (place === '#') return asDigit(char)
  if (place === '@') return LETTER.test(char) ? char : undefined
  if (place === '*') return ALPHANUMERIC.test(char) ? char : undefined
  return (DIGIT.test(place) ? asDigit(char) : char) === place.toUpperCase() ? place : undefined
}

const isSlot = (place: string): boolean => place === '#' || place === '@' || place === '*'

/** Where a plain text in capitals stands, `from` on, for this mask. Signs of the mask may be others in the text, or missing. */
function matchAt(text: string, from: number, mask: string): Masked | undefined {
  let to = from
  let value = ''
  const skip = (most: number, sign: RegExp): void => {
    for (let left = most; left > 0 || text[to] === INVISIBLE; to++) {
      if (text[to] === INVISIBLE) continue
      if (!sign.test(text[to] ?? '')) return
      left--
    }
  }
  for (const place of mask) {
    if (!isSlot(place) && !ALPHANUMERIC.test(place)) {
      skip(2, SEPARATOR)
      value += place
      continue
    }
    while (text[to] === INVISIBLE) to++
    const char = fitting(text[to] ?? '', place)
    if (char === undefined) return undefined
    value += char
    to++
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
    .replace(/[ #\-_./:]/g, '')
  const whole = (text: string, mask: string): string | undefined => {
    const match = matchAt(text, 0, mask)
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
  const found: Masked[] = []
  for (let at = 0; at < plain.length; at++) {
    if (!startsAt(plain, at)) continue
    const matches = masks.flatMap((mask) => matchAt(plain, at, mask) ?? [])
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
const holdsDigit = (text: string): boolean => DIGIT.test(text)

function startsAt(text: string, at: number): boolean {
  return ALPHANUMERIC.test(text[at] ?? '') && !ALPHANUMERIC.test(text[at - 1] ?? '')
}

function endsAt(text: string, to: number): boolean {
  return !ALPHANUMERIC.test(text[to] ?? '')
}

function longest(matches: readonly Masked[]): Masked | undefined {
  return matches.reduce<Masked | undefined>((best, one) => (best && best.to >= one.to ? best : one), undefined)
}
