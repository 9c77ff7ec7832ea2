import { expect, test } from 'vitest'
import { checkField } from './check-field.js'
import { extractFacts } from './extract.js'
import { forget, learn } from './learn.js'
import { tidyOrderNumber } from './order-numbers.js'

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
  expect(checkField({ type: 'order-number' }, typed, false)).toEqual({ value: tidy })
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
  expect(checkField({ type }, typed, false)).toEqual({ error })
})

test.each([
  ['Ada@Example.COM', 'Ada@example.com'],
  ['ada+shop@mail.example.co.uk', 'ada+shop@mail.example.co.uk'],
  ['用户@例え.jp', '用户@例え.jp'],
])('the address %s is kept as %s', (typed, value) => {
  expect(checkField({ type: 'email' }, typed, false)).toEqual({ value })
})

test('an optional field may stay empty', () => {
  expect(checkField({ type: 'text' }, '  ', true)).toEqual({ value: '' })
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

test.each([
  ['phone', '+49 (151) 234-567 89', '+4915123456789'],
  ['phone', '٠١٢٣٤٥٦٧', '01234567'],
  ['phone', '１２３ ４５６', '123456'],
  ['number', '1 234,5', '1234.5'],
  ['number', '1,234,567', '1234567'],
  ['number', '-3', '-3'],
  ['date', '2024-02-29', '2024-02-29'],
  ['date', '２０２６-12-31', '2026-12-31'],
  ['order-number', 'Re: Your Fern & Kettle order #10428 has shipped', '10428'],
  ['order-number', 'PO1042', 'PO1042'],
  ['order-number', 'l042', '1042'],
  ['order-number', '10\u200b42', '1042'],
  ['email', 'ａｄａ＠ｅｘａｍｐｌｅ.com', 'ada@example.com'],
] as const)('%s “%s” is %s', (type, typed, value) => {
  expect(checkField({ type }, typed, false)).toEqual({ value })
})

test.each([
  ['phone', '12345'],
  ['phone', '1234567890123456'],
  ['phone', 'call me'],
  ['number', 'ten'],
  ['number', '1.2.3'],
  ['date', '2026-02-29'],
  ['date', '2026-04-31'],
  ['date', '2026-13-01'],
  ['date', 'tomorrow'],
  ['one-of', 'pigeon'],
] as const)('a %s “%s” is refused', (type, typed) => {
  expect(checkField({ type, options: [{ id: 'dog', label: 'Dog' }] }, typed, false)).toEqual({ error: type })
})

test('one of several is taken by its id', () => {
  expect(checkField({ type: 'one-of', options: [{ id: 'dog', label: 'Dog' }] }, 'dog', false)).toEqual({ value: 'dog' })
})

test('a pasted line with several orders wants to know which', () => {
  expect(checkField({ type: 'order-number' }, 'orders #1042 and #1043', false)).toEqual({ error: 'several-orders' })
})

test('the shop’s masks decide what an order number is, and what another text is', () => {
  const order = { type: 'order-number', masks: ['FK-#####'] } as const
  expect(checkField(order, 'fk1o428', false)).toEqual({ value: 'FK-10428' })
  expect(checkField(order, 'Re: order FK-10428 has shipped', false)).toEqual({ value: 'FK-10428' })
  expect(checkField(order, '1042', false)).toEqual({ error: 'order-number' })
  expect(checkField({ type: 'text', masks: ['SN@@##'] }, 'sn-ab12', false)).toEqual({ value: 'SNAB12' })
  expect(checkField({ type: 'text', masks: ['SN@@##'] }, 'no idea', false)).toEqual({ error: 'mask' })
})
