import { expect, test } from 'vitest'
import { stateChanges } from './state-changes.js'

test.each([
  ['nothing', { a: 1, b: { c: [1] } }, { a: 1, b: { c: [1] } }, []],
  ['a value', { a: 1, b: 2 }, { a: 1, b: 3 }, [{ path: 'b', before: 2, after: 3 }]],
  [
    'a value within',
    { facts: { email: { value: 'a' } } },
    { facts: { email: { value: 'b' } } },
    [{ path: 'facts.email.value', before: 'a', after: 'b' }],
  ],
  ['what is new', {}, { a: null }, [{ path: 'a', before: undefined, after: null }]],
  ['what is gone', { a: 1 }, {}, [{ path: 'a', before: 1, after: undefined }]],
  ['a list, as a whole', { a: [1, 2] }, { a: [1, 3] }, [{ path: 'a', before: [1, 2], after: [1, 3] }]],
  [
    'nothing that becomes something',
    { prompt: null },
    { prompt: { id: 'p' } },
    [{ path: 'prompt', before: null, after: { id: 'p' } }],
  ],
])('finds %s', (_, before, after, expected) => {
  expect(stateChanges(before, after)).toEqual(expected)
})
