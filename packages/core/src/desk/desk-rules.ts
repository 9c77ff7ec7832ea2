import type { Id } from '../conversation/entry.js'
import { encodedSize } from '../delivery/encoded-size.js'
import type {
  Command,
  Cursor,
  Hello,
  LogFact,
  LogRecord,
  Page,
  RejectCode,
  Sender,
  Verdict,
  Welcome,
} from '../delivery/protocol.js'
import { LIMITS } from '../limits.js'
import { pageOfNone } from './page-of-none.js'

/** A conversation as the desk has it. */
export interface DeskConversation {
  readonly id: Id
  readonly site: string
  readonly owner: Id
  readonly closed: boolean
  /** The ticket's number, once the shopper has left for an answer by mail. */
  readonly ticket: string | null
  readonly records: readonly LogRecord[]
}

/** Everything that a desk has to keep: what its database holds. Never changed, only replaced, so that it is what a backup holds, too. */
export interface DeskTables {
  /** The incarnation of all logs; another one after a restore. */
  readonly epoch: Id
  /** The number of the last ticket. */
  readonly tickets: number
  /** Hashes in a real desk. */
  readonly secrets: ReadonlyMap<string, string>
  readonly conversations: ReadonlyMap<Id, DeskConversation>
  /** The highest `n` per outbox. */
  readonly heads: ReadonlyMap<string, number>
  /** The final verdict per site, owner and cmid, with what it was about. */
  readonly verdicts: ReadonlyMap<string, { readonly body: string; readonly verdict: Verdict }>
}

/** What became of a command: the tables to commit, the answer, and the records that others are told of once they are committed. */
export interface Decided {
  readonly tables: DeskTables
  readonly verdict: Verdict
  readonly conversation: Id
  readonly written: readonly LogRecord[]
}

const TICKET_REPLY = 86_400_000
const TOMBSTONE = 'skipped'

/** The tables of a desk that nobody has called yet. */
export function noTables(epoch: Id): DeskTables {
  return { epoch, tickets: 1_000, secrets: new Map(), conversations: new Map(), heads: new Map(), verdicts: new Map() }
}

/** Whether the sender is who the owner was first; the first to come under a name is. */
export function knowsSender(tables: DeskTables, sender: Sender): boolean {
  const secret = tables.secrets.get(ownKey(sender, ''))
  return secret === undefined ? sender.secret !== '' : secret === sender.secret
}

/** The tables with the sender's secret, where it is a new owner's. */
export function withSender(tables: DeskTables, sender: Sender): DeskTables {
  const key = ownKey(sender, '')
  return tables.secrets.has(key) ? tables : { ...tables, secrets: new Map(tables.secrets).set(key, sender.secret) }
}

/** The owner's conversation of that name. Somebody else's and none are the same. */
export function ownedBy(tables: DeskTables, sender: Sender, id: Id): DeskConversation | undefined {
  const conversation = tables.conversations.get(id)
  return conversation?.site === sender.site && conversation.owner === sender.owner ? conversation : undefined
}

/** The one conversation of the sender that is not closed. */
export function openOf({ conversations }: DeskTables, { site, owner }: Sender): DeskConversation | undefined {
  for (const one of conversations.values()) if (!one.closed && one.site === site && one.owner === owner) return one
  return undefined
}

/**
 * The rules for a command, to be run within one transaction: known already? its turn? permitted? then written, with its number, its
 * verdict and its record together.
 */
export function submitCommand(before: DeskTables, command: Command, sender: Sender, now: number): Decided {
  const only = (verdict: Verdict, tables = before): Decided => ({ tables, verdict, conversation: '', written: [] })
  if (!knowsSender(before, sender)) return only({ t: 'auth', code: 'required' })
  const tables = withSender(before, sender)
  const key = ownKey(sender, command.cmid)
  const body = bodyOf(command)
  const known = tables.verdicts.get(key)
  if (known?.body === TOMBSTONE) return only({ t: 'rejected', cmid: command.cmid, code: 'stale' })
  if (known && known.body !== body) return only({ t: 'rejected', cmid: command.cmid, code: 'conflict' })
  const outbox = ownKey(sender, command.outbox)
  const expectedN = (tables.heads.get(outbox) ?? 0) + 1
  const counted = () => ({ ...tables, heads: new Map(tables.heads).set(outbox, command.n) })
  // Known from another outbox: its number in this one is used up all the same, or what follows would wait for it.
  if (known) return only(again(known.verdict), command.n === expectedN ? counted() : before)
  if (command.n > expectedN) return only({ t: 'retry', code: 'gap', expectedN }, tables)
  if (command.n < expectedN) return only({ t: 'rejected', cmid: command.cmid, code: 'stale' }, tables)
  const decided = decide(tables, command, sender, now)
  return {
    ...decided,
    tables: {
      ...decided.tables,
      heads: counted().heads,
      verdicts: new Map(decided.tables.verdicts).set(key, { body, verdict: decided.verdict }),
    },
  }
}

