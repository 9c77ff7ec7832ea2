import { expect, test } from 'vitest'
import type { Commit } from './conversation/commit.js'
import type { Entry } from './conversation/entry.js'
import { toArray } from './conversation/transcript.js'
import { blankCommit } from './testing/blank-commit.js'
import { createFakeEnvironment } from './testing/fake-environment.js'
import { createView, notLive } from './view.js'

const blank = blankCommit(createFakeEnvironment())
const line = (id: string): Entry => ({ id, turn: id, at: 1, by: 'bot', content: { kind: 'text', text: id } })

/** The ids that a view shows after one story, and then after another. */
function shown(...stories: readonly (readonly Entry[])[]): readonly string[] {
  const draw = createView()
  const view = { live: notLive, log: null, human: 'live', contact: {}, level: 'durable', uploads: false, hidden: null } as const
  const snapshots = stories.map((entries) => draw({ ...view, commit: { ...blank, entries } satisfies Commit }))
  return toArray(snapshots.at(-1)?.transcript ?? { length: 0, chunks: [], tail: [] }).map(({ id }) => id)
}

test('a story that differs from the one before in its middle only is drawn as it is', () => {
  const [a, b, c, d] = [line('a'), line('b'), line('c'), line('d')]
  expect(shown([a, b, c], [a, d, c])).toEqual(['a', 'd', 'c'])
  expect(shown([a, b], [a, b, c])).toEqual(['a', 'b', 'c'])
  expect(shown([a, b, c], [a, b])).toEqual(['a', 'b'])
})
