import type { Desk } from '../adapter.js'
import type { Id } from '../conversation/entry.js'
import {
  type Command,
  type Frame,
  type Hint,
  type LogFact,
  type LogRecord,
  type Page,
  PROTOCOL,
  type Refused,
  type Sender,
  type Verdict,
} from '../delivery/protocol.js'
import type { Environment } from '../environment.js'
import {
  type DeskConversation,
  type DeskTables,
  knowsSender,
  noTables,
  openOf,
  ownedBy,
  pageAfter,
  pageBefore,
  submitCommand,
  welcomeOf,
  withSender,
  writeRecord,
} from './desk-rules.js'

export type { DeskConversation } from './desk-rules.js'

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
  readonly tables: DeskTables
}

interface Wire {
  readonly sender: Sender
  readonly sink: (frame: Frame) => void
}

const HEAD_EVERY = 25_000

/**
 * The rules of an exact desk without a database: one log per conversation, every command at most once, in the order of its outbox.
 * The demo's desk, the tests' desk, and with `desk-rules.ts` the shortest complete answer to what a desk has to do.
 *
 * @example
 * const desk = createMemoryDesk(platform)
 * desk.watch((news) => news.type === 'recorded' && console.log(news.record))
 * desk.record(conversation, 'agent', { kind: 'text', text: 'Hello' }, 'Maya')
 */
export function createMemoryDesk(environment: Pick<Environment, 'now' | 'id' | 'later'>): MemoryDesk {
  let tables = noTables(environment.id())
  const wires = new Set<Wire>()
  const listeners = new Set<(news: DeskNews) => void>()

  function knows(sender: Sender): boolean {
    const known = knowsSender(tables, sender)
    if (known) tables = withSender(tables, sender)
    return known
  }

  function tell(id: Id, records: readonly LogRecord[]): void {
    for (const record of records) {
      send(id, { t: 'record', conversation: id, epoch: tables.epoch, record })
      for (const listener of [...listeners]) listener({ type: 'recorded', conversation: id, record })
    }
  }

  function send(id: Id, frame: Frame): void {
    for (const wire of [...wires]) if (ownedBy(tables, wire.sender, id)) wire.sink(frame)
  }

  function submit(command: Command, sender: Sender): Verdict {
    const decided = submitCommand(tables, command, sender, environment.now())
    tables = decided.tables
    // Those who listen hear of it after everything that belongs to the same transaction is written.
    tell(decided.conversation, decided.written)
    return decided.verdict
  }

  return {
    guarantee: 'exact',
    async open(hello, sink, signal) {
      if (signal.aborted) return { t: 'refused', code: 'unavailable' }
      if (hello.v !== PROTOCOL) return { t: 'refused', code: 'upgrade' }
      if (!knows(hello.sender)) return { t: 'refused', code: 'auth', why: 'required' }
      const wire: Wire = {
        sender: hello.sender,
        sink: (frame) => wires.has(wire) && sink(frame),
      }
      wires.add(wire)
      let cancel = environment.later(beat, HEAD_EVERY)
      function beat(): void {
        if (!wires.has(wire)) return
        const current = openOf(tables, wire.sender)
        if (current) sink({ t: 'head', conversation: current.id, epoch: tables.epoch, seq: current.records.length })
        cancel = environment.later(beat, HEAD_EVERY)
      }
      signal.addEventListener('abort', () => {
        wires.delete(wire)
        cancel()
      })
      return welcomeOf(tables, hello, environment.now())
    },
    submit: async (command, sender, signal) => (signal.aborted ? { t: 'retry', code: 'timeout' } : submit(command, sender)),
    async page(from, sender, signal): Promise<Page | Refused> {
      if (signal.aborted) return { t: 'refused', code: 'unavailable' }
      if (!knows(sender)) return { t: 'refused', code: 'auth', why: 'required' }
      return 'after' in from ? pageAfter(tables, sender, from.after) : pageBefore(tables, sender, from.before)
    },
    hint(hint) {
      for (const listener of [...listeners]) listener({ type: 'hinted', hint })
    },
    conversations: () => [...tables.conversations.values()],
    record(id, by, fact, person) {
      const done = writeRecord(tables, id, person === undefined ? { by, fact } : { by, fact, name: person }, environment.now())
      tables = done.tables
      if (done.record) tell(id, [done.record])
    },
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
    backup: () => ({ tables }),
    restore(backup) {
      tables = { ...backup.tables, epoch: environment.id() }
      this.hangUp()
    },
  }
}
