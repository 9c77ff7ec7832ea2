import { expect, test } from 'vitest'
import { safeAddress } from './safe-address.js'

test.each([
  ['https://shop.example/a?b#c', 'https://shop.example/a?b#c'],
  ['HTTPS://SHOP.example', 'https://shop.example/'],
  ['mailto:help@shop.example', 'mailto:help@shop.example'],
  ['tel:+49301234', 'tel:+49301234'],
])('%s may be opened', (address, href) => {
  expect(safeAddress(address)?.href).toBe(href)
})

test.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://shop.example/x',
  'file:///etc/passwd',
  'http://shop.example',
  '//evil.example',
  '/\\evil.example',
  'https://shop.example@evil.example',
  'https://user:pass@shop.example',
  'https://',
  '',
])('%j may not', (address) => {
  expect(safeAddress(address)).toBeNull()
})
