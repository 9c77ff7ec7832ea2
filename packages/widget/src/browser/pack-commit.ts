import type { Commit } from '@shopbell/core'

const texts = new WeakMap<object, string>()

/**
 * A commit as it is kept once it is long, its lines as one text. All that is kept is copied at every commit, when it is read to be counted
 * and when it is written, and a browser copies a text many times as fast as hundreds of objects.
 */
export const packCommit = (commit: Commit): unknown => ({
  ...commit,
  entries: packed(commit.entries),
  records: packed(commit.records),
})

/** A line never changes, so it is put into words once. */
function packed(lines: readonly object[]): string {
  for (const line of lines) if (!texts.has(line)) texts.set(line, JSON.stringify(line, asItIs))
  return `[${lines.map((line) => texts.get(line)).join()}]`
}

/** Old libraries give all lists and texts of a page a `toJSON` that answers JSON, which would be written into the JSON once more. */
function asItIs(this: Readonly<Record<string, unknown>>, key: string): unknown {
  return this[key]
}
