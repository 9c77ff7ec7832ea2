import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkField } from './check-field.js'
import { plainValue } from './plain-value.js'

const typed = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: fc.constantFrom(...'aAoOIl01289#-@. +') }),
  fc.emailAddress(),
  fc.constantFrom(
    '1042',
    '#1042',
    'FK-10428',
    '1O42',
    'o010',
    'IL-104',
    'ada@example.com',
    'Ada@Example.COM',
    ' ',
    '4242',
    '2026-02-28',
  ),
)
const type = fc.constantFrom('order-number', 'email', 'text', 'long-text', 'phone', 'number', 'date', 'one-of')

test('the quick look agrees with the thorough one wherever it has an answer', () => {
  fc.assert(
    fc.property(type, typed, fc.boolean(), (kind, text, optional) => {
      const value = plainValue({ type: kind }, text, optional)
      if (value !== undefined) expect(checkField({ type: kind }, text, optional)).toEqual({ value })
    }),
    { numRuns: 3_000 },
  )
})

test('what most people type needs no second look', () => {
  expect(plainValue({ type: 'order-number' }, ' #ab-1042 ', false)).toBe('AB-1042')
  expect(plainValue({ type: 'email' }, 'Ada+shop@Example.com', false)).toBe('Ada+shop@example.com')
  expect(plainValue({ type: 'long-text' }, 'hello', false)).toBe('hello')
  expect(plainValue({ type: 'text' }, '', true)).toBe('')
})

test('letters that are taken for digits are looked at twice', () => {
  expect(plainValue({ type: 'order-number' }, 'o010', false)).toBeUndefined()
  expect(plainValue({ type: 'order-number' }, 'OA1042', false)).toBe('OA1042')
})

test('where the shop has masks, or the answer is sensitive, a second look is taken at everything', () => {
  expect(plainValue({ type: 'order-number', masks: ['FK-#####'] }, '1042', false)).toBeUndefined()
  expect(plainValue({ type: 'text', sensitive: true }, 'secret', false)).toBeUndefined()
})
