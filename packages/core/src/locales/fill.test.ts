import { expect, test } from 'vitest'
import { fill, plural } from './fill.js'

test('names in braces are filled in, and what is not known stays', () => {
  expect(fill('Order {number} to {city}', { number: 1042 })).toBe('Order 1042 to {city}')
})

test.each(['$&', '$1', "$'", '{number}', '{{constructor}}', '<b>', '\u202E'])('%j is filled in as text', (value) => {
  expect(fill('[{name}] {number}', { name: value, number: 7 })).toBe(`[${value}] 7`)
})

test.each(['constructor', '__proto__', 'toString'])('{%s} is no name', (name) => {
  expect(fill(`{${name}}`, {})).toBe(`{${name}}`)
})

test('a count takes the plural form of its language', () => {
  const forms = { one: '{count} parcel', few: '{count} few', other: '{count} parcels' }
  expect(plural(forms, 1, 'en')).toBe('1 parcel')
  expect(plural(forms, 1200, 'en')).toBe('1,200 parcels')
  expect(plural(forms, 3, 'pl')).toBe('3 few')
  expect(plural({ other: '{count}x' }, 1, 'en')).toBe('1x')
})
