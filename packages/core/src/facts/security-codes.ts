import { INVISIBLE } from './plain-characters.js'
import type { Found } from './redact.js'

// What a card's security code is called in the languages that the widget speaks.
const NAMES = new RegExp(
  [
    '(?<![a-z])(?:cv[vcn]|csc)(?:2(?!\\d))?(?![a-z])',
    '(?:security|card|verification)[ -]?code|(?:security|verification)[ -]?number',
    'pr[uü]f(?:nummer|ziffer|zahl)|sicherheitscode',
    'c[oó]digo de (?:seguridad|verificaci[oó]n|seguran[cç]a|verifica[cç][aã]o)',
    'code de (?:s[eé]curit[eé]|v[eé]rification)|cryptogramme',
    'セキュリティ-?コ-?ド|カ-?ド確認番号',
    '安全[码碼]|验证码|驗證碼',
    'رمز (?:الأمان|الامان|التحقق)',
  ].join('|'),
  'gi',
)

// How many characters behind its name, or behind the card, a code may stand.
const REACH = 30
// A number, its digits perhaps with invisible characters between; or what a code does not stand behind.
const NUMBER = /[0-9](?:\u200b*[0-9])*|[•+]/g
// What the number is then: an order's.
const ORDER = /order|bestell|auftrag|pedido|commande|encomenda|注文|订单|訂單|طلب/i
// What a card's line may have besides: until when it is good, and what was paid.
const YEAR = /^20[2-4]/
const MONTH_AND_YEAR = /^(?:0[1-9]|1[0-2])[2-4]/
const MONEY_BEFORE = /[€$£¥] ?$/
const MONEY_AFTER = /^(?:[.,]\d| ?(?:[€$£¥%]|eur|usd|gbp))/i

/**
 * The security codes of cards: the next three or four digits that stand alone, in the same line and not far behind what such a code
 * is called, or behind a card that was found. `plain` is the text in plain characters, `taken` marks what was found in it.
 */
export function codesIn(text: string, plain: string, found: readonly Found[], taken: Uint8Array): readonly Found[] {
  const named = [...plain.matchAll(NAMES)].flatMap((name) =>
    candidates(text, plain, name.index + name[0].length, taken).slice(0, 1),
  )
  const ofCards = found.flatMap(({ kind, to }) =>
    kind === 'card' ? behindCard(plain, to, candidates(text, plain, to, taken)) : [],
  )
  return [...named, ...ofCards].map(({ from, to }) => ({ kind: 'cvv', from, to }))
}

interface Candidate {
  readonly from: number
  readonly to: number
  readonly digits: string
}

/** The numbers behind a place that could be codes, up to anything that a code does not stand behind. */
function candidates(text: string, plain: string, behind: number, taken: Uint8Array): readonly Candidate[] {
  const all: Candidate[] = []
  const line = /^[^\n\r]*/.exec(text.slice(behind, behind + REACH + 8))?.[0].length ?? 0
  const near = plain.slice(behind, behind + line)
  for (const { 0: number, index } of near.matchAll(NUMBER)) {
    const from = behind + index
    const to = from + number.length
    const digits = number.replaceAll(INVISIBLE, '')
    const gap = near.slice(0, index)
    if (index > REACH || taken[from] || digits.length > 4 || !/\d/.test(digits) || ORDER.test(gap)) break
    // A letter that touches it makes a word of it, such as a name of something else.
    const alone = !/[a-z][-_#]?$/i.test(gap) && (taken[to] || !/^[0-9a-z]/i.test(plain.slice(to, to + 1)))
    if (digits.length > 2 && alone) all.push({ from, to, digits })
  }
  return all
}

/** Behind a card stands, before the code or without one, until when it is good; and what was paid with it. */
function behindCard(plain: string, card: number, all: readonly Candidate[]): readonly Candidate[] {
  const codes = all.filter(
    ({ from, to, digits }) =>
      !(digits.length === 4 && YEAR.test(digits)) &&
      !MONEY_BEFORE.test(plain.slice(card, from)) &&
      !MONEY_AFTER.test(plain.slice(to, to + 4)),
  )
  const best = codes.find(({ digits }) => digits.length === 3 || !MONTH_AND_YEAR.test(digits)) ?? codes[0]
  return best ? [best] : []
}
