import type { Invariant } from '../sight.js'
import { textsOfCommit } from '../texts.js'

export const textConserved: Invariant = {
  id: 'I8',
  says: 'Every text that was taken is, letter for letter, in the log, the outbox, among the failed or in the story.',
  broken({ changed, witness, disks, tabs }) {
    if (!changed) return null
    for (const { text, tab, done, excuse, discarded } of witness.typed) {
      if (!done || excuse || discarded || witness.logged.has(text)) continue
      if (disks.some(({ disk }) => disk && textsOfCommit(disk).has(text))) continue
      if (tabs.some(({ held }) => held && textsOfCommit(held).has(text))) continue
      return `"${text}" of ${tab} is nowhere`
    }
    return null
  },
}
