import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from './facts.js'
import { learn } from './learn.js'

const news = fc.record({
  name: fc.constantFrom('orderNumber', 'email', 'constructor'),
  value: fc.constantFrom('', 'a', 'b', 'c'),
  source: fc.constantFrom('shopper', 'page', 'desk'),
  verified: fc.boolean(),
})

test('whatever comes in whatever order, a verified fact is never overwritten by one that is not', () => {
  fc.assert(
    fc.property(fc.array(news, { maxLength: 30 }), (all) => {
      let facts: Facts = {}
      all.forEach(({ name, value, source, verified }, at) => {
        const before = Object.hasOwn(facts, name) ? facts[name] : undefined
        facts = learn(facts, { [name]: value }, source, at, verified)
        const after = Object.hasOwn(facts, name) ? facts[name] : undefined
        if (before?.verified && !verified) expect(after).toBe(before)
        if (before?.source === 'shopper' && source === 'page' && !verified) expect(after).toBe(before)
        if (value !== '' && verified) expect(after?.verified).toBe(true)
        if (value !== '') expect(after).toBeDefined()
      })
    }),
    { numRuns: 2_000 },
  )
})

test('a fact says where it comes from and since when', () => {
  const typed = learn({}, { email: 'ada@example.com' }, 'shopper', 5)
  expect(typed).toEqual({ email: { value: 'ada@example.com', source: 'shopper', verified: false, at: 5 } })
  expect(learn(typed, { email: 'ada@example.com' }, 'shopper', 9)).toBe(typed)
  expect(learn(typed, { email: 'ada@example.com' }, 'desk', 9, true)['email']).toMatchObject({ source: 'desk', verified: true })
})
