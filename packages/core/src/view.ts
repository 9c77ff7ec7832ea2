import type { Commit } from './conversation/commit.js'
import type { Entry, Id } from './conversation/entry.js'
import { append, emptyTranscript, type Transcript } from './conversation/transcript.js'
import type { Command, LogRecord, Wait } from './delivery/protocol.js'
import type { Contact } from './handoff/availability.js'
import type { MessageState, Snapshot, Status } from './snapshot.js'

/** What only the live part knows, and what it makes of the desk's log. All of it is absent until a person is called. */
export interface Live {
  readonly link: 'off' | 'connecting' | 'up' | 'down'
  readonly queue: { readonly position: number; readonly wait: Wait | null } | null
  readonly typing: string | null
  /** The highest seq of ours that a person has read. */
  readonly readUpTo: number
}

/** The functions of `delivery/log.ts`, which come with the live part. */
export interface LogReader {
  lines(conversation: Id, records: readonly LogRecord[]): readonly Entry[]
  agent(records: readonly LogRecord[]): string | null
  due(records: readonly LogRecord[]): number | null
}

/** Nothing live yet. */
export const notLive: Live = { link: 'off', queue: null, typing: null, readUpTo: 0 }

/** What a view is drawn from. */
export interface Drawn {
  readonly commit: Commit
  readonly live: Live
  readonly log: LogReader | null
  readonly human: Snapshot['human']
  readonly contact: Contact
  readonly level: 'durable' | 'memory'
  readonly uploads: boolean
}

function statusOf({ state }: Commit): Status {
  return state.phase === 'handed' ? (state.log ?? 'sending') : state.phase
}

/**
 * Draws snapshots, keeping what did not change: lines keep their objects, and the story is only ever appended to. The view is
 * the story, then the desk's log, then what still waits; a line that is in the log is not drawn a second time as waiting.
 */
export function createView(): (from: Drawn) => Snapshot {
  let entries: readonly Entry[] = []
  let story: Transcript = emptyTranscript
  const lineOf = new WeakMap<Command, Entry>()

  function growStory(next: readonly Entry[]): void {
    if (next === entries) return
    const grows = entries.length <= next.length && entries.at(-1) === next[entries.length - 1] && entries[0] === next[0]
    story = grows ? append(story, next.slice(entries.length)) : append(emptyTranscript, next)
    entries = next
  }

  function waiting(command: Command): Entry | null {
    if (command.op !== 'message') return null
    const known = lineOf.get(command)
    if (known) return known
    const line: Entry = { id: command.cmid, turn: command.cmid, at: command.at, by: 'shopper', content: command.content }
    lineOf.set(command, line)
    return line
  }

  return (from) => {
    const { commit, live, log } = from
    const { state } = commit
    growStory(commit.entries)
    const logged = log && state.conversation !== null ? log.lines(state.conversation, commit.records) : []
    const drawn = new Set(logged.map((line) => line.id))
    const pending = [...commit.commands, ...commit.failed].flatMap((command) => {
      const line = drawn.has(command.cmid) ? null : waiting(command)
      return line ? [line] : []
    })
    return {
      status: statusOf(commit),
      transcript: append(story, [...logged, ...pending]),
      prompt: state.prompt,
      canGoBack: state.previous !== null,
      composer: state.phase !== 'idle',
      human: from.human === 'contact' ? 'contact' : state.availability?.open === false ? 'ticket' : from.human,
      contact: from.contact,
      availability: state.availability,
      queue: state.log === 'queued' ? live.queue : null,
      agent: state.phase === 'handed' ? (log?.agent(commit.records) ?? null) : null,
      typing: live.typing,
      due: state.phase === 'handed' ? (log?.due(commit.records) ?? null) : null,
      marks: marksOf(commit, live, drawn),
      unread: state.phase === 'handed' ? unreadOf(commit) : 0,
      attach: from.uploads && (state.phase === 'review' || (state.phase === 'handed' && state.log !== 'closed')),
      delivery: { level: from.level, link: live.link, waiting: commit.commands.length },
    }
  }
}

function unreadOf(commit: Commit): number {
  return commit.records.filter(
    (record) => record.by === 'agent' && record.seq > commit.seen && 'kind' in record.fact && isLine(record),
  ).length
}

function isLine(record: LogRecord): boolean {
  const { kind } = record.fact
  return kind === 'text' || kind === 'file' || kind === 'order' || kind === 'article'
}

function marksOf(commit: Commit, live: Live, logged: ReadonlySet<Id>): Readonly<Record<Id, MessageState>> {
  const marks: Record<Id, MessageState> = {}
  for (const record of commit.records) {
    if (record.by === 'shopper' && record.cmid !== undefined) marks[record.cmid] = record.seq <= live.readUpTo ? 'read' : 'sent'
  }
  for (const command of commit.commands) {
    // Accepted but not yet in the log that this device has read: it is in the desk's database, and that is what *sent* means.
    const accepted = command.seq !== undefined
    if (!logged.has(command.cmid)) marks[command.cmid] = accepted ? 'sent' : live.link === 'up' ? 'sending' : 'queued'
  }
  for (const command of commit.failed) marks[command.cmid] = 'failed'
  return marks
}
