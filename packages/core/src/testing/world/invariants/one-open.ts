import type { Invariant } from '../sight.js'

export const oneOpen: Invariant = {
  id: 'I12',
  says: 'An owner has one open conversation at most.',
  broken({ tables, databaseChanged }) {
    if (!databaseChanged) return null
    const open = new Set<string>()
    for (const { owner, site, closed } of tables.conversations.values()) {
      if (closed) continue
      const key = `${site} ${owner}`
      if (open.has(key)) return `${owner} has two open conversations`
      open.add(key)
    }
    return null
  },
}
