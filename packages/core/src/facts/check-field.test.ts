import { expect, test } from 'vitest'
import { checkField, tidyOrderNumber } from './check-field.js'
import { extractFacts } from './extract.js'
import { forget, learn } from './learn.js'

test.each([
  ['1042', '1042'],
  [' #1042 ', '1042'],
  ['1O42', '1042'],
  ['ab-1042', 'AB-1042'],
  ['１０４２', '1042'],
  ['١٠٤٢', '1042'],
  ['10 42', '1042'],
  ['1042.', '1042'],
])('an order number typed as “%s” is %s', (typed, tidy) => {
  expect(tidyOrderNumber(typed)).toBe(tidy)
  expect(checkField('order-number', typed, false)).toEqual({ value: tidy })
})

test.each([
  ['order-number', '', 'missing'],
  ['order-number', '42', 'order-number'],
  ['order-number', 'last tuesday', 'order-number'],
  ['order-number', '<script>alert(1)</script>', 'order-number'],
  ['order-number', 'ada@example.com', 'order-number-is-email'],
  ['order-number', '9'.repeat(201), 'too-long'],
  ['email', '   ', 'missing'],
  ['email', 'ada', 'email-at'],
  ['email', '@example.com', 'email-at'],
  ['email', 'ada@example', 'email-domain'],
  ['email', 'ada@example..com', 'email-domain'],
  ['email', 'ada@.com', 'email-domain'],
  ['email', '<b>@example.com', 'email-domain'],
  ['email', 'ada lovelace@example.com', 'email-space'],
  ['email', `${'a'.repeat(200)}@example.com`, 'too-long'],
  ['long-text', 'x'.repeat(4001), 'too-long'],
] as const)('%s “%s” is refused: %s', (type, typed, error) => {
  expect(checkField(type, typed, false)).toEqual({ error })
})

test.each([
  ['Ada@Example.COM', 'Ada@example.com'],
  ['ada+shop@mail.example.co.uk', 'ada+shop@mail.example.co.uk'],
  ['用户@例え.jp', '用户@例え.jp'],
])('the address %s is kept as %s', (typed, value) => {
  expect(checkField('email', typed, false)).toEqual({ value })
})

test('an optional field may stay empty', () => {
  expect(checkField('text', '  ', true)).toEqual({ value: '' })
})

test.each([
  ['where is order 1042?', { orderNumber: '1042' }],
  ['order no. 1O42, ada@example.com.', { orderNumber: '1042', email: 'ada@example.com' }],
  ['#1042', { orderNumber: '1042' }],
  ['my mail is ada@example.com', { email: 'ada@example.com' }],
  ['ada1234@example.com', { email: 'ada1234@example.com' }],
  ['hello there', {}],
  ['it costs 15', {}],
])('“%s” gives away %j', (text, found) => {
  expect(extractFacts(text)).toEqual(found)
})

test('what the desk has vouched for is not overwritten by what is typed', () => {
  const facts = { email: { value: 'ada@example.com', source: 'desk', verified: true, at: 0 } } as const
  expect(learn(facts, { email: 'eve@example.com' }, 'shopper', 1)).toBe(facts)
})

test('facts with the names of object parts are facts like others', () => {
  const facts = learn({}, { constructor: 'x', toString: 'y' }, 'shopper', 1)
  expect(Object.keys(facts)).toEqual(['constructor', 'toString'])
  expect(Object.keys(forget(facts, ['constructor']))).toEqual(['toString'])
  expect(forget({}, ['constructor'])).toEqual({})
})
