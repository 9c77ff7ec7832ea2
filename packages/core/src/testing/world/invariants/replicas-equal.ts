import type { LogRecord } from '../../../delivery/protocol.js'
import type { Invariant } from '../sight.js'

/** Also before healing: what a replica holds of the present log is a run of it without a hole. */
export const replicasEqual: Invariant = {
  id: 'I4',
  says: 'Every replica is a gapless part of the log, and after healing all of it.',
  broken({ healed, tables, tabs }) {
    for (const { name, held, changed, destroyed } of tabs) {
      if (!held?.cursor || (!changed && !healed)) continue
      const { conversation, epoch, seq } = held.cursor
      let next = seq
      for (let last = held.records.length - 1; last >= 0; last--) {
        const record = held.records[last]
        if (record?.seq !== next--) return `${name} has a hole before ${next + 2} of its log, whose end is ${seq}`
      }
      if (epoch !== tables.epoch) {
        // A log that is over is not read any more.
        if (healed && !destroyed && held.state.log !== 'closed') return `${name} still has the log of another epoch`
        continue
      }
      const log = tables.conversations.get(conversation)?.records ?? []
      for (const record of held.records) {
        const original = log[record.seq - 1]
        if (!original || !isSame(record, original)) return `${name} has another record ${record.seq} than the desk`
      }
      // Of one that is over, nobody hears how it was rated from another tab: a desk takes nothing else after the end.
      const isOver = held.state.log === 'closed' && log.slice(seq).every(({ fact }) => fact.kind === 'rated')
      if (healed && !destroyed && seq !== log.length && !isOver) return `${name} has ${seq} of ${log.length} records`
    }
    return null
  },
}

function isSame(one: LogRecord, other: LogRecord): boolean {
  if (one.cmid !== other.cmid || one.by !== other.by || one.fact.kind !== other.fact.kind) return false
  return one.fact.kind !== 'text' || other.fact.kind !== 'text' || one.fact.text === other.fact.text
}
