import type { Invariant } from '../sight.js'

/** Judged once the world has healed: until then a text may be on its way. */
export const nothingLost: Invariant = {
  id: 'I1',
  says: 'Nothing is lost silently: in the end every text is at the desk, shown as failed, or was given up by the shopper.',
  broken({ healed, witness, tabs, disks }) {
    if (!healed) return null
    for (const typed of witness.typed) {
      if (!typed.toPerson || typed.excuse || typed.over || typed.discarded || typed.retried || witness.logged.has(typed.text))
        continue
      const failed = [...disks.map(({ disk }) => disk), ...tabs.map(({ held }) => held)].some((commit) =>
        commit?.failed.some((one) => one.op === 'message' && one.content.kind === 'text' && one.content.text === typed.text),
      )
      if (!failed) return `"${typed.text}" of ${typed.tab} is neither at the desk nor shown as failed`
    }
    return null
  },
}
