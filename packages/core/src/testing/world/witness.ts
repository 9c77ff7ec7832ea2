import type { Id } from '../../conversation/entry.js'
import type { LogRecord } from '../../delivery/protocol.js'
import type { DeskTables } from '../../desk/desk-rules.js'
import { FAULTS, type Fault } from './faults.js'
import { SOMETIMES, type Sometimes } from './sometimes.js'
import { textsOfRecord } from './texts.js'

/** Why a text may be gone: each is something that the shopper was told of, did, or that nobody can help. */
export type Excuse = 'storage' | 'left' | 'restored' | 'closed-tab' | 'discarded'

/** Something that a shopper has typed. No two texts of a world are the same. */
export interface Typed {
  readonly text: string
  /** Counts what was typed in the world. */
  readonly order: number
  readonly tab: string
  readonly device: string
  /** Who typed; `null` where the page still showed somebody who had left on another tab. */
  person: number | null
  /** To the person, not to the bot. */
  toPerson: boolean
  /** The chat has said that it is kept. */
  done: boolean
  excuse: Excuse | null
  /** Said in a conversation that was over before a restore: it is not sent again, though the device still has it. */
  over: boolean
  /** Sent again by the shopper, as a new message. */
  retried: boolean
  /** Discarded by the shopper; it may have been sent all the same. */
  discarded: boolean
}

/** Sees everything, and interferes with nothing: what invariants compare the world with. */
export interface Witness {
  readonly typed: readonly Typed[]
  readonly find: (text: string) => Typed | undefined
  /** What was typed and is not yet at the desk, nor given up: what must be kept elsewhere. */
  unsettled(): readonly Typed[]
  /** Texts that the desk's database has held more than once. */
  readonly repeated: ReadonlySet<string>
  /** Texts of internal notes. */
  readonly notes: ReadonlySet<string>
  /** Every cmid that was ever committed, also in a log that a restore has thrown away. */
  readonly committed: ReadonlySet<Id>
  /** In which order an outbox's numbers were committed: the last one of each. */
  readonly disorder: readonly string[]
  /** Every own text in the desk's database, with how many records hold it. */
  readonly logged: ReadonlyMap<string, number>
  /** Who was before the device when an owner came to be; `null` where that can no longer be said. */
  readonly owners: ReadonlyMap<Id, number | null>
  /** Lines of the bot that were said while no person was called. */
  readonly saidByBot: ReadonlySet<Id>
  readonly fired: Readonly<Record<Fault, number>>
  readonly sometimes: Readonly<Record<Sometimes, number>>
  readonly commits: number
  readonly handoffs: number
  readonly inFlight: boolean
  /** Counts restores of the database. */
  readonly restores: number
  /** Whether the owner has left in that very tab. */
  hasLeft(tab: string, owner: Id): boolean
}

export interface WritableWitness extends Witness {
  type(typed: Omit<Typed, 'order' | 'done' | 'excuse' | 'over' | 'retried' | 'discarded' | 'toPerson' | 'text'>): Typed
  text(by: 'agent' | 'note'): string
  fire(fault: Fault): void
  see(what: Sometimes): void
  flight(now: boolean): void
  owner(owner: Id, person: number): void
  /** It cannot be said any more who this is. */
  doubt(owner: Id): void
  botSaid(line: Id): void
  /** The database went from `before` to `after`. */
  follow(before: DeskTables, after: DeskTables): void
  /** Those of these texts that are neither at the desk nor `kept` may be gone. */
  excuse(whose: (typed: Typed) => boolean, why: Excuse, kept?: ReadonlySet<string>): void
  /** What is being written in other tabs of the device while a shopper leaves in this one. */
  leaveBehind(device: string, tab: string): void
  /** Somebody's story begins with these texts. */
  begin(texts: ReadonlySet<string>): void
  /** Those of these texts that are not at the desk do not come again; whoever has them keeps them. */
  end(texts: ReadonlySet<string>): void
  /** The shopper whom a tab has shown leaves there. */
  leave(tab: string, owner: Id): void
}

