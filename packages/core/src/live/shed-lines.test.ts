import { expect, test } from 'vitest'
import type { Commit } from '../conversation/commit.js'
import { append, emptyTranscript, toArray } from '../conversation/transcript.js'
import { applyPage, KEPT_RECORDS } from '../delivery/log.js'
import { logReader } from '../delivery/log-reader.js'
import type { LogRecord } from '../delivery/protocol.js'
import { blankCommit } from '../testing/blank-commit.js'
import { shedLines } from './shed-lines.js'

const record = (seq: number): LogRecord =>
  seq % 90 === 7
    ? { seq, at: seq, by: 'desk', fact: { kind: 'released' } }
    : { seq, at: seq, by: 'agent', fact: { kind: 'text', text: `line ${seq}` } }

/** A page that reads a log as it grows, and shows what it would show. */
function reader(conversation = 'c') {
  const shed = shedLines()
  const story = append(emptyTranscript, [{ id: 's', turn: 's', at: 0, by: 'bot', content: { kind: 'text', text: 'hello' } }])
  const blank = blankCommit({ id: () => 'id' })
  let commit: Commit = { ...blank, state: { ...blank.state, phase: 'handed', conversation } }
  return {
    story,
    take(records: readonly LogRecord[], epoch = 'e') {
      const head = records.at(-1)?.seq ?? 0
      commit = applyPage(commit, { conversation, epoch, head, records }, 'fresh').commit
      const { rest, withShed } = shed(commit, logReader.lines(conversation, commit.records))
      return append(withShed(story), rest)
    },
    kept: () => commit.records.length,
  }
}
const all = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => record(from + index))
const ids = (from: number, to: number) => ['s', ...all(from, to).map(({ seq }) => `c.${seq}`)]

test('nothing of a log vanishes while the page is there, in whatever pages it comes', () => {
  const { take, kept } = reader()
  let from = 1
  for (const count of [1, 100, 98, 1, 1, 100, 37, 1, 1, 99, 64]) {
    const shown = toArray(take(all(from, from + count)))
    from += count
    expect(shown.map(({ id }) => id)).toEqual(ids(1, from))
  }
  expect(kept()).toBeLessThan(KEPT_RECORDS + 20)
})

test('one line more leaves the full chunks of thousands as they are', () => {
  const { take } = reader()
  let shown = emptyTranscript
  for (let from = 1; from < 3_000; from += 100) shown = take(all(from, from + 100))
  const next = take(all(3_001, 3_002))
  expect(next.length).toBe(shown.length + 1)
  const shared = next.chunks.filter((chunk, index) => chunk === shown.chunks[index])
  expect(shared.length).toBeGreaterThan(next.chunks.length - 6)
})

test('what was erased takes along what only the page has kept, and so does another log', () => {
  const { take } = reader()
  take(all(1, 151))
  take(all(151, 301))
  const shown = toArray(take([{ seq: 301, at: 301, by: 'shopper', fact: { kind: 'erased', seq: 299 } }]))
  expect(shown.map(({ id }) => id)).not.toContain('c.1')
  expect(shown.map(({ id }) => id)).not.toContain('c.299')
  expect(shown.at(-1)?.id).toBe('c.300')
  expect(toArray(take(all(1, 4), 'another')).map(({ id }) => id)).toEqual(['s', 'c.1', 'c.2', 'c.3'])
})
