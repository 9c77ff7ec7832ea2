import type { Invariant } from '../sight.js'

export const personOffered: Invariant = {
  id: 'I11',
  says: 'A person, a ticket or an address to write to is offered in every snapshot.',
  broken({ tabs }) {
    for (const { name, snapshot, changed } of tabs) {
      if (!changed) continue
      const { human, contact, status, composer } = snapshot
      const offers = human === 'live' || human === 'ticket' || (human === 'contact' && Boolean(contact.mailto || contact.phone))
      if (!offers) return `${name} offers nobody`
      if (status !== 'idle' && !composer) return `${name} lets nobody type`
    }
    return null
  },
}
