import type { Desk } from '../adapter.js'
import type { Id } from '../conversation/entry.js'
import { encodedSize } from '../delivery/encoded-size.js'
import {
  type Command,
  type Cursor,
  type Frame,
  type Hello,
  type Hint,
  type LogFact,
  type LogRecord,
  type Page,
  PROTOCOL,
  type Refused,
  type RejectCode,
  type Sender,
  type Verdict,
  type Welcome,
} from '../delivery/protocol.js'
import type { Environment } from '../environment.js'
import { LIMITS } from '../limits.js'

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

/** What happened at the desk, for whoever plays the person behind it. */
export type DeskNews =
  | {
      readonly type: 'recorded'
      readonly conversation: Id
      readonly record: LogRecord
    }
  | { readonly type: 'hinted'; readonly hint: Hint }

/** A desk in memory, with the person's side of the counter next to the shopper's. */
export interface MemoryDesk extends Desk {
  /** What the desk knows, oldest conversation first. */
  conversations(): readonly DeskConversation[]
  /** Writes into the log as the desk or a person. */
  record(conversation: Id, by: 'agent' | 'desk', fact: LogFact, person?: string): void
  /** Lets every open wire of the conversation hear a hint. */
  whisper(hint: Hint): void
  /** Calls `listener` after each record and for each hint of a shopper; the answer takes it back. */
  watch(listener: (news: DeskNews) => void): () => void
  /** Breaks every wire, as a restart does. Nothing that was committed is lost. */
  hangUp(): void
  /** What a backup holds now; `restore` brings it back, with another epoch. */
  backup(): Backup
  restore(backup: Backup): void
}

/** What a desk held at a moment. */
export interface Backup {
  readonly kept: Kept
}

interface Kept {
  /** Hashes in a real desk. */
  readonly secrets: ReadonlyMap<string, string>
  readonly conversations: ReadonlyMap<Id, DeskConversation>
  /** The highest `n` per outbox. */
  readonly heads: ReadonlyMap<string, number>
  /** The final verdict per site, owner and cmid, with what it was about. */
  readonly verdicts: ReadonlyMap<string, { readonly body: string; readonly verdict: Verdict }>
}

interface Wire {
  readonly sender: Sender
  readonly sink: (frame: Frame) => void
}

const HEAD_EVERY = 25_000
const TICKET_REPLY = 86_400_000

/**
 * The rules of an exact desk without a database: one log per conversation, every command at most once, in the order of its outbox.
 * The demo's desk, the tests' desk, and the shortest complete answer to what a desk has to do.
 *
 * @example
 * const desk = createMemoryDesk(platform)
 * desk.watch((news) => news.type === 'recorded' && console.log(news.record))
 * desk.record(conversation, 'agent', { kind: 'text', text: 'Hello' }, 'Maya')
 */
