import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from '../facts/redact.js'
import { mayHoldSecrets } from './may-hold-secrets.js'

const inForm = (value: string): boolean => mayHoldSecrets({ type: 'submit', prompt: 'p', values: { value } })

test.each([
  ['cvv:123', true],
  ['CVV123', true],
  ['CVC=9876', true],
  ['Sicherheitscode:123', true],
  ['Prufnummer:123', true],
  ['cryptogramme:123', true],
  // The shortest of cards, and of the digits of an account, without a word.
  ['4222222222222', true],
  ['GB82WESTABCD12345698', true],
  ['FK-10428', false],
  ['ada77@example.net', false],
  ['call me', false],
])('“%s” in a form is worth a look: %s', (value, worth) => {
  expect(inForm(value)).toBe(worth)
})

const piece = fc.oneof(
  fc.constantFrom(
    'cvv',
    'CVC2',
    'CVN',
    'csc',
    'security-code',
    'Card code',
    'Prüfziffer',
    'Pruefnummer',
    'prufnummer',
    'Sicherheitscode',
  ),
  fc.constantFrom(
    'cryptogramme',
    'código de seguridad',
    'code de securite',
    'セキュリティコード',
    '安全码',
    'رمز الأمان',
    'ｃｖｖ',
  ),
  fc.constantFrom(
    '4222222222222',
    '4242424242424242',
    'DE89370400440532013000',
    'MT84MALT011000012345MTLCAST001S',
    '٤٢٤٢',
    '４２４２',
  ),
  fc.constantFrom(':', '=', '-', '.', '123', '9876', '١٢٣', ' ', '\u200b', 'is', '/'),
)

test('whatever would be hidden is looked for', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
      const text = pieces.join('')
      fc.pre(redact(text, []).found.length > 0)
      expect(inForm(text)).toBe(true)
    }),
    { numRuns: 3_000 },
  )
})
