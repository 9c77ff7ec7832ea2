import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMasked, fitMasks } from './mask.js'

test.each([
  ['FK-10428', 'FK-10428'],
  ['fk-10428', 'FK-10428'],
  ['fk 10428', 'FK-10428'],
  ['fk10428', 'FK-10428'],
  ['#FK–1O428.', 'FK-10428'],
  ['FK-lO42B', undefined],
  ['FK-I0428', 'FK-10428'],
  ['ＦＫー１０４２８', 'FK-10428'],
  ['FK-١٠٤٢٨', 'FK-10428'],
  ['F\u200bK-\u200e10428', 'FK-10428'],
  ['10428', 'FK-10428'],
  ['1042', undefined],
  ['FK-104289', undefined],
  ['', undefined],
])('with the mask FK-##### a typed “%s” is %s', (typed, value) => {
  expect(fitMasks(typed, ['FK-#####'])).toBe(value)
})

test.each([
  [['@@###'], 'ab123', 'AB123'],
  [['@@###'], '12123', undefined],
  [['**-**'], 'a1b2', 'A1-B2'],
  [['web####', '####'], '1234', '1234'],
  [['web####', 'app####'], '1234', undefined],
  [['web####'], 'WEB1234', 'web1234'],
  [['S(##)'], 's 42', 'S(42)'],
  [['S(##)'], 'S(42)', 'S(42)'],
  [['S(##)'], 'S42', 'S(42)'],
  [['.*+####'], '.*+1234', undefined],
  [['(a+)+$'], 'aaaaaaaaaaaaaaaa!', undefined],
  [[], '1234', undefined],
] as const)('with the masks %j a typed “%s” is %s', (masks, typed, value) => {
  expect(fitMasks(typed, masks)).toBe(value)
})

test('finds the numbers in a text, between other characters than letters and digits', () => {
  const text = 'Re: Fern & Kettle order #FK-10428 (and fk 1o429), not XFK-10430 or FK-104311. ßoil FK-LOLIO'
  expect(findMasked(text, ['FK-#####', '###']).map(({ from, to, value }) => [text.slice(from, to), value])).toEqual([
    ['FK-10428', 'FK-10428'],
    ['fk 1o429', 'FK-10429'],
  ])
})

test('a sign at the end of a mask is not waited for', () => {
  expect(findMasked('nos. 12- 34- 56', ['##-']).map(({ value }) => value)).toEqual(['12-', '34-', '56-'])
})

/** A number as a mask has it. */
const numberOf = (mask: string): fc.Arbitrary<string> =>
  fc
    .tuple(
      ...[...mask].map((place) => {
        if (place === '#') return fc.constantFrom(...'0123456789')
        if (place === '@') return fc.constantFrom(...'ABCDEFG')
        return place === '*' ? fc.constantFrom(...'ABC123') : fc.constant(place)
      }),
    )
    .map((chars) => chars.join(''))

const mask = fc
  .string({ unit: fc.constantFrom(...'###@*AK7-./(+'), minLength: 3, maxLength: 12 })
  .filter((it) => it.split('#').length > 2)

test('whatever a mask can make, it knows again, in small letters and without its signs too', () => {
  fc.assert(
    fc.property(
      mask.chain((it) => numberOf(it).map((number) => [it, number] as const)),
      ([it, number]) => {
        expect(fitMasks(number, [it])).toBe(number)
        expect(fitMasks(` ${number.toLowerCase()} `, [it])).toBe(number)
        expect(fitMasks(number.replace(/[-./(+]/g, ''), [it])).toBe(number)
      },
    ),
  )
})

test('B07: no mask and no text make it slow or throw', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 5 }),
      fc.string({ unit: 'grapheme' }),
      (masks, text) => {
        for (const { from, to } of findMasked(text, masks)) expect(to).toBeGreaterThan(from)
        fitMasks(text, masks)
      },
    ),
  )
  const before = performance.now()
  findMasked(
    '1'.repeat(4_000),
    Array.from({ length: 20 }, () => '#'.repeat(40)),
  )
  findMasked(
    '1 '.repeat(2_000),
    Array.from({ length: 20 }, () => '#-'.repeat(20)),
  )
  expect(performance.now() - before).toBeLessThan(2_000)
})
