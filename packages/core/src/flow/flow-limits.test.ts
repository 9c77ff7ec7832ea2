import { expect, test } from 'vitest'
import { limitFindings } from './flow-limits.js'

test.each(['toString', 'valueOf', 'hasOwnProperty', '__defineGetter__', 'constructor', 'prototype'])(
  'no step and no fact is called %s',
  (name) => {
    const steps = { [name]: { type: 'end' } }
    expect(limitFindings({ steps })).toMatchObject([{ code: 'prototype-key', path: `steps/${name}` }])
    for (const [value, path] of [
      [{ facts: [name] }, 'facts/0'],
      [{ steps: { a: { fields: [name] } } }, 'steps/a/fields/0'],
      [{ steps: { a: { cases: [{ when: { known: name } }] } } }, 'steps/a/cases/0/when/known'],
    ] as const) {
      expect(limitFindings(value)).toMatchObject([{ code: 'prototype-key', path }])
    }
  },
)

test('a sentence may say so', () => {
  expect(limitFindings({ texts: { fact: 'constructor' }, steps: { a: { text: 'toString' } } })).toEqual([])
})

test('what is no file, but as large as none may be, is refused', () => {
  const half = 'x'.repeat(500_000)
  expect(limitFindings({ texts: { one: half, two: half } })).toMatchObject([{ code: 'too-large', path: '' }])
  expect(limitFindings({ texts: { one: half } })).toEqual([])
})
