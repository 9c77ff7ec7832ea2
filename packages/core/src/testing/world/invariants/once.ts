import type { Invariant, TabSight } from '../sight.js'
import { textOfContent } from '../texts.js'

/** Lines of which none was there twice. What a shopper sends again may be twice later on, and nothing else. */
const found = new WeakSet<TabSight['lines']>()

export const once: Invariant = {
  id: 'I2',
  says: 'A command is one record at most, in the database and on every screen.',
  broken({ tables, news, tabs, witness }) {
    // Within the conversations that have changed, and between them and all others.
    for (const { id, records } of news) {
      const seen = new Set<string>()
      for (const { cmid } of records) {
        if (cmid === undefined) continue
        if (seen.has(cmid)) return `${cmid} is in the database twice`
        seen.add(cmid)
      }
      for (const other of tables.conversations.values()) {
        if (other.id === id) continue
        for (const { cmid } of other.records) if (cmid !== undefined && seen.has(cmid)) return `${cmid} is in the database twice`
      }
    }
    for (const text of witness.repeated) {
      const times = witness.logged.get(text) ?? 0
      if (times > 1 && !witness.find(text)?.retried) return `"${text}" is in the database ${times} times`
    }
    for (const { name, lines, changed } of tabs) {
      if (!changed || found.has(lines)) continue
      const ids = new Set<string>()
      const texts = new Set<string>()
      for (const { id, by, content } of lines) {
        if (ids.has(id)) return `${name} shows ${id} twice`
        ids.add(id)
        const text = by === 'shopper' ? textOfContent(content) : null
        if (text === null || witness.find(text)?.retried !== false) continue
        if (texts.has(text)) return `${name} shows "${text}" twice`
        texts.add(text)
      }
      found.add(lines)
    }
    return null
  },
}
