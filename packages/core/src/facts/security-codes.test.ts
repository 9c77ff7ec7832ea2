import { expect, test } from 'vitest'
import { redact } from './redact.js'

test.each([
  ['CVV123', 'CVV•••'],
  ['CVC=9876', 'CVC=•••'],
  ['cvv2 123', 'cvv2 •••'],
  ['CVV2345', 'CVV•••'],
  ['CVN 123', 'CVN •••'],
  ['CVV code is 123', 'CVV code is •••'],
  ['cvc code 123', 'cvc code •••'],
  ['my cvv: it is 123', 'my cvv: it is •••'],
  ['security code on the back is 123', 'security code on the back is •••'],
  ['Código CVV del reverso: 123', 'Código CVV del reverso: •••'],
  ['cryptogramme visuel : 123', 'cryptogramme visuel : •••'],
  ['カード確認番号 123', 'カード確認番号 •••'],
  ['cvv 1\u200b23', 'cvv •••'],
  ['6011 1111 1111 1117 12/28 123', '•••• 12/28 •••'],
  ['cvv 123DE89370400440532013000', 'cvv ••••••• 3000'],
  // By chance some of the digits that overlap make another card's number: then no digit is shown.
  ['4242 4242 4242 4242 12/28 123', '••••'],
  ['4242424242424242|12|2028|123', '••••|12|2028|•••'],
  ['4242424242424242 1228 123', '•••• 1228 •••'],
  ['4242424242424242, 123 cvv 456', '••••, ••• cvv •••'],
  ['4242 4242 4242 4242 and on the back 9876', '•••• 4242 and on the back •••'],
])('“%s” leaves as “%s”', (typed, left) => {
  expect(redact(typed, []).text).toBe(left)
})

test.each([
  'security code for order 1042',
  'cvv\n123 euros',
  'the cvv is what you asked me for yesterday, 123',
  'cvv is 12345',
  'cvv FK-123',
  'cvv 123abc',
  'cvv +49 151 234',
])('“%s” has no code', (typed) => {
  expect(redact(typed, [])).toEqual({ text: typed, found: [] })
})

test.each([
  ['4242 4242 4242 4242 for order 1042', '•••• 4242 for order 1042'],
  ['4242 4242 4242 4242 good until 12/2028', '•••• 4242 good until 12/2028'],
  ['4242 4242 4242 4242 was charged €120', '•••• 4242 was charged €120'],
  ['4242 4242 4242 4242 was charged 120.50', '•••• 4242 was charged 120.50'],
  ['4242 4242 4242 4242 was charged 120 euros', '•••• 4242 was charged 120 euros'],
])('what stands behind a card and is none stays: “%s”', (typed, left) => {
  expect(redact(typed, []).text).toBe(left)
})
