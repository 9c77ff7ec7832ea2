import type { Invariant, TabSight } from '../sight.js'
import { textOfContent, textsOfRecord } from '../texts.js'

/** Lines that were found to be that person's. */
const found = new WeakMap<TabSight['lines'], number>()

export const ownersApart: Invariant = {
  id: 'I7',
  says: 'Nothing of one shopper is shown to another, or sent under another name.',
  broken({ tables, news, tabs, witness }) {
    for (const { owner, records } of news) {
      const person = witness.owners.get(owner)
      for (const record of records) {
        for (const text of textsOfRecord(record)) {
          const typed = witness.find(text)
          if (typed && typed.person !== null && typeof person === 'number' && typed.person !== person)
            return `"${text}" of person ${typed.person} is in the log of person ${person}`
        }
      }
    }
    for (const { name, snapshot, held, lines, before, changed, destroyed } of tabs) {
      // What has ended was judged while it was drawn, and is drawn no more, though its store may still answer it.
      if (destroyed) {
        if (before && before.snapshot !== snapshot) return `${name} draws something after its end`
        continue
      }
      // Also of an owner in doubt: their storage could not be emptied, but where they have left they never come back.
      if (held && witness.hasLeft(name, held.owner)) return `${name} has somebody again who has left there`
      // Whoever has kept nothing yet is nobody, and nobody has written anything.
      const person = held ? witness.owners.get(held.owner) : 0
      if (!changed || person === undefined || person === null) continue
      const isKnown = found.get(lines) === person
      for (const { by, content } of isKnown ? [] : lines) {
        const text = by === 'shopper' ? textOfContent(content) : null
        const typed = text === null ? undefined : witness.find(text)
        if (typed && typed.person !== null && typed.person !== person)
          return `${name} shows "${text}" to ${person ? `person ${person}` : 'nobody'}`
      }
      found.set(lines, person)
      if (held?.cursor?.epoch === tables.epoch) {
        const log = tables.conversations.get(held.cursor.conversation)
        if (log && log.owner !== held.owner) return `${name} has somebody else's log`
      }
    }
    return null
  },
}
