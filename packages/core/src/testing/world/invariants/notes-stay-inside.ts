import type { Invariant } from '../sight.js'

export const notesStayInside: Invariant = {
  id: 'I15',
  says: "No internal note of an agent reaches a shopper's replica.",
  broken({ tabs, witness }) {
    if (witness.notes.size === 0) return null
    for (const { name, held, changed } of tabs) {
      if (!changed || !held) continue
      for (const { fact } of held.records) {
        if (fact.kind === 'text' && witness.notes.has(fact.text)) return `${name} has the note "${fact.text}"`
      }
    }
    return null
  },
}
