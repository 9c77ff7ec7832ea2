import { expect, test } from 'vitest'
import { reword } from './reword.js'

const words = {
  title: 'Hello',
  queue: { next: 'You’re next', wait: { one: '{count} minute', other: '{count} minutes' } },
  scores: ['Bad', 'Good'] as readonly string[],
}

test('what is given takes the place of what is there, however deep, and the rest stays', () => {
  expect(reword(words, { queue: { next: 'Your turn' } })).toEqual({ ...words, queue: { ...words.queue, next: 'Your turn' } })
  expect(reword(words, { title: 'Hallo' }, { title: 'Servus' }).title).toBe('Servus')
  expect(words.title).toBe('Hello')
})

test('a sentence by count takes the forms of its language, and keeps none of another', () => {
  expect(reword(words, { queue: { wait: { other: '{count}分' } } }).queue.wait).toEqual({ other: '{count}分' })
  const arabic = { zero: 'z', one: 'o', two: 't', few: 'f', many: 'm', other: 'x' }
  expect(reword(words, { queue: { wait: arabic } }).queue.wait).toEqual(arabic)
  expect(reword(words, { queue: { wait: { one: 'a minute' } } }).queue.wait).toEqual({
    one: 'a minute',
    other: '{count} minutes',
  })
})

test.each([
  undefined,
  null,
  'text',
  { nothing: 'x' },
  { title: 7 },
  { title: { deep: 'x' } },
  { queue: 'x' },
  { scores: ['one'] },
  { scores: [1, 2] },
  JSON.parse('{"__proto__": {"title": "x"}, "constructor": "x"}') as unknown,
])('%j changes nothing', (patch) => {
  expect(reword(words, patch)).toEqual(words)
})