/** The tables with one more record in a conversation; `record` is `null` where there is no such conversation. */
export function writeRecord(
  tables: DeskTables,
  id: Id,
  line: Omit<LogRecord, 'seq' | 'at'>,
  now: number,
): { readonly tables: DeskTables; readonly record: LogRecord | null } {
  const before = tables.conversations.get(id)
  if (!before) return { tables, record: null }
  const record: LogRecord = { ...line, seq: before.records.length + 1, at: now }
  const { fact } = record
  const after: DeskConversation = {
    ...before,
    records: [...before.records, record],
    closed: fact.kind === 'closed' || before.closed,
    ticket: fact.kind === 'deferred' ? fact.ticket : before.ticket,
  }
  return { tables: { ...tables, conversations: new Map(tables.conversations).set(id, after) }, record }
}

/** What is new for a replica that stands at `cursor`; the log from its start, where that is of another one. */
export function pageAfter(tables: DeskTables, sender: Sender, cursor: Cursor): Page {
  const { conversation, epoch, seq } = cursor
  const records = ownedBy(tables, sender, conversation)?.records
  if (!records) return pageOfNone(cursor)
  const sameLog = epoch === tables.epoch && seq <= records.length
  const from = sameLog ? seq : 0
  return pageOf(tables, conversation, records.slice(from, from + LIMITS.page), records.length, sameLog)
}

/** What came before `cursor`, as far as one page goes. */
export function pageBefore(tables: DeskTables, sender: Sender, cursor: Cursor): Page {
  const { conversation, epoch, seq } = cursor
  const records = ownedBy(tables, sender, conversation)?.records
  if (!records || epoch !== tables.epoch) return pageAfter(tables, sender, cursor)
  const end = Math.max(0, seq - 1)
  return pageOf(tables, conversation, records.slice(Math.max(0, end - LIMITS.page), end), records.length, true)
}

/** The answer to a hello of somebody who is known. */
export function welcomeOf(tables: DeskTables, { sender, cursors, pending }: Hello, now: number): Welcome {
  const verdicts = pending.flatMap(({ cmid }): readonly Verdict[] => {
    const known = tables.verdicts.get(ownKey(sender, cmid))?.verdict
    return known ? [again(known)] : []
  })
  const wanted = new Map(cursors.map((cursor) => [cursor.conversation, cursor]))
  const decided = verdicts.flatMap((verdict) => (verdict.t === 'committed' ? verdict.conversation : []))
  for (const conversation of [...decided, openOf(tables, sender)?.id ?? '']) {
    if (ownedBy(tables, sender, conversation) && !wanted.has(conversation))
      wanted.set(conversation, { conversation, epoch: tables.epoch, seq: 0 })
  }
  const pages = [...wanted.values()].flatMap((cursor) =>
    cursor.seq > 0 || ownedBy(tables, sender, cursor.conversation) ? pageAfter(tables, sender, cursor) : [],
  )
  const expectedN = (tables.heads.get(ownKey(sender, sender.outbox)) ?? 0) + 1
  return { t: 'welcome', verdicts, pages, expectedN, now }
}

function ownKey(sender: Sender, key: string): string {
  return JSON.stringify([sender.site, sender.owner, key])
}

function again(verdict: Verdict): Verdict {
  return verdict.t === 'committed' ? { ...verdict, dup: true } : verdict
}

