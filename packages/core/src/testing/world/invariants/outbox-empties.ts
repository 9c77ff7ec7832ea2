import type { Invariant } from '../sight.js'

export const outboxEmpties: Invariant = {
  id: 'I9',
  says: 'After a minute of healthy network the outbox is empty.',
  broken({ healed, tabs }) {
    if (!healed) return null
    for (const { name, held, destroyed } of tabs) {
      if (!destroyed && held && held.commands.length > 0)
        return `${name} still holds ${held.commands.map(({ op }) => op).join(', ')}`
    }
    return null
  },
}
