import type { Invariant } from '../sight.js'

export const sentIsCommitted: Invariant = {
  id: 'I5',
  says: 'What a shopper sees as sent is committed in the database.',
  broken({ tabs, witness }) {
    for (const { name, snapshot, changed } of tabs) {
      if (!changed) continue
      for (const [cmid, mark] of Object.entries(snapshot.marks)) {
        if ((mark === 'sent' || mark === 'read') && !witness.committed.has(cmid)) return `${name} shows ${cmid} as ${mark}`
      }
    }
    return null
  },
}