export function createMemoryDesk(environment: Pick<Environment, 'now' | 'id' | 'later'>): MemoryDesk {
  let kept: Kept = {
    secrets: new Map(),
    conversations: new Map(),
    heads: new Map(),
    verdicts: new Map(),
  }
  let epoch = environment.id()
  let tickets = 1_000
  const wires = new Set<Wire>()
  const listeners = new Set<(news: DeskNews) => void>()

  const own = (sender: Sender, key: string) => JSON.stringify([sender.site, sender.owner, key])

  function knows(sender: Sender): boolean {
    const key = own(sender, '')
    const secret = kept.secrets.get(key)
    if (secret === undefined)
      kept = {
        ...kept,
        secrets: new Map(kept.secrets).set(key, sender.secret),
      }
    return secret === undefined ? sender.secret !== '' : secret === sender.secret
  }

  function owned(sender: Sender, id: Id): DeskConversation | undefined {
    const conversation = kept.conversations.get(id)
    return conversation?.site === sender.site && conversation.owner === sender.owner ? conversation : undefined
  }

  function open(sender: Sender): DeskConversation | undefined {
    return [...kept.conversations.values()].find(
      ({ closed, site, owner }) => !closed && site === sender.site && owner === sender.owner,
    )
  }

  /** Writes one record; those who listen hear of it after everything that belongs to the same transaction is written. */
  function write(id: Id, line: Omit<LogRecord, 'seq' | 'at'>): LogRecord | null {
    const before = kept.conversations.get(id)
    if (!before) return null
    const record: LogRecord = {
      ...line,
      seq: before.records.length + 1,
      at: environment.now(),
    }
    const { fact } = record
    const after: DeskConversation = {
      ...before,
      records: [...before.records, record],
      closed: fact.kind === 'closed' || before.closed,
      ticket: fact.kind === 'deferred' ? fact.ticket : before.ticket,
    }
    kept = {
      ...kept,
      conversations: new Map(kept.conversations).set(id, after),
    }
    return record
  }

  function tell(id: Id, records: readonly (LogRecord | null)[]): void {
    for (const record of records) {
      if (!record) continue
      send(id, { t: 'record', conversation: id, epoch, record })
      for (const listener of [...listeners]) listener({ type: 'recorded', conversation: id, record })
    }
  }

  function send(id: Id, frame: Frame): void {
    const conversation = kept.conversations.get(id)
    for (const wire of [...wires]) if (conversation && owned(wire.sender, id)) wire.sink(frame)
  }

  function submit(command: Command, sender: Sender): Verdict {
    if (!knows(sender)) return { t: 'auth', code: 'required' }
    const key = own(sender, command.cmid)
    const body = bodyOf(command)
    const known = kept.verdicts.get(key)
    if (known?.body === TOMBSTONE) return { t: 'rejected', cmid: command.cmid, code: 'stale' }
    if (known && known.body !== body) return { t: 'rejected', cmid: command.cmid, code: 'conflict' }
    if (known) return known.verdict.t === 'committed' ? { ...known.verdict, dup: true } : known.verdict
    const outbox = own(sender, command.outbox)
    const expectedN = (kept.heads.get(outbox) ?? 0) + 1
    if (command.n > expectedN) return { t: 'retry', code: 'gap', expectedN }
    if (command.n < expectedN) return { t: 'rejected', cmid: command.cmid, code: 'stale' }
    const [verdict, conversation, written] = decide(command, sender)
    kept = {
      ...kept,
      heads: new Map(kept.heads).set(outbox, command.n),
      verdicts: new Map(kept.verdicts).set(key, { body, verdict }),
    }
    tell(conversation, written)
    return verdict
  }

  function decide(command: Command, sender: Sender): readonly [Verdict, Id, readonly (LogRecord | null)[]] {
    const refuse = (code: RejectCode) => [{ t: 'rejected', cmid: command.cmid, code }, '', []] as const
    const heavy = encodedSize(command) > LIMITS.command
    if (heavy || (command.op === 'message' && command.content.kind === 'text' && command.content.text.length > LIMITS.message)) {
      return refuse('too_long')
    }
    if (command.op === 'skip') {
      const skipped = own(sender, command.skips)
      const tomb = {
        body: TOMBSTONE,
        verdict: { t: 'rejected', cmid: command.skips, code: 'stale' } as const,
      }
      if (!kept.verdicts.has(skipped)) kept = { ...kept, verdicts: new Map(kept.verdicts).set(skipped, tomb) }
      return [committed(command, command.conversation, 0), '', []]
    }
    const joins = command.op === 'open' ? open(sender) : owned(sender, command.conversation)
    if (!joins && (command.op !== 'open' || kept.conversations.has(command.cmid))) return refuse('invalid')
    if (joins?.closed && command.op !== 'rate') return refuse('closed')
    if (!joins) {
      const fresh = {
        id: command.cmid,
        site: sender.site,
        owner: sender.owner,
        closed: false,
        ticket: null,
        records: [],
      }
      kept = {
        ...kept,
        conversations: new Map(kept.conversations).set(command.cmid, fresh),
      }
    }
    const id = joins?.id ?? command.cmid
    const record = write(id, {
      cmid: command.cmid,
      by: 'shopper',
      fact: factOf(command),
    })
    const promise = command.op === 'open' && command.want === 'ticket' ? write(id, { by: 'desk', fact: deferred() }) : null
    return [committed(command, id, record?.seq ?? 0), id, [record, promise]]
  }

  function committed({ cmid }: Command, conversation: Id, seq: number): Verdict {
    return {
      t: 'committed',
      cmid,
      conversation,
      seq,
      at: environment.now(),
      dup: false,
    }
  }

  function deferred(): LogFact {
    return {
      kind: 'deferred',
      ticket: `T-${++tickets}`,
      due: environment.now() + TICKET_REPLY,
    }
  }

  function factOf(command: Exclude<Command, { op: 'skip' }>): LogFact {
    switch (command.op) {
      case 'open':
        return { kind: 'opened', want: command.want, packet: command.packet }
      case 'message':
        return command.content
      case 'defer':
        return deferred()
      case 'close':
        return { kind: 'closed', resolved: true }
      case 'rate':
        return { kind: 'rated', score: command.score }
    }
  }

  function pageAfter(sender: Sender, { conversation, epoch: theirs, seq }: Cursor): Page {
    // A conversation of somebody else and one that there is not look the same.
    const records = owned(sender, conversation)?.records ?? []
    const sameLog = theirs === epoch && seq <= records.length
    const from = sameLog ? seq : 0
    return pageOf(conversation, records.slice(from, from + LIMITS.page), records.length, sameLog)
  }

  function pageOf(conversation: Id, records: readonly LogRecord[], head: number, sameLog: boolean): Page {
    let bytes = 0
    const fitting = records.filter((record, index) => {
      bytes += encodedSize(record)
      return index === 0 || bytes <= LIMITS.pageBytes
    })
    const page = { conversation, epoch, records: fitting, head }
    return sameLog ? page : { ...page, reset: true }
  }

  function welcome({ sender, cursors, pending }: Hello): Welcome {
    const verdicts = pending.flatMap(({ cmid }): readonly Verdict[] => {
      const known = kept.verdicts.get(own(sender, cmid))?.verdict
      if (!known) return []
      return [known.t === 'committed' ? { ...known, dup: true } : known]
    })
    const current = open(sender)
    const asked = new Set(cursors.map(({ conversation }) => conversation))
    const others = current && !asked.has(current.id) ? [{ conversation: current.id, epoch, seq: 0 }] : []
    const pages = [...cursors, ...others].map((cursor) => pageAfter(sender, cursor))
    const expectedN = (kept.heads.get(own(sender, sender.outbox)) ?? 0) + 1
    return { t: 'welcome', verdicts, pages, expectedN, now: environment.now() }
  }

  return {
    guarantee: 'exact',
    async open(hello, sink, signal) {
      if (signal.aborted) return { t: 'refused', code: 'unavailable' }
      if (hello.v !== PROTOCOL) return { t: 'refused', code: 'upgrade' }
      if (!knows(hello.sender)) return { t: 'refused', code: 'auth' }
      const wire: Wire = {
        sender: hello.sender,
        sink: (frame) => wires.has(wire) && sink(frame),
      }
      wires.add(wire)
      let cancel = environment.later(beat, HEAD_EVERY)
      function beat(): void {
        if (!wires.has(wire)) return
        const current = open(wire.sender)
        if (current)
          sink({
            t: 'head',
            conversation: current.id,
            epoch,
            seq: current.records.length,
          })
        cancel = environment.later(beat, HEAD_EVERY)
      }
      signal.addEventListener('abort', () => {
        wires.delete(wire)
        cancel()
      })
      return welcome(hello)
    },
    submit: async (command, sender, signal) => (signal.aborted ? { t: 'retry', code: 'timeout' } : submit(command, sender)),
    async page(from, sender, signal): Promise<Page | Refused> {
      if (signal.aborted) return { t: 'refused', code: 'unavailable' }
      if (!knows(sender)) return { t: 'refused', code: 'auth' }
      if ('after' in from) return pageAfter(sender, from.after)
      const records = owned(sender, from.before.conversation)?.records ?? []
      const end = Math.max(0, from.before.seq - 1)
      return pageOf(from.before.conversation, records.slice(Math.max(0, end - LIMITS.page), end), records.length, true)
    },
    hint(hint) {
      for (const listener of [...listeners]) listener({ type: 'hinted', hint })
    },
    conversations: () => [...kept.conversations.values()],
    record: (id, by, fact, person) => tell(id, [write(id, person === undefined ? { by, fact } : { by, fact, name: person })]),
    whisper: (hint) => send(hint.conversation, { t: 'hint', hint }),
    watch(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    hangUp() {
      for (const wire of [...wires]) {
        wire.sink({ t: 'down' })
        wires.delete(wire)
      }
    },
    backup: () => ({ kept }),
    restore(backup) {
      kept = backup.kept
      epoch = environment.id()
      this.hangUp()
    },
  }
}

const TOMBSTONE = 'skipped'

/** What a command says, without how it travels: a copy that was numbered anew or followed a merge is still the same command. */
function bodyOf(command: Command): string {
  const { cmid: _cmid, conversation: _conversation, outbox: _outbox, n: _n, at: _at, ...op } = command
  return JSON.stringify(op)
}