function decide(before: DeskTables, command: Command, sender: Sender, now: number): Decided {
  const refuse = (code: RejectCode): Decided => ({
    tables: before,
    verdict: { t: 'rejected', cmid: command.cmid, code },
    conversation: '',
    written: [],
  })
  const heavy = encodedSize(command) > LIMITS.command
  if (heavy || (command.op === 'message' && command.content.kind === 'text' && command.content.text.length > LIMITS.message)) {
    return refuse('too_long')
  }
  if (command.op === 'skip') {
    // It has lost its race: what was to be taken back is in the log.
    if (before.verdicts.get(ownKey(sender, command.skips))?.verdict.t === 'committed') return refuse('stale')
    return skip(before, command, sender, now)
  }
  const joins = command.op === 'open' ? openOf(before, sender) : followTo(before, sender, command.conversation)
  // Somebody else's and nobody's are the same answer.
  if (!joins && command.op !== 'open') return refuse('forbidden')
  if (!joins && before.conversations.has(command.cmid)) return refuse('invalid')
  if (joins?.closed && command.op !== 'rate') return refuse('closed')
  const id = joins?.id ?? command.cmid
  const fresh = { id, site: sender.site, owner: sender.owner, closed: false, ticket: null, records: [] }
  let tables: DeskTables = joins ? before : { ...before, conversations: new Map(before.conversations).set(id, fresh) }
  const written: LogRecord[] = []
  const write = (line: Omit<LogRecord, 'seq' | 'at'>) => {
    if (line.fact.kind === 'deferred') tables = { ...tables, tickets: tables.tickets + 1 }
    const done = writeRecord(tables, id, line, now)
    tables = done.tables
    if (done.record) written.push(done.record)
  }
  write({ cmid: command.cmid, by: 'shopper', fact: factOf(command, tables, now) })
  if (command.op === 'open' && command.want === 'ticket') write({ by: 'desk', fact: deferred(tables, now) })
  return { tables, verdict: committed(command, id, written[0]?.seq ?? 0, now), conversation: id, written }
}

/** The conversation of a command; where its `open` joined another one, that one. */
function followTo(tables: DeskTables, sender: Sender, named: Id): DeskConversation | undefined {
  const opened = tables.verdicts.get(ownKey(sender, named))?.verdict
  return ownedBy(tables, sender, opened?.t === 'committed' ? opened.conversation : named)
}

/** The number is used up, and a late copy of what was discarded finds a stone in its place. */
function skip(tables: DeskTables, command: Extract<Command, { op: 'skip' }>, sender: Sender, now: number): Decided {
  const skipped = ownKey(sender, command.skips)
  const tomb = { body: TOMBSTONE, verdict: { t: 'rejected', cmid: command.skips, code: 'stale' } as const }
  const verdicts = new Map(tables.verdicts).set(skipped, tomb)
  const verdict = committed(command, command.conversation, 0, now)
  return { tables: { ...tables, verdicts }, verdict, conversation: '', written: [] }
}

function committed({ cmid }: Command, conversation: Id, seq: number, at: number): Verdict {
  return { t: 'committed', cmid, conversation, seq, at, dup: false }
}

function deferred({ tickets }: DeskTables, now: number): LogFact {
  return { kind: 'deferred', ticket: `T-${tickets + 1}`, due: now + TICKET_REPLY }
}

function factOf(command: Exclude<Command, { op: 'skip' }>, tables: DeskTables, now: number): LogFact {
  switch (command.op) {
    case 'open':
      return { kind: 'opened', want: command.want, packet: command.packet }
    case 'message':
      return command.content
    case 'defer':
      return deferred(tables, now)
    case 'close':
      return { kind: 'closed', resolved: true }
    case 'rate':
      return { kind: 'rated', score: command.score }
  }
}

function pageOf(tables: DeskTables, conversation: Id, records: readonly LogRecord[], head: number, sameLog: boolean): Page {
  let bytes = 0
  const fitting = records.filter((record, index) => {
    bytes += encodedSize(record)
    return index === 0 || bytes <= LIMITS.pageBytes
  })
  const page = { conversation, epoch: tables.epoch, records: fitting, head }
  return sameLog ? page : { ...page, reset: true }
}

/** What a command says, without how it travels: a copy that was numbered anew or followed a merge is still the same command. */
function bodyOf(command: Command): string {
  const { cmid: _cmid, conversation: _conversation, outbox: _outbox, n: _n, at: _at, ...op } = command
  return JSON.stringify(op)
}
