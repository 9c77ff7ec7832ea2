import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IBAN_LENGTHS } from './iban-lengths.js'
import { INVISIBLE, plainCharacters } from './plain-characters.js'
import { redact } from './redact.js'

const hide = (text: string, ...masks: string[]): string => redact(text, masks).text

test.each([
  ['my card is 4242 4242 4242 4242, thanks', 'my card is •••• 4242, thanks'],
  ['4242-4242-4242-4242 ok', '•••• 4242 ok'],
  ['4242424242424242', '•••• 4242'],
  ['3782 822463 10005', '•••• 0005'],
  ['6011111111111117 and 5555 5555 5555 4444', '•••• 1117 and •••• 4444'],
  ['order 1042 4242 4242 4242 4242', 'order 1042 •••• 4242'],
  ['４２４２　４２４２　４２４２　４２４２', '•••• ４２４２'.replace('４２４２', '4242')],
  ['٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢', '•••• 4242'],
  ['4\u200b242 4242–4242—4242', '•••• 4242'],
  ['mycard4242424242424242', 'mycard•••• 4242'],
  ['4242 4242 4242 4242 12/27', '•••• 12/27'],
  ['IBAN DE89 3704 0044 0532 0130 00 please', 'IBAN •••• 3000 please'],
  ['gb82west12345698765432', '•••• 5432'],
  ['NL91-ABNA-0417-1643-00.', '•••• 4300.'],
  ['MT84 MALT 0110 0001 2345 MTLC AST0 01S', '••••'],
  ['cvv 123', 'cvv •••'],
  ['CVC2: 1234!', 'CVC2: •••!'],
  ['the security code is 123', 'the security code is •••'],
  ['Prüfnummer: 123', 'Prüfnummer: •••'],
  ['Die Kartenprüfnummer lautet 123.', 'Die Kartenprüfnummer lautet •••.'],
  ['código de seguridad es 123', 'código de seguridad es •••'],
  ['code de sécurité est 321', 'code de sécurité est •••'],
  ['código de segurança é 321', 'código de segurança é •••'],
  ['セキュリティコードは１２３です', 'セキュリティコードは•••です'],
  ['安全码是123', '安全码是•••'],
  ['رمز الأمان: ١٢٣', 'رمز الأمان: •••'],
  ['4242 4242 4242 4242 cvv 123', '•••• 4242 cvv •••'],
  ['4242  4242  4242  4242', '•••• 4242'],
  ['4242.4242.4242.4242.', '•••• 4242.'],
  ['4242 - 4242 - 4242 - 4242', '•••• 4242'],
  ['4242/4242/4242/4242', '•••• 4242'],
  ['4242_4242_4242_4242', '•••• 4242'],
  ['4242·4242・4242|4242', '•••• 4242'],
  ['4242, 4242, 4242, 4242', '•••• 4242'],
  ['4242\u00a0\u00a04242\u00a0\u00a04242\u00a0\u00a04242', '•••• 4242'],
  ['4242\n4242\t4242\r\n4242', '•••• 4242'],
  ['(4242)(4242)(4242)(4242)', '(•••• 4242)'],
  ['(4242) (4242) (4242) (4242)', '(•••• 4242)'],
  ['DE89  3704  0044  0532  0130  00', '•••• 3000'],
  ['DE89.3704.0044.0532.0130.00', '•••• 3000'],
  ['IBANDE89370400440532013000', 'IBAN•••• 3000'],
  ['DE89370400440532013000BIC', '•••• 3000BIC'],
  ['4242424242424242123', '•••••••'],
  ['4242 4242 4242 4242123', '•••••••'],
  ['378282246310005 1234 and 3782822463100051234', '•••• ••• and •••••••'],
  ['+4242 4242 4242 4242', '+•••• 4242'],
])('J03: “%s” leaves as “%s”', (typed, left) => {
  expect(hide(typed)).toBe(left)
})

test.each([
  ['my card ends in 4242'],
  ['4242 4242 4242 4241'],
  ['FK-10428'],
  ['Call +49 1512 3456789 or +1 415 555 2671'],
  ['tracking 00340434161094042557'],
  ['it was 1042, 1043, 1044 and 1045 on 2024-11-20'],
  ['no 10 days later when the 20 parcels were at home'],
  ['security code for order 1042'],
  ['an incident 1234'],
  ['GB82 WEST 1234 5698 7654 33'],
  // Shorter than Icelandic accounts are, though the sum is right.
  ['is 97920715369138294242'],
  ['from 24.11.2026 - 29.11.2026'],
  ['+42424242424242'],
  ['4242     4242     4242     4242'],
  [''],
])('“%s” is nobody’s secret and stays as it is', (typed) => {
  expect(redact(typed, [])).toEqual({ text: typed, found: [] })
})

test('says what it has hidden and where, in the text as it was given', () => {
  const text = 'ß 4242\u200b4242 4242 4242, cvv 123, DE89370400440532013000'
  expect(redact(text, []).found.map(({ kind, from, to }) => [kind, text.slice(from, to)])).toEqual([
    ['card', '4242\u200b4242 4242 4242'],
    ['cvv', '123'],
    ['iban', 'DE89370400440532013000'],
  ])
})

test('an order number that happens to look like a card stays, where the shop has said how its order numbers look', () => {
  const order = '4242424242424242'
  expect(hide(`order ${order}`)).toBe('order •••• 4242')
  expect(hide(`order ${order}`, '4###############')).toBe(`order ${order}`)
  expect(hide('order FK-4242424242424242', 'FK-################')).toBe('order FK-4242424242424242')
  expect(hide('order 4242 4242424242424242', '####')).toBe('order 4242 •••• 4242')
})

