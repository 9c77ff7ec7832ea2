import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from './entry.js'
import { slice } from './slice.js'
import { append, CHUNK, emptyTranscript, toArray } from './transcript.js'

const lines = (count: number, from = 0): Entry[] =>
  Array.from({ length: count }, (_, index) => {
    const id = `line${from + index}`
    return { id, turn: id, at: index, by: 'agent', content: { kind: 'text', text: id } }
  })

test('whatever was appended is there in its order, in full chunks, and every part of it can be had', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(200), { maxLength: 8 }), fc.integer({ min: -300, max: 900 }), fc.nat(900), (counts, from, to) => {
      const plain: Entry[] = []
      let transcript = emptyTranscript
      for (const count of counts) {
        const more = lines(count, plain.length)
        transcript = append(transcript, more)
        plain.push(...more)
      }
      expect(transcript.length).toBe(plain.length)
      expect(transcript.chunks.every(({ length }) => length === CHUNK)).toBe(true)
      expect(transcript.tail.length).toBeLessThan(CHUNK)
      expect(toArray(transcript)).toEqual(plain)
      expect(slice(transcript, from)).toEqual(plain.slice(from))
      expect(slice(transcript, from, to)).toEqual(plain.slice(from, to))
    }),
  )
})

test('appending leaves the given transcript as it was, and shares its full chunks', () => {
  const before = append(emptyTranscript, lines(130))
  const after = append(before, lines(70, 130))
  expect(before.length).toBe(130)
  expect(after.chunks[0]).toBe(before.chunks[0])
  expect(after.chunks[1]).toBe(before.chunks[1])
})
