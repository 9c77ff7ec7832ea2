import type { Entry, Id } from '../conversation/entry.js'
import { foldLog, type LogView, logEntries } from './log.js'
import type { LogRecord } from './protocol.js'

const read = new WeakMap<readonly LogRecord[], { readonly conversation: Id; readonly lines: readonly Entry[] }>()
const lineOf = new WeakMap<LogRecord, Entry>()
const views = new WeakMap<readonly LogRecord[], LogView>()

/** Reads the log for a view, which is drawn often: the same records give the same lines, as the same objects. */
export const logReader = {
  /** The lines that a shopper reads. */
  lines(conversation: Id, records: readonly LogRecord[]): readonly Entry[] {
    const known = read.get(records)
    if (known?.conversation === conversation) return known.lines
    const erased = records.some(({ fact }) => fact.kind === 'erased')
    let hasTicket = false
    const lines = erased
      ? logEntries(records, conversation)
      : records.flatMap((record) => {
          hasTicket ||= record.fact.kind === 'deferred'
          return line(conversation, record, hasTicket) ?? []
        })
    read.set(records, { conversation, lines })
    return lines
  },
  /** The person who has taken over, by name. */
  agent: (records: readonly LogRecord[]): string | null => view(records).agent,
  /** The number of the ticket, where there is one. */
  ticket: (records: readonly LogRecord[]): string => view(records).ticket ?? '',
  /** When a reply was promised, in milliseconds since 1970. */
  due: (records: readonly LogRecord[]): number | null => view(records).due,
}

function line(conversation: Id, record: LogRecord, hasTicket: boolean): Entry | undefined {
  const known = lineOf.get(record)
  if (known) return known
  const [made] = logEntries([record], conversation, hasTicket)
  if (made) lineOf.set(record, made)
  return made
}

function view(records: readonly LogRecord[]): LogView {
  const known = views.get(records) ?? foldLog(records)
  views.set(records, known)
  return known
}
