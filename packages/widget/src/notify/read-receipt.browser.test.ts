import { type Commit, type Entry, initialState, storefrontOpening } from '@shopbell/core'
import { beforeEach, expect, test, vi } from 'vitest'
import { durableStore } from '../browser/durable-store.js'
import { resumeKey } from '../browser/resume-key.js'
import { readReceipt } from './read-receipt.js'

beforeEach(() => localStorage.clear())

const story = (count: number): readonly Entry[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `a.${n}`,
    turn: 'a',
    at: 1,
    by: 'shopper',
    content: { kind: 'text', text: 'Where is it?' },
  }))
const commitOf = (rev: number, entries: readonly Entry[]): Commit => ({
  v: 1,
  rev,
  owner: 'owner',
  secret: 'secret',
  outbox: 'outbox',
  n: 1,
  state: initialState(storefrontOpening),
  entries,
  commands: [],
  failed: [],
  cursor: null,
  records: [],
  seen: 0,
})

test.each([1, 400])('counts the lines that are stored, however they are kept: %s', async (count) => {
  const site = `receipt-${Date.now()}-${count}`
  const store = durableStore(site, resumeKey(site))
  await store.commit(commitOf(1, story(count)))
  await vi.dynamicImportSettled()
  await store.commit(commitOf(2, story(count)))
  expect(await readReceipt(site)).toMatchObject({ lines: count, sender: { owner: 'owner' } })
})
