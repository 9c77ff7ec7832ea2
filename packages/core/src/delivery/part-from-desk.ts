import type { Commit } from '../conversation/commit.js'
import type { Id } from '../conversation/entry.js'
import { archiveLog, pendingEntries } from './log.js'
import { uncommitted } from './outbox.js'

/**
 * The commit of a device whose session the desk has ended: to the desk it is somebody new from now on, `sender`, who begins with the
 * outbox `fresh`. What was sent stays as part of the story. What waits is the shopper's to send again: the desk that it was meant for
 * takes nothing of this conversation any more.
 */
export function partFromDesk(before: Commit, sender: NonNullable<Commit['sender']>, fresh: Id): Commit {
  const commit = archiveLog(before)
  const told = new Set(commit.entries.map(({ id }) => id))
  const messages = commit.commands.filter(({ op }) => op === 'message')
  const sent = messages.filter(({ seq, cmid }) => seq !== undefined && !told.has(cmid))
  const unsent = messages.filter(({ seq }) => seq === undefined)
  return {
    ...commit,
    sender,
    outbox: fresh,
    n: 1,
    entries: [...commit.entries, ...pendingEntries(sent)],
    commands: [],
    failed: [...commit.failed, ...unsent.map((command) => ({ ...uncommitted(command), code: 'forbidden' as const }))],
    cursor: null,
    records: [],
    seen: 0,
  }
}
