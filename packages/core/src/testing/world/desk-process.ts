import { parseWaiting } from '../../boundary/parse-verdict.js'
import type { Id } from '../../conversation/entry.js'
import { foldLog } from '../../delivery/log.js'
import type { Command, Cursor, Frame, Hello, LogFact, LogRecord, Sender, Verdict } from '../../delivery/protocol.js'
import { type DeskTables, knowsSender, openOf, ownedBy, withSender } from '../../desk/desk-rules.js'
import type { Chance } from './chance.js'
import { type Clock, createLife, type Life } from './clock.js'
import type { Database } from './database.js'
import type { Weather } from './faults.js'
import type { Habits, Rules } from './habits.js'

/** A process's end of a connection. */
export interface DeskEnd {
  /** Who said hello; `null` before. */
  sender: Sender | null
  send(message: unknown): void
  /** Ends it, as a process that goes does. */
  end(): void
}

/** What a shopper's side says to a process. */
export type Question = { readonly ask: number } & (
  | { readonly t: 'hello'; readonly hello: Hello }
  | { readonly t: 'submit'; readonly command: Command; readonly sender: Sender }
  | { readonly t: 'page'; readonly after: Cursor; readonly sender: Sender }
)

/** One process of the desk: it has connections, no memory worth keeping, and can end at any moment. */
export interface DeskProcess {
  readonly name: string
  readonly life: () => Life
  receive(end: DeskEnd, question: Question): void
  left(end: DeskEnd): void
  /** A person at the desk does something with a conversation that is open. */
  agent(name: string, deed: 'claim' | 'say' | 'note' | 'release' | 'close' | 'type' | 'read'): void
  /** Hears of a record from another process. */
  hear(news: News): void
  /** Ends at its `after`-th event from now. */
  crash(after: number): void
  /** Tells everybody to come back later, and ends. */
  leave(): void
  /** It is up, and will not end by itself. */
  start(): void
}

export interface News {
  readonly conversation: Id
  readonly epoch: Id
  readonly record: LogRecord
}

export interface DeskProcessParts {
  readonly clock: Clock
  readonly database: Database
  readonly weather: Weather
  readonly chance: Chance
  readonly rules: Rules
  readonly habits: Habits
  /** The desk's clock. */
  now(): number
  others(): readonly DeskProcess[]
  /** What an agent writes; unlike anything else in this world. */
  text(by: 'agent' | 'note'): string
  /** It has asked somebody to come again after so many milliseconds. */
  putOff(ms: number): void
  /** It has ended; `owing`: with commands committed that nobody was answered. */
  ended(owing: boolean): void
}

const HEAD_EVERY = 25_000

