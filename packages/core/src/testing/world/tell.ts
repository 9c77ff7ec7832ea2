import type { Commit } from '../../conversation/commit.js'
import type { LogRecord } from '../../delivery/protocol.js'
import type { DeskTables } from '../../desk/desk-rules.js'

/** A commit in a line, for a trace. Names are cut short. */
export function tellCommit(commit: Commit | null): string {
  if (!commit) return 'nothing'
  const { rev, owner, outbox, n, state, cursor, commands, failed, records } = commit
  const waiting = commands.map(
    ({ op, cmid, n: number, seq }) => `${op} ${short(cmid)} ${number}${seq === undefined ? '' : `@${seq}`}`,
  )
  const log = cursor ? `${short(cursor.conversation)} ${short(cursor.epoch)} ${cursor.seq}, ${records.length} records` : 'no log'
  const where = `${state.phase}/${state.log} ${short(state.conversation ?? '-')}`
  return `rev ${rev} of ${short(owner)}: ${where}; ${log}; outbox ${short(outbox)} next ${n} [${waiting.join(', ')}] failed ${failed.length}`
}

/** What a transaction has written, for a trace. */
export function tellTables(before: DeskTables, after: DeskTables): string {
  if (before.epoch !== after.epoch) return `the database is back at ${tellLogs(after)}, epoch ${short(after.epoch)}`
  const news = [...after.conversations.values()].flatMap(({ id, records }) =>
    records.slice(before.conversations.get(id)?.records.length ?? 0).map((record) => `${short(id)} ${tellRecord(record)}`),
  )
  return `committed: ${news.join(', ') || 'no record'}`
}

function tellLogs({ conversations }: DeskTables): string {
  return [...conversations.values()].map(({ id, records }) => `${short(id)} ${records.length}`).join(', ') || 'nothing'
}

function tellRecord({ seq, cmid, fact }: LogRecord): string {
  const text = fact.kind === 'text' ? ` "${fact.text}"` : ''
  return `${seq} ${fact.kind}${text}${cmid === undefined ? '' : ` ${short(cmid)}`}`
}

const short = (id: string) => id.slice(0, 4)
