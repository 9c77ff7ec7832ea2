import type { Commit } from '../conversation/commit.js'
import type { Content, Entry, Id } from '../conversation/entry.js'
import type { LogStatus } from '../conversation/event.js'
import { renumber, uncommitted, withoutApplied } from './outbox.js'
import type { Command, Cursor, LogFact, LogRecord, Op, Page, Verdict } from './protocol.js'

type Committed = Extract<Verdict, { t: 'committed' }>

/** How many records of a log a device keeps. */
export const KEPT_RECORDS = 200

/** The commit after news of the log, and, if records are missing, the place after which to ask for a page. */
export interface Advance {
  readonly commit: Commit
  readonly missing: Cursor | null
}

/**
 * Applies what came of the log: a page, or a single record as a page of one, in any order and as often as you like. Known records
 * are dropped, the next ones applied, later ones left for the page that `missing` asks for. Another epoch starts the
 * log anew; own lines that it may have lost are queued again under the outbox `fresh`, and leave as soon as the log shows them.
 */
export function applyPage(before: Commit, page: Page, fresh: Id): Advance {
  if (page.conversation !== before.state.conversation) return { commit: before, missing: null }
  const commit = atLog(before, page, fresh)
  let cursor = commit.cursor ?? nothingOf(page.conversation, page.epoch)
  const applied: LogRecord[] = []
  for (const record of [...page.records].sort((left, right) => left.seq - right.seq)) {
    if (record.seq !== cursor.seq + 1) continue
    applied.push(discreet(record, commit))
    cursor = { ...cursor, seq: record.seq }
  }
  const missing = page.head > cursor.seq ? cursor : null
  if (applied.length === 0 && commit === before) return { commit, missing }
  const cmids = new Set(applied.flatMap(({ cmid }) => cmid ?? []))
  return {
    commit: {
      ...commit,
      entries: withoutLogged(commit.entries, applied, page.conversation),
      cursor,
      records: kept([...commit.records, ...applied]),
      commands: withoutApplied(commit.commands, cmids),
      failed: commit.failed.filter(({ cmid }) => !cmids.has(cmid)),
    },
    missing,
  }
}

/**
 * Applies what came unasked. Only a page that was asked for begins the log anew: a late frame of a log that a restore has thrown
 * away must not bring that log back, so one of another epoch only says that a page is due.
 */
export function applyNews(before: Commit, news: Page, fresh: Id): Advance {
  const { cursor } = before
  const isOfAnother = cursor?.conversation === news.conversation && cursor.epoch !== news.epoch
  return isOfAnother ? { commit: before, missing: cursor } : applyPage(before, news, fresh)
}

/**
 * For a way in that has no log to read (tickets over plain HTTP): the command itself becomes the record of what the desk committed.
 * A desk that has a log replaces it, being of another epoch.
 */
export function applyReceipt(
  before: Commit,
  command: Command,
  { conversation, seq, at }: Pick<Committed, 'conversation' | 'seq' | 'at'>,
): Commit {
  // What belongs to a conversation that was left is part of the story already.
  if (conversation !== before.state.conversation) return before
  const fact = discreetFact(factOf(command), before)
  const commit = before.cursor?.conversation === conversation ? before : archiveLog(before)
  if (!fact || commit.records.some(({ cmid }) => cmid === command.cmid)) return commit
  return {
    ...commit,
    cursor: { conversation, epoch: commit.cursor?.epoch ?? NO_EPOCH, seq: Math.max(seq, commit.cursor?.seq ?? 0) },
    records: kept([...commit.records, { seq, at, cmid: command.cmid, by: 'shopper', fact }]),
    commands: commit.commands.filter(({ cmid }) => cmid !== command.cmid),
  }
}

/** Puts the log's lines into the story, where a conversation ends and another begins. Nothing of what was shown is lost. */
export function archiveLog(commit: Commit): Commit {
  const conversation = commit.cursor?.conversation
  if (conversation === undefined) return commit
  // What only the desk can say of (0) is still asked for.
  const sent = commit.commands.filter((command) => command.seq && command.conversation === conversation)
  const entries = [...commit.entries, ...logEntries(commit.records, conversation), ...pendingEntries(sent)]
  const commands = commit.commands.filter((command) => !sent.includes(command))
  return { ...commit, entries, commands, cursor: null, records: [], seen: 0 }
}