/** A process that is up. It runs the desk's rules in transactions of the database, and answers and tells after the commit. */
export function createDeskProcess(name: string, parts: DeskProcessParts): DeskProcess {
  const { clock, database, weather, chance, rules, habits } = parts
  let life = createLife(name)
  let ends = new Set<DeskEnd>()
  let owing = 0

  function reply(end: DeskEnd, ask: number, answer: unknown): void {
    end.send({ t: 'answer', ask, answer })
  }

  /** Trouble at the door, before anybody looks at what is asked. */
  function refusal(): 'busy' | 'unavailable' | 'auth' | null {
    if (weather.strikes('rate-limit')) return 'busy'
    if (weather.strikes('server-error')) return 'unavailable'
    if (weather.strikes('token-expiry') || weather.strikes('revocation')) return 'auth'
    return null
  }

  function wait(): number | string | undefined {
    const asked = chance.pick([0, 500, 5_000, 15_000, -1, 'soon', 86_400_000].slice(0, chance.happens(0.1) ? 7 : 6))
    parts.putOff(parseWaiting(asked) ?? 0)
    return asked
  }

  async function hello(end: DeskEnd, ask: number, said: Hello): Promise<void> {
    const trouble = refusal()
    if (trouble) return reply(end, ask, { t: 'refused', code: trouble, after: trouble === 'busy' ? wait() : undefined })
    const known = await database.transact(life, 'hello', (tables) => {
      const knows = knowsSender(tables, said.sender)
      return { tables: knows ? withSender(tables, said.sender) : tables, result: knows }
    })
    if (known === null) return reply(end, ask, { t: 'refused', code: 'unavailable' })
    if (!known) return reply(end, ask, { t: 'refused', code: 'auth' })
    // First, so that nothing that is written from here on is missed.
    end.sender = said.sender
    ends.add(end)
    const welcome = await database.read(life, 'welcome', (tables) => rules.welcomeOf(tables, said, parts.now()))
    reply(end, ask, welcome ?? { t: 'refused', code: 'unavailable' })
    beat(end)
  }

  function beat(end: DeskEnd): void {
    clock.at(HEAD_EVERY, 'beats', life, () => {
      if (!ends.has(end) || !end.sender) return
      const tables = database.tables()
      const open = openOf(tables, end.sender)
      if (open) end.send(frame({ t: 'head', conversation: open.id, epoch: tables.epoch, seq: open.records.length }))
      beat(end)
    })
  }

  async function submit(end: DeskEnd, ask: number, command: Command, sender: Sender): Promise<void> {
    const trouble = refusal()
    const code = trouble === 'busy' ? 'rate_limited' : 'unavailable'
    if (trouble === 'auth') return reply(end, ask, { t: 'auth', code: 'expired' })
    if (trouble) return reply(end, ask, { t: 'retry', code, after: trouble === 'busy' ? wait() : undefined })
    const early = habits.decides === 'before' ? database.tables() : null
    const decide = (tables: DeskTables) => rules.submitCommand(early ?? tables, command, sender, parts.now())
    if (habits.answers === 'before-commit') reply(end, ask, decide(database.tables()).verdict)
    if (habits.tells === 'before-commit') {
      const { conversation, written, tables } = decide(database.tables())
      tell(conversation, tables.epoch, written)
    }
    const decided = await database.transact(life, command.op, (tables) => {
      const result = decide(tables)
      owing++
      return { tables: result.tables, result }
    })
    owing = Math.max(0, owing - 1)
    if (habits.answers === 'after-commit') {
      reply(end, ask, decided?.verdict ?? failure(command))
    }
    if (decided && habits.tells === 'after-commit') tell(decided.conversation, decided.tables.epoch, decided.written)
  }

  function failure({ cmid, conversation }: Command): Verdict {
    if (habits.afterFailure === 'committed') return { t: 'committed', cmid, conversation, seq: 1, at: parts.now(), dup: false }
    return { t: 'retry', code: 'unavailable' }
  }

  async function page(end: DeskEnd, ask: number, after: Cursor, sender: Sender): Promise<void> {
    const trouble = refusal()
    if (trouble) return reply(end, ask, { t: 'refused', code: trouble })
    const answer = await database.read(life, 'page', (tables) =>
      knowsSender(tables, sender) ? rules.pageAfter(tables, sender, after) : ({ t: 'refused', code: 'auth' } as const),
    )
    reply(end, ask, answer ?? { t: 'refused', code: 'unavailable' })
  }

  function tell(conversation: Id, epoch: Id, written: readonly LogRecord[]): void {
    for (const record of written) {
      const news = { conversation, epoch, record }
      for (const process of [self, ...parts.others()]) {
        if (weather.strikes('lost-broadcast')) continue
        if (process === self) hear(news)
        else clock.at(chance.between(0.5, 8), 'hears news', process.life(), () => process.hear(news))
      }
    }
  }

  function hear({ conversation, epoch, record }: News): void {
    sendTo(conversation, { t: 'record', conversation, epoch, record })
  }

  function sendTo(conversation: Id, said: Frame): void {
    const tables = database.tables()
    for (const end of [...ends]) {
      if (end.sender && (habits.tellsWhom === 'everybody' || ownedBy(tables, end.sender, conversation))) end.send(frame(said))
    }
  }

  async function agent(person: string, deed: Parameters<DeskProcess['agent']>[1]): Promise<void> {
    const chosen = await database.read(life, 'the inbox', ({ conversations }) =>
      chance.pick([...conversations.values()].filter(({ closed }) => !closed)),
    )
    if (!chosen) return
    const { id } = chosen
    if (deed === 'type') return sendTo(id, { t: 'hint', hint: { type: 'typing', conversation: id, by: 'agent', name: person } })
    if (deed === 'read') {
      // Now and then a receipt comes late.
      const seq = chance.happens(0.3) ? chance.below(chosen.records.length + 1) : chosen.records.length
      return sendTo(id, { t: 'hint', hint: { type: 'read', conversation: id, by: 'agent', seq } })
    }
    if (deed === 'note') {
      const text = parts.text('note')
      if (habits.notes === 'told') {
        const seq = chosen.records.length + 1
        const record = { seq, at: parts.now(), by: 'agent', name: person, fact: { kind: 'text', text } } as const
        tell(id, database.tables().epoch, [record])
      }
      return
    }
    const done = await database.transact(life, `${person}'s ${deed}`, (tables) => {
      const conversation = tables.conversations.get(id)
      const fact = conversation && !conversation.closed ? factOf(person, deed, conversation.records) : null
      if (!fact) return { tables, result: null }
      const { tables: after, record } = rules.writeRecord(tables, id, { by: 'agent', name: person, fact }, parts.now())
      return { tables: after, result: record && { record, epoch: after.epoch } }
    })
    if (done) tell(id, done.epoch, [done.record])
  }

  /** Within the transaction, so that of two who reach for it one gets it. */
  function factOf(person: string, deed: string, records: readonly LogRecord[]): LogFact | null {
    const { status, agent: owner } = foldLog(records)
    const mine = status === 'live' && owner === person
    if (deed === 'claim') return status === 'live' ? null : { kind: 'claimed', agent: person }
    if (!mine) return null
    if (deed === 'say') return { kind: 'text', text: parts.text('agent') }
    return deed === 'release' ? { kind: 'released' } : { kind: 'closed', resolved: true }
  }

  function end(): void {
    life.gone = true
    for (const one of [...ends]) one.end()
    ends = new Set()
    parts.ended(owing > 0)
    owing = 0
  }

  const self: DeskProcess = {
    name,
    life: () => life,
    receive(one, question) {
      if (life.gone) return
      switch (question.t) {
        case 'hello':
          return void hello(one, question.ask, question.hello)
        case 'submit':
          return void submit(one, question.ask, question.command, question.sender)
        case 'page':
          return void page(one, question.ask, question.after, question.sender)
      }
    },
    left: (one) => void ends.delete(one),
    agent: (person, deed) => void agent(person, deed),
    hear,
    crash(after) {
      if (life.gone) return
      let left = after
      life.before = () => {
        if (left-- > 0) return true
        end()
        return false
      }
    },
    leave() {
      if (life.gone) return
      for (const one of ends) one.send(frame({ t: 'going-away', after: chance.between(0, 5_000) }))
      end()
    },
    start() {
      if (life.gone) life = createLife(name)
      // An end that was still to come does not.
      life.before = undefined
    },
  }
  return self
}

function frame(said: Frame): unknown {
  return { t: 'frame', frame: said }
}
