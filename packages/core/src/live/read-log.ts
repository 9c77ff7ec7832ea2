import type { Commit } from '../conversation/commit.js'
import type { Entry, Id } from '../conversation/entry.js'
import { append } from '../conversation/transcript.js'
import { logReader } from '../delivery/log-reader.js'
import type { Command, LogRecord } from '../delivery/protocol.js'
import { factValue } from '../facts/fact-value.js'
import type { MessageState, Receipt } from '../snapshot.js'
import type { Live, ReadLog } from '../view.js'
import { withLateLines } from './keep-promises.js'
import { shedLines } from './shed-lines.js'

const names = ['at', 'email', 'ticket', 'turn'] as const

/** Reads the desk's log and the outbox for a snapshot. A line that is in the log is not drawn a second time as waiting. */
export function readLog(): ReadLog {
  const lineOf = new WeakMap<Command, Entry>()
  let receipt: Receipt | null = null
  const talkOf = new WeakMap<Live, Id | null>()
  let talk: Id | null = null
  let read = 0
  const shed = shedLines()

  function line(command: Command): Entry | null {
    if (command.op !== 'message') return null
    const known = lineOf.get(command)
    if (known) return known
    const made: Entry = { id: command.cmid, turn: command.cmid, at: command.at, by: 'shopper', content: command.content }
    lineOf.set(command, made)
    return made
  }

  /** The same object while it says the same. */
  function receiptOf({ state, records }: Commit): Receipt | null {
    const opened = records.find(({ fact }) => fact.kind === 'opened')
    const { conversation } = state
    if (!opened || conversation === null) return null
    const news = { at: opened.at, email: factValue(state.facts, 'email'), ticket: logReader.ticket(records), turn: conversation }
    const same = receipt && names.every((name) => receipt?.[name] === news[name])
    if (!same) receipt = news
    return receipt
  }

  return (commit, given) => {
    const { state, records } = commit
    if (!talkOf.has(given)) talkOf.set(given, state.conversation)
    // What was heard in a conversation before is not said of this one, which another tab may have begun.
    const isHeard = talkOf.get(given) === state.conversation
    const heard = isHeard ? given : { ...given, queue: null, typing: null, readUpTo: 0 }
    // What was read stays read, also where another tab leads from now on, which has not heard of it.
    read = Math.max(talk === state.conversation ? read : 0, heard.readUpTo)
    talk = state.conversation
    const live = { ...heard, readUpTo: read }
    const handed = state.phase === 'handed'
    const said = state.conversation === null ? [] : withLateLines(commit, logReader.lines(state.conversation, records))
    const drawn = new Set(said.map(({ id }) => id))
    const { rest, withShed } = shed(commit, said)
    const waiting = [...commit.commands, ...commit.failed].flatMap((command) =>
      drawn.has(command.cmid) ? [] : (line(command) ?? []),
    )
    return {
      said,
      whole: (story) => append(withShed(story), [...rest, ...waiting]),
      queue: state.log === 'queued' ? live.queue : null,
      agent: handed ? logReader.agent(records) : null,
      typing: live.typing,
      due: handed ? logReader.due(records) : null,
      receipt: handed ? receiptOf(commit) : null,
      marks: marksOf(commit, live, drawn),
      unread: handed ? unreadOf(commit) : 0,
    }
  }
}

function unreadOf(commit: Commit): number {
  return commit.records.filter((record) => record.by === 'agent' && record.seq > commit.seen && isLine(record)).length
}

function isLine({ fact: { kind } }: LogRecord): boolean {
  return kind === 'text' || kind === 'file' || kind === 'order' || kind === 'article' || kind === 'decided'
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
