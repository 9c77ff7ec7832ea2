import type { Invariant } from '../sight.js'
import { textOfContent } from '../texts.js'

export const once: Invariant = {
  id: 'I2',
  says: 'A command is one record at most, in the database and on every screen.',
  broken({ tables, databaseChanged, tabs, witness }) {
    if (databaseChanged) {
      const seen = new Set<string>()
      for (const { records } of tables.conversations.values()) {
        for (const { cmid } of records) {
          if (cmid === undefined) continue
          if (seen.has(cmid)) return `${cmid} is in the database twice`
          seen.add(cmid)
        }
      }
      for (const [text, times] of witness.logged) {
        if (times > 1 && !witness.find(text)?.retried) return `"${text}" is in the database ${times} times`
      }
    }
    for (const { name, lines, changed } of tabs) {
      if (!changed) continue
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
    }
    return null
  },
}