/** What a log says about its conversation, folded. `status` is `null` where there is no record yet. */
export interface LogView {
  readonly status: LogStatus | null
  /** The person who has taken over, by name. */
  readonly agent: string | null
  readonly ticket: string | null
  /** When a reply to the ticket was promised, if it was. */
  readonly due: number | null
  /** Whether the matter was resolved, once it is closed. */
  readonly resolved: boolean | null
  readonly rated: number | null
}

/** Folds a log, or its tail, to where the conversation stands. The last record wins. */
export function foldLog(records: readonly LogRecord[]): LogView {
  let view: LogView = {
    status: null,
    agent: null,
    ticket: null,
    due: null,
    resolved: null,
    rated: null,
  }
  for (const { fact } of records) view = folded(view, fact)
  return view
}

/**
 * How far the desk has come with this conversation, or `null` while it has accepted nothing: the log's word, and before its first
 * record is here the verdict on the `open`.
 */
export function logStatus(commit: Commit): LogStatus | null {
  const { conversation } = commit.state
  if (commit.cursor?.conversation === conversation && commit.records.length > 0) return foldLog(commit.records).status
  const opened = commit.commands.find((command) => command.op === 'open' && command.conversation === conversation)
  if (opened?.op !== 'open' || opened.seq === undefined) return null
  return opened.want === 'ticket' ? 'ticket' : 'queued'
}

/**
 * The lines of a log that a shopper reads. An own line keeps the id that it had while it waited. `ticketBefore`: the part of the log
 * before these records has made a ticket of it.
 */
export function logEntries(records: readonly LogRecord[], conversation: Id, ticketBefore = false): readonly Entry[] {
  const erased = new Set(records.map(({ fact }) => (fact.kind === 'erased' ? fact.seq : 0)))
  let hasTicket = ticketBefore
  return records.flatMap((record) => {
    const { seq, at, by, name, fact } = record
    if (fact.kind === 'deferred') hasTicket = true
    const content = erased.has(seq) ? null : lineOf(fact, hasTicket)
    if (!content) return []
    const id = lineId(record, conversation)
    const line: Entry = { id, turn: id, at, by, content }
    return [name === undefined ? line : { ...line, name }]
  })
}

/** The shopper's own lines among commands that wait or failed, in their order. */
export function pendingEntries(commands: readonly Command[]): readonly Entry[] {
  return commands.flatMap((command) =>
    command.op === 'message'
      ? [
          {
            id: command.cmid,
            turn: command.cmid,
            at: command.at,
            by: 'shopper' as const,
            content: command.content,
          },
        ]
      : [],
  )
}

/** The story without lines that the log shows: a conversation that was over may go on, where a restore has opened it again. */
function withoutLogged(entries: readonly Entry[], records: readonly LogRecord[], conversation: Id): readonly Entry[] {
  const logged = new Set(records.map((record) => lineId(record, conversation)))
  return entries.some(({ id }) => logged.has(id)) ? entries.filter(({ id }) => !logged.has(id)) : entries
}

/** The name of a record's line: the one that it had while it waited, or its place in the log. */
export const lineId = ({ cmid, seq }: LogRecord, conversation: Id): Id => cmid ?? `${conversation}.${seq}`

/** A cursor before the first record; without an epoch, the cursor of a replica that has not heard of the log yet. */
export function nothingOf(conversation: Id, epoch: Id = NO_EPOCH): Cursor {
  return { conversation, epoch, seq: 0 }
}

/** No log has this epoch, so a desk that meets it tells its log from the start. Receipts without a log are of it, too. */
export const NO_EPOCH = 'nothing-of-this-log-yet'

/** The commit with its replica standing in the log that the page is of. */
function atLog(commit: Commit, page: Page, fresh: Id): Commit {
  const { cursor } = commit
  const start = nothingOf(page.conversation, page.epoch)
  if (!cursor) return commit
  if (cursor.conversation !== page.conversation) return { ...archiveLog(commit), cursor: start }
  // A `reset` within the same epoch answers a question that was asked before another page brought this log; so does a page that
  // knows of no log yet.
  if (cursor.epoch === page.epoch || (page.head === 0 && !page.reset)) return commit
  const waiting = commit.commands.map(uncommitted)
  const known = new Set(waiting.map(({ cmid }) => cmid))
  const again = commit.records.flatMap((record) => commandOf(record, commit) ?? []).filter(({ cmid }) => !known.has(cmid))
  return renumber({ ...commit, cursor: start, records: [], commands: [...again, ...waiting] }, fresh)
}

