import { expect, test } from 'vitest'
import { extractFacts } from './extract.js'
import { orderNumbersIn } from './order-numbers.js'

test.each([
  ['where are orders 1042 and 1043?', ['1042', '1043']],
  ['order 1042 and 1043', ['1042', '1043']],
  ['Bestellung Nr. 1042, 1043 und 1044', ['1042', '1043', '1044']],
  ['order #1042 for $1500', ['1042']],
  ['#1042 #1042', ['1042']],
  ['order no. 1O42', ['1042']],
  ['I ordered 5512 in 2024', ['5512']],
  ['2024', ['2024']],
  ['it was 1500€ and 20% off', []],
  ['order １０４２', ['1042']],
  ['pedido ١٠٤٢', ['1042']],
  ['nothing here', []],
])('in “%s” it finds %j', (text, numbers) => {
  expect(orderNumbersIn(text)).toEqual(numbers)
})

test.each([
  ['Re: Your Fern & Kettle order #FK-10428 has shipped', ['FK-10428']],
  ['AW: Bestellung FK–10428 und fk 10429 (Kundennummer 55123)', ['FK-10428', 'FK-10429']],
  ['I paid 10428 for it', []],
])('with the shop’s masks, “%s” has %j', (text, numbers) => {
  expect(orderNumbersIn(text, ['FK-#####'])).toEqual(numbers)
})

test('of several orders in a text none is taken for the one it is about', () => {
  expect(extractFacts('orders 1042 and 1043, ada@example.com')).toEqual({ email: 'ada@example.com' })
  expect(extractFacts('fk10428, ａｄａ＠example.com', ['FK-#####'])).toEqual({
    orderNumber: 'FK-10428',
    email: 'ada@example.com',
  })
})