/** A witness that has seen nothing yet. */
export function createWitness(): WritableWitness {
  const typed: Typed[] = []
  const byText = new Map<string, Typed>()
  const notes = new Set<string>()
  const committed = new Set<Id>()
  const disorder: string[] = []
  const owners = new Map<Id, number | null>()
  const lostOnce = new Set<string>()
  const saidByBot = new Set<Id>()
  const last = new Map<string, number>()
  const repeated = new Set<string>()
  const left = new Set<string>()
  const underWay = new Set<string>()
  let unsettled: Typed[] = []
  const fired = Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>
  const sometimes = Object.fromEntries(SOMETIMES.map((name) => [name, 0])) as Record<Sometimes, number>
  let logged = new Map<string, number>()
  let commits = 0
  let handoffs = 0
  let inFlight = false
  let restores = 0
  let said = 0

  function take(record: LogRecord, conversation: Id): void {
    for (const text of textsOfRecord(record)) {
      const times = logged.get(text) ?? 0
      if (record.fact.kind === 'opened') logged.set(text, Math.max(times, 1))
      else if (record.fact.kind === 'text') logged.set(text, times + 1)
      if (times > 0) repeated.add(text)
    }
    if (record.cmid !== undefined) {
      commits++
      committed.add(record.cmid)
    }
    if (record.fact.kind === 'opened') handoffs++
    const [text] = record.fact.kind === 'text' ? textsOfRecord(record) : []
    const one = text === undefined ? undefined : byText.get(text)
    if (!one || one.retried || lostOnce.has(one.text)) return
    const line = `${conversation} ${one.tab}`
    if (one.order < (last.get(line) ?? -1)) disorder.push(`"${one.text}" was committed after what was typed later`)
    last.set(line, one.order)
  }

  return {
    typed,
    find: (text) => byText.get(text),
    unsettled() {
      const isSettled = ({ text, excuse, discarded }: Typed) => excuse !== null || discarded || logged.has(text)
      if (unsettled.some(isSettled)) unsettled = unsettled.filter((one) => !isSettled(one))
      return unsettled
    },
    repeated,
    notes,
    committed,
    disorder,
    get logged() {
      return logged
    },
    owners,
    saidByBot,
    fired,
    sometimes,
    get commits() {
      return commits
    },
    get handoffs() {
      return handoffs
    },
    get inFlight() {
      return inFlight
    },
    get restores() {
      return restores
    },
    type(given) {
      const order = typed.length
      const one: Typed = {
        ...given,
        order,
        text: `t${order} · ¿wörds 🔔?`,
        toPerson: false,
        done: false,
        excuse: null,
        over: false,
        retried: false,
        discarded: false,
      }
      typed.push(one)
      unsettled.push(one)
      byText.set(one.text, one)
      return one
    },
    text(by) {
      const text = `${by} ${++said}`
      if (by === 'note') notes.add(text)
      return text
    },
    fire(fault) {
      if (inFlight) fired[fault]++
    },
    see(what) {
      if (inFlight) sometimes[what]++
    },
    botSaid: (line) => void saidByBot.add(line),
    flight(now) {
      inFlight = now
    },
    owner(owner, person) {
      if (!owners.has(owner)) owners.set(owner, person)
    },
    doubt: (owner) => void owners.set(owner, null),
    follow(before, after) {
      if (after.epoch !== before.epoch || isShorter(before, after)) {
        restores++
        const had = logged
        logged = new Map()
        // What was at the desk may have to be kept elsewhere again.
        unsettled = [...typed]
        last.clear()
        const kept = { commits, handoffs }
        for (const { id, records } of after.conversations.values()) for (const record of records) take(record, id)
        // They come again behind what goes to the desk by the other way in, which knows of no logs.
        for (const text of had.keys()) if (!logged.has(text)) lostOnce.add(text)
        commits = kept.commits
        handoffs = kept.handoffs
        return
      }
      for (const [id, conversation] of after.conversations) {
        const known = before.conversations.get(id)
        if (known === conversation) continue
        for (const record of conversation.records.slice(known?.records.length ?? 0)) take(record, id)
      }
    },
    hasLeft: (tab, owner) => left.has(`${tab} ${owner}`),
    leaveBehind(device, tab) {
      for (const one of typed) if (!one.done && one.device === device && one.tab !== tab) underWay.add(one.text)
    },
    begin(texts) {
      // An emptied store does not say why it is empty: what was under way in it begins anew, after a wipe as after a logout.
      for (const one of typed) if (underWay.has(one.text) && texts.has(one.text)) one.person = null
    },
    leave: (tab, owner) => void left.add(`${tab} ${owner}`),
    end(texts) {
      for (const one of typed) if (texts.has(one.text) && !logged.has(one.text)) one.over = true
    },
    excuse(whose, why, kept) {
      for (const one of typed) {
        if (!one.excuse && whose(one) && !logged.has(one.text) && !kept?.has(one.text)) one.excuse = why
      }
    },
  }
}

/** It has lost records, as a restore does. */
function isShorter(before: DeskTables, after: DeskTables): boolean {
  for (const [id, { records }] of before.conversations) {
    if ((after.conversations.get(id)?.records.length ?? 0) < records.length) return true
  }
  return false
}
