import { expect, test } from 'vitest'
import { knownKeys } from './known-keys.js'
import { unknownWords } from './unknown-words.js'

const names = (options: Parameters<typeof unknownWords>[0], own?: readonly object[]) =>
  unknownWords(options, knownKeys, own).map(({ kind, name }) => `${kind} ${name}`)

test('a name that leads nowhere is found, however deep', () => {
  expect(
    names({ words: { opening: { titel: 'x', title: 'y' }, person: { queue: { nxt: 'z' } } }, texts: { greting: 'x' } }),
  ).toEqual(['words opening.titel', 'words person.queue.nxt', 'texts greting'])
})

test('plural forms, lists, modules and the shop’s own sentences are known', () => {
  const words = {
    answer: { unread: { one: 'a', few: 'b', other: 'c' } },
    person: { rating: { scores: ['1', '2', '3', '4', '5'] } },
  }
  expect(names({ words, texts: { greeting: 'x', 'menu.return': 'y', mine: 'z' } }, [{ mine: '' }])).toEqual([])
})

test.each([undefined, null, 7, 'text', []])('%j is no reason to complain', (nothing) => {
  expect(names({ words: nothing, texts: nothing })).toEqual([])
})