// How the numbers of real networks begin, and how long they are.
const NETWORKS = [
  ['4', 13],
  ['4', 16],
  ['4', 19],
  ['51', 16],
  ['2221', 16],
  ['34', 15],
  ['37', 15],
  ['36', 14],
  ['6011', 16],
  ['3528', 16],
  ['62', 17],
  ['5018', 13],
  ['2200', 16],
  ['9792', 16],
  ['8208', 16],
] as const

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((so, char, place) => {
    const digit = Number(char)
    return so + (place % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2)
  }, 0)
  return sum % 10 === 0
}

function mod97(iban: string): number {
  const number = [...`${iban.slice(4)}${iban.slice(0, 4)}`].map((char) => Number.parseInt(char, 36)).join('')
  return Number(BigInt(number) % 97n)
}

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''))

const card = fc
  .constantFrom(...NETWORKS)
  .chain(([prefix, length]) => digits(length - prefix.length - 1).map((middle) => `${prefix}${middle}`))
  .map((start) => start + [...'0123456789'].find((last) => luhn(start + last)))

const iban = fc.constantFrom(...Object.entries(IBAN_LENGTHS)).chain(([country, length]) =>
  digits(length - 4).map((account) => {
    const check = String(98 - mod97(`${country}00${account}`)).padStart(2, '0')
    return country + check + account
  }),
)

const JOINTS = [...' .-_/·・,()|\t\n\u00a0\u2009–—ー．，／']

/** The same signs, behind some of them up to four that may stand within a number, or what nobody sees. */
const spaced = (signs: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(
      signs,
      fc.array(
        fc.oneof(
          { weight: 3, arbitrary: fc.constantFrom('', '\u200b') },
          fc.string({ unit: fc.constantFrom(...JOINTS), minLength: 1, maxLength: 4 }),
        ),
        { minLength: 34, maxLength: 34 },
      ),
    )
    .map(([number, joints]) =>
      [...number].map((sign, place) => (place < number.length - 1 ? sign + joints[place] : sign)).join(''),
    )

const around = fc
  .string({ unit: fc.constantFrom(...'abz ,.;:!\n019 -•ßé漢'), maxLength: 20 })
  // A digit next to it, or a plus sign, would make another number of it.
  .map((words) => `${words}, `)

const RUN = /\d(?:[\s._/·・,()|-]{0,4}\d)*/g
const PREFIX = /^(?:[3-6]|2[2-7]|8[12]|9792)/

/** Whether a card survives in a text: plain and slow, by trying all windows of all runs between what may stand in a number. */
function holdsCard(text: string): boolean {
  return (text.match(RUN) ?? []).some((run) => {
    const groups = run.split(/[^0-9]+/)
    return groups.some((_, first) =>
      groups.some((__, last) => {
        const number = groups.slice(first, last + 1).join('')
        return /^\d{13,19}$/.test(number) && PREFIX.test(number) && luhn(number)
      }),
    )
  })
}

test('no card number survives, however it is spaced and whatever stands around it', () => {
  fc.assert(
    fc.property(around, spaced(card), around, (before, number, after) => {
      const { text, found } = redact(`${before}${number} ,${after}`, [])
      // By chance all of it may be the end of an account number, as `ba0, 820 …` is: then it is hidden as that.
      const [from, to] = [before.length, before.length + number.length]
      const isWithin = found.some((one) => one.kind === 'iban' && one.from <= from && one.to >= to)
      expect(isWithin || found.some(({ kind }) => kind === 'card')).toBe(true)
      expect(holdsCard(plainCharacters(text).replaceAll(INVISIBLE, ''))).toBe(false)
    }),
    { numRuns: 2_000, examples: [['ba0, ', '820 8 3 0 2 15 948 07 1 7', '1, ']] },
  )
})

test('no account number survives, however it is spaced and whatever stands around it', () => {
  fc.assert(
    fc.property(around, spaced(iban), around, fc.boolean(), (before, number, after, small) => {
      const typed = small ? number.toLowerCase() : number
      const { text } = redact(`${before}${typed} ,${after}`, [])
      expect(text).not.toContain(typed)
      expect(text).toContain('••••')
    }),
    { numRuns: 2_000 },
  )
})

const anything = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'0123456789 -24•'), maxLength: 60 }),
  fc
    .array(fc.oneof(card, iban, fc.constantFrom('cvv 123', ' ', '-', 'cvv ', '4242', '12', 'é', '•••• 4242', 'DE89', ' is ')), {
      maxLength: 8,
    })
    .map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
)

test('no card survives in any mixture, and what is hidden once is not hidden again', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      const once = redact(typed, []).text
      expect(holdsCard(once)).toBe(false)
      expect(redact(once, [])).toEqual({ text: once, found: [] })
    }),
    { numRuns: 5_000 },
  )
})

test('takes as long as the text is long, whatever is in it', () => {
  const nasty = ['4', '4 ', '4242 4242 4242 4242 ', 'DE89 ', 'cvv ', ' ', '\u200b', 'security code is ']
  const time = (length: number): number => {
    const before = performance.now()
    for (const piece of nasty) redact(piece.repeat(length / piece.length), ['#'.repeat(40), '*'.repeat(40)])
    return performance.now() - before
  }
  time(4_000)
  // Ten times the text: a quadratic one would take a hundred times as long.
  expect(time(80_000)).toBeLessThan(Math.max(time(8_000), 5) * 40)
})
