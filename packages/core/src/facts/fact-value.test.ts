import { expect, test } from 'vitest'
import { isKnown } from './fact-value.js'

const fact = { source: 'shopper', verified: false, at: 0 } as const

test('of a sensitive answer it is known that it was given', () => {
  const facts = {
    iban: { ...fact, value: '', sensitive: true },
    email: { ...fact, value: 'ada@example.com' },
    name: { ...fact, value: '' },
  } as const
  expect(['iban', 'email', 'name', 'phone', 'constructor'].filter((name) => isKnown(facts, name))).toEqual(['iban', 'email'])
})
