import type { Invariant } from '../sight.js'
import { holdsText } from '../texts.js'

export const textConserved: Invariant = {
  id: 'I8',
  says: 'Every text that was taken is, letter for letter, in the log, the outbox, among the failed or in the story.',
  broken({ changed, witness, disks, tabs }) {
    if (!changed) return null
    for (const { text, tab, done } of witness.unsettled()) {
      if (!done) continue
      if (disks.some(({ disk }) => disk && holdsText(disk, text))) continue
      if (tabs.some(({ held }) => held && holdsText(held, text))) continue
      return `"${text}" of ${tab} is nowhere`
    }
    return null
  },
}
