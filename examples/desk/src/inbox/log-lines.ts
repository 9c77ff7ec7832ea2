import type { By, Content, Id, LogFact, LogRecord } from '@shopbell/core'
import type { Detail, Note } from '../agent-api.js'
import { noticeWords } from './words/notice-words.js'
import { dayHeading } from './words/time-words.js'

/** A reply that is on its way, or that did not get through. */
export interface PendingReply {
  readonly id: Id
  readonly text: string
  readonly at: number
  readonly state: 'sending' | 'failed'
}

/** A line of the log as it is drawn. `first` begins a run of one speaker, and carries the name and the time. */
export type LogLine =
  | { readonly kind: 'day'; readonly key: string; readonly text: string }
  | {
      readonly kind: 'notice'
      readonly key: string
      readonly at: number
      readonly text: string
    }
  | { readonly kind: 'note'; readonly key: string; readonly note: Note }
  | { readonly kind: 'erased'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'pending'
      readonly key: string
      readonly reply: PendingReply
    }
  | {
      readonly kind: 'message'
      readonly key: string
      readonly seq: number
      readonly at: number
      readonly by: By
      readonly who: string
      readonly first: boolean
      readonly content: Content
    }

/** Lines of one speaker within this many milliseconds belong together. */
const RUN = 2 * 60_000

/** What the log shows: records in their order, notes where they were written, days between, and what is still on its way. */
export function logLines(detail: Detail, pending: readonly PendingReply[], me: string, now: number): readonly LogLine[] {
  const erased = new Set<number>()
  for (const record of detail.records) if (record.fact.kind === 'erased') erased.add(record.fact.seq)
  const notes = [...detail.notes].sort((a, b) => a.at - b.at)
  const lines: LogLine[] = []
  let day = ''
  let run: { by: By; who: string; at: number } | null = null

  const dayOf = (at: number) => {
    const heading = dayHeading(at, now)
    if (heading === day) return
    day = heading
    run = null
    lines.push({ kind: 'day', key: `day-${at}`, text: heading })
  }
  const writeNotes = (before: number) => {
    for (let note = notes[0]; note && note.at < before; note = notes[0]) {
      notes.shift()
      dayOf(note.at)
      run = null
      lines.push({ kind: 'note', key: `note-${note.id}`, note })
    }
  }

  for (const record of detail.records) {
    if (record.fact.kind === 'erased') continue
    writeNotes(record.at)
    dayOf(record.at)
    const line = lineOf(record, erased.has(record.seq), detail.who, me)
    if (line.kind === 'message') {
      const first = run === null || run.by !== line.by || run.who !== line.who || line.at - run.at > RUN
      run = { by: line.by, who: line.who, at: line.at }
      lines.push({ ...line, first })
    } else {
      run = null
      lines.push(line)
    }
  }
  writeNotes(Number.POSITIVE_INFINITY)

  const arrived = new Set(detail.records.map((record) => record.cmid))
  for (const reply of pending) {
    if (!arrived.has(reply.id)) lines.push({ kind: 'pending', key: `pending-${reply.id}`, reply })
  }
  return lines
}

function lineOf(record: LogRecord, isErased: boolean, shopper: string, me: string): LogLine {
  const key = `seq-${record.seq}`
  if (isErased) return { kind: 'erased', key, at: record.at }
  const notice = noticeWords(record.fact, me)
  if (notice !== null) return { kind: 'notice', key, at: record.at, text: notice }
  return {
    kind: 'message',
    key,
    seq: record.seq,
    at: record.at,
    by: record.by,
    who: speaker(record, shopper, me),
    first: true,
    content: contentOf(record.fact),
  }
}

function speaker(record: LogRecord, shopper: string, me: string): string {
  if (record.by === 'shopper') return shopper
  if (record.by === 'agent') return record.name === me ? 'You' : (record.name ?? 'Colleague')
  if (record.by === 'desk') return 'The desk'
  return record.by === 'assistant' ? 'AI assistant' : 'Bot'
}

function contentOf(fact: LogFact): Content {
  switch (fact.kind) {
    case 'text':
    case 'answered':
    case 'order':
    case 'article':
    case 'file':
    case 'cards':
    case 'decided':
      return fact
    default:
      return { kind: 'unsupported' }
  }
}

/** The highest number of the log, 0 for an empty one. */
export function headOf(records: readonly LogRecord[]): number {
  return records.at(-1)?.seq ?? 0
}

/** How many messages of the shopper lie after `seen`. */
export function unseenOf(records: readonly LogRecord[], seen: number): number {
  return records.filter((record) => record.seq > seen && record.by === 'shopper' && noticeWords(record.fact, '') === null).length
}
