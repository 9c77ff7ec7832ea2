import type { Commit } from '../../../conversation/commit.js'
import type { MessageState } from '../../../snapshot.js'
import type { Invariant } from '../sight.js'

// Waiting for the wire and being on it are one rank: a wire may break while a command is on it.
const RANK: Readonly<Record<MessageState, number>> = { queued: 0, sending: 0, failed: 0, sent: 1, read: 2 }

export const onlyForward: Invariant = {
  id: 'I6',
  says: 'Cursors and the states of messages only move forward, but for a restore of the database.',
  broken({ tabs, disks, witness }) {
    for (const { device, disk, before } of disks) {
      const back = disk !== before ? goneBack(before, disk) : null
      if (back) return `${device} ${back}`
    }
    for (const { name, snapshot, held, lines, before } of tabs) {
      if (!before || before.snapshot === snapshot || before.held?.owner !== held?.owner) continue
      // A restored database may not have what it had, and a desk that has lost count is told again.
      if (witness.restores > 0 || witness.sometimes['a gap is asked for'] > 0) continue
      const { marks } = before.snapshot
      for (const cmid in marks) {
        const mark = marks[cmid]
        const now = snapshot.marks[cmid]
        if (!now || !mark || now === mark) continue
        // That it was read is known of its record, which a store that comes back after an outage may have to learn again.
        if (mark === 'read' && now === 'sent' && !held?.records.some((record) => record.cmid === cmid)) continue
        // How an open or a close fares nobody is shown: one that was sent elsewhere may wait here once more, for the same answer.
        if (RANK[now] < RANK[mark] && lines.some(({ id }) => id === cmid))
          return `${name} shows ${cmid} as ${now}, which was ${mark}`
      }
    }
    return null
  },
}

function goneBack(before: Commit | null, after: Commit | null): string | null {
  if (!before || !after || before.owner !== after.owner) return null
  if (after.rev <= before.rev) return `keeps revision ${after.rev} after ${before.rev}`
  const [was, is] = [before.cursor, after.cursor]
  if (!was || !is || was.conversation !== is.conversation || was.epoch !== is.epoch) return null
  return is.seq < was.seq ? `has its cursor at ${is.seq} after ${was.seq}` : null
}
