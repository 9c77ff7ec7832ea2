import type { Commit } from '../conversation/commit.js'
import type { Entry, Id } from '../conversation/entry.js'
import { append, type Transcript } from '../conversation/transcript.js'
import { KEPT_RECORDS } from '../delivery/log.js'

/** The story, and after it what the log no longer holds. */
export type WithShed = (story: Transcript) => Transcript

/** What has become of the log's lines: those that are still to be drawn from it, and what comes before them. */
export interface Shed {
  readonly rest: readonly Entry[]
  readonly withShed: WithShed
}

/**
 * A device keeps only the last records of a log. The lines that they leave behind stay here as long as the page does, so that nothing
 * vanishes above whoever reads. What the desk has erased is gone at once, and so is another conversation's, or another log's.
 */
export function shedLines(): (commit: Commit, said: readonly Entry[]) => Shed {
  let shed: Entry[] = []
  let ids = new Set<Id>()
  let before: readonly Entry[] = []
  let log = ''
  // What was made of them: appended to while the story stays, so that one more costs the same however many there are.
  let drawn: { readonly story: Transcript; readonly count: number; readonly whole: Transcript } | undefined

  const withShed: WithShed = (story) => {
    const known = drawn?.story === story ? drawn : { story, count: 0, whole: story }
    drawn = { story, count: shed.length, whole: append(known.whole, shed.slice(known.count)) }
    return drawn.whole
  }

  return ({ cursor, records }, said) => {
    const name = cursor ? `${cursor.conversation} ${cursor.epoch}` : ''
    if (name !== log || records.some(({ fact }) => fact.kind === 'erased')) {
      shed = []
      ids = new Set()
      drawn = undefined
    } else if (records.length >= KEPT_RECORDS) {
      const still = new Set(said.map(({ id }) => id))
      for (const line of before.slice(0, before.map(({ id }) => still.has(id)).lastIndexOf(false) + 1)) {
        shed.push(line)
        ids.add(line.id)
      }
    }
    log = name
    before = ids.size === 0 ? said : said.filter(({ id }) => !ids.has(id))
    return { rest: before, withShed }
  }
}
