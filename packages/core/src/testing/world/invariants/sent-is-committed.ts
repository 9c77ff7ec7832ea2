import type { Invariant } from '../sight.js'

export const sentIsCommitted: Invariant = {
  id: 'I5',
  says: 'What a shopper sees as sent is committed in the database.',
  broken({ tabs, witness }) {
    for (const { name, snapshot, changed } of tabs) {
      if (!changed) continue
      const { marks } = snapshot
      for (const cmid in marks) {
        const mark = marks[cmid]
        if ((mark === 'sent' || mark === 'read') && !witness.committed.has(cmid)) return `${name} shows ${cmid} as ${mark}`
      }
    }
    return null
  },
}