/** An own record as the command that it was; `null` for everybody else's. */
function commandOf({ cmid, at, by, fact }: LogRecord, commit: Commit): Command | null {
  const { conversation } = commit.state
  const op = by === 'shopper' ? opOf(fact) : null
  if (!op || cmid === undefined || conversation === null) return null
  return { ...op, cmid, conversation, outbox: commit.outbox, n: 0, at }
}

function opOf(fact: LogFact): Op | null {
  switch (fact.kind) {
    case 'opened':
      return { op: 'open', want: fact.want, packet: fact.packet }
    case 'deferred':
      return { op: 'defer' }
    case 'closed':
      return { op: 'close' }
    case 'rated':
      return { op: 'rate', score: fact.score }
    case 'claimed':
    case 'released':
    case 'erased':
    case 'decided':
    case 'late':
    case 'notice':
    case 'unsupported':
      return null
    default:
      return { op: 'message', content: fact }
  }
}

function factOf(command: Command): LogFact | null {
  switch (command.op) {
    case 'open':
      return { kind: 'opened', want: command.want, packet: command.packet }
    case 'message':
      return command.content
    case 'defer':
      return { kind: 'deferred', ticket: '', due: null }
    case 'close':
      return { kind: 'closed', resolved: true }
    case 'rate':
      return { kind: 'rated', score: command.score }
    case 'skip':
      return null
  }
}

function folded(view: LogView, fact: LogFact): LogView {
  switch (fact.kind) {
    case 'opened':
      // A second `open` joins what is under way; only a ticket whose shopper now wants a person moves.
      if (view.status === null)
        return {
          ...view,
          status: fact.want === 'ticket' ? 'ticket' : 'queued',
        }
      return view.status === 'ticket' && fact.want === 'live' ? { ...view, status: 'queued' } : view
    case 'claimed':
      return { ...view, status: 'live', agent: fact.agent }
    case 'released':
      return {
        ...view,
        status: view.ticket === null ? 'queued' : 'ticket',
        agent: null,
      }
    case 'deferred':
      return {
        ...view,
        status: 'ticket',
        ticket: fact.ticket || view.ticket,
        due: fact.due ?? view.due,
        agent: null,
      }
    case 'closed':
      return { ...view, status: 'closed', resolved: fact.resolved }
    case 'rated':
      return { ...view, rated: fact.score }
    default:
      return view.status === null ? { ...view, status: 'queued' } : view
  }
}

function lineOf(fact: LogFact, hasTicket: boolean): Content | null {
  switch (fact.kind) {
    case 'opened':
    case 'claimed':
    case 'deferred':
    case 'closed':
    case 'rated':
    case 'erased':
      return null
    case 'released':
      return { kind: 'notice', code: hasTicket ? 'ticket-again' : 'queued-again' }
    default:
      return fact
  }
}

/** Once the desk has the packet, this device keeps no sensitive answer of it. */
function discreet(record: LogRecord, commit: Commit): LogRecord {
  const fact = discreetFact(record.fact, commit)
  return fact === record.fact ? record : { ...record, fact }
}

function discreetFact<Fact extends LogFact | null>(fact: Fact, { state }: Commit): Fact {
  if (fact?.kind !== 'opened') return fact
  const facts = Object.entries(fact.packet.facts)
  const secret = ([name, { sensitive }]: (typeof facts)[number]): boolean => (sensitive ?? state.facts[name]?.sensitive) === true
  if (!facts.some(secret)) return fact
  const kept = facts.map((pair) => (secret(pair) ? ([pair[0], { ...pair[1], value: '' }] as const) : pair))
  return { ...fact, packet: { ...fact.packet, facts: Object.fromEntries(kept) } }
}

/** The last records, and of the older ones those that say where the conversation stands. */
function kept(records: readonly LogRecord[]): readonly LogRecord[] {
  let surplus = records.length - KEPT_RECORDS
  if (surplus <= 0) return records
  return records.filter(({ fact }) => surplus <= 0 || lineOf(fact, false) !== fact || surplus-- <= 0)
}
