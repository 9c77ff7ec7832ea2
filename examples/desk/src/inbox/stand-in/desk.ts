import type { LogFact, LogRecord, Packet } from '@shopbell/core'
import type { Detail, Me, Row } from '../../agent-api.js'
import type { Answer, Api, Refusal } from '../api.js'
import { createInbox } from '../inbox-store.js'
import type { NewsListener } from '../news.js'
import { placeOf } from '../place.js'
import type { Parts } from '../store/outside-parts.js'

/** The moment at which the stand-in's clock begins: a Thursday in November. */
export const NOON = Date.UTC(2026, 10, 26, 12)

/** A packet with sensible contents, and what a test wants otherwise. */
export function packetWith(over: Partial<Packet> = {}): Packet {
  return {
    schema: 'shopbell.handoff/1',
    conversation: 'c1',
    reason: { code: 'order-late', because: 'where is my parcel' },
    priority: 'normal',
    team: null,
    summary: 'The parcel was promised for Thursday.',
    facts: {
      name: { value: 'Marieke de Vries', source: 'shopper', verified: false, at: NOON },
      email: { value: 'marieke@example.org', source: 'shopper', verified: false, at: NOON },
    },
    order: null,
    tried: [],
    story: [],
    omitted: 0,
    shortened: 0,
    attachments: [],
    product: null,
    cart: null,
    customer: {},
    redactions: 0,
    timings: { began: 0, sealed: 0 },
    page: 'https://shop.example/lantern',
    locale: 'en',
    zone: 'Europe/Brussels',
    opened: NOON,
    flow: 'storefront@1',
    ...over,
  }
}

/** A row in the queue, and what a test wants otherwise. */
export function rowWith(over: Partial<Row> = {}): Row {
  return {
    id: 'c1',
    status: 'queued',
    who: 'Marieke',
    reason: 'order-late',
    summary: 'The parcel was promised for Thursday.',
    priority: 'normal',
    opened: NOON,
    last: null,
    agent: null,
    ticket: null,
    due: null,
    answered: null,
    promised: null,
    unread: 0,
    ...over,
  }
}

/** A conversation that has been opened and nothing else, and what a test wants otherwise. */
export function detailWith(over: Partial<Detail> = {}): Detail {
  const packet = over.packet ?? packetWith()
  return {
    ...rowWith(),
    packet,
    records: [recordOf(1, 'shopper', { kind: 'opened', want: 'live', packet })],
    notes: [],
    order: { found: null, differs: [] },
    verified: {},
    wait: null,
    mailed: null,
    rating: null,
    ...over,
  }
}

/** A line of the log. */
export function recordOf(seq: number, by: LogRecord['by'], fact: LogFact, more: Partial<LogRecord> = {}): LogRecord {
  return { seq, at: NOON + seq * 1_000, by, fact, ...more }
}

/** A text in the log. */
export const said = (text: string): LogFact => ({ kind: 'text', text })

/** A desk without a server: what it answers is set by the test, what it was asked is listed. */
export function standInDesk() {
  const asked: string[] = []
  const me: Me = { agent: 'a1', name: 'Ada', site: 'Lantern', passwordRequired: false, currency: 'EUR' }
  const conversations = new Map<string, Detail>()
  /** The next answers to a call, by its name; without one the desk does what it is asked. */
  const refusals = new Map<string, Refusal[]>()
  let listener: NewsListener | null = null
  let time = NOON
  let ids = 0
  let rings = 0
  const timers: { at: number; every: number | null; act: () => void }[] = []
  const told: string[] = []

  function answer<T>(call: string, value: () => T | null): Promise<Answer<T>> {
    asked.push(call)
    const refusal = refusals.get(call.split(' ')[0] ?? '')?.shift()
    if (refusal) return Promise.resolve({ ok: false, ...refusal })
    const given = value()
    return Promise.resolve(given === null ? { ok: false, why: 'gone' } : { ok: true, value: given })
  }

  function change(id: string, make: (detail: Detail) => Detail): Detail | null {
    const detail = conversations.get(id)
    if (!detail) return null
    const next = make(detail)
    conversations.set(id, next)
    return next
  }

  const add = (detail: Detail, by: LogRecord['by'], fact: LogFact, more: Partial<LogRecord> = {}): Detail => ({
    ...detail,
    records: [...detail.records, recordOf(detail.records.length + 1, by, fact, more)],
  })

  const api: Api = {
    me: () => answer('me', () => me),
    login: (as, password) => answer(`login ${as} ${password}`, () => true as const),
    logout: () => answer('logout', () => true as const),
    rows: (view) =>
      answer(`rows ${view}`, () =>
        [...conversations.values()].filter((each) => {
          if (view === 'mine') return each.agent === 'Ada' && each.status !== 'closed'
          if (view === 'all') return each.status !== 'closed'
          return each.status === { queue: 'queued', tickets: 'ticket', closed: 'closed' }[view]
        }),
      ),
    find: (words) =>
      answer(`find ${words}`, () => [...conversations.values()].filter((each) => each.who.toLowerCase().includes(words))),
    detail: (id) => answer(`detail ${id}`, () => conversations.get(id) ?? null),
    claim: (id) =>
      answer(`claim ${id}`, () =>
        change(id, (each) => add({ ...each, status: 'live', agent: 'Ada' }, 'agent', { kind: 'claimed', agent: 'Ada' })),
      ),
    release: (id) =>
      answer(`release ${id}`, () =>
        change(id, (each) => add({ ...each, status: 'queued', agent: null }, 'desk', { kind: 'released' })),
      ),
    colleagues: () => answer('colleagues', () => [{ agent: 'grace-1', name: 'Grace' }]),
    transfer: (id, to) =>
      answer(`transfer ${id} ${to}`, () =>
        change(id, (each) => add({ ...each, agent: 'Grace' }, 'agent', { kind: 'claimed', agent: 'Grace' })),
      ),
    conclude: (id, resolved) =>
      answer(`close ${id} ${resolved}`, () =>
        change(id, (each) => add({ ...each, status: 'closed' }, 'agent', { kind: 'closed', resolved })),
      ),
    reply: (id, reply) =>
      answer(`reply ${id} ${reply.id} ${reply.base} ${reply.text}`, () => {
        const next = change(id, (each) =>
          add({ ...each, status: 'live', agent: 'Ada' }, 'agent', said(reply.text), { cmid: reply.id, name: 'Ada' }),
        )
        return next?.records.at(-1) ?? null
      }),
    decide: (id, { outcome, amount, note, replaces, ...sent }) =>
      answer(`decide ${id} ${sent.id} ${outcome} ${amount ?? '-'} ${replaces ?? '-'} ${note}`, () => {
        const next = change(id, (each) =>
          add(
            { ...each, agent: 'Ada' },
            'agent',
            {
              kind: 'decided',
              request: each.packet.reason.request ?? 'return',
              outcome,
              note,
              ...(amount === undefined ? {} : { amount: { value: amount, currency: me.currency } }),
              ...(replaces === undefined ? {} : { replaces }),
            },
            { cmid: sent.id, name: 'Ada' },
          ),
        )
        return next?.records.at(-1) ?? null
      }),
    text: (id) => answer(`text ${id}`, () => 'The ticket'),
    note: (id, note) =>
      answer(`note ${id} ${note.id} ${note.text}`, () => {
        const written = { id: note.id, at: time, agent: 'Ada', text: note.text }
        change(id, (each) => ({ ...each, notes: [...each.notes, written] }))
        return written
      }),
    articles: () =>
      answer('articles', () => [
        {
          id: 'a1',
          title: 'Send something back',
          teaser: 'Free label',
          body: '## How\n\n**Thirty** days, [label](https://shop.example/l).\n\nMore.',
        },
        { id: 'a2', title: 'Sizes', teaser: 'A table', body: 'Measure first. Sending back is free.' },
      ]),
    insights: () =>
      answer('insights', () => ({
        articles: [
          {
            article: 'a1',
            title: 'Send something back',
            shown: 40,
            helped: 9,
            notHelped: 4,
            toPerson: 3,
            missing: [{ at: NOON, text: 'What a label costs' }],
          },
        ],
        searches: [{ words: 'gift wrap', count: 4 }],
      })),
    hours: () => answer('hours', () => ({ open: true, forced: null })),
    setHours: (forced) => answer(`hours ${forced}`, () => ({ open: forced ?? true, forced })),
  }

  const parts: Parts = {
    api,
    news: {
      connect: (given) => {
        listener = given
      },
      typing: (id) => void told.push(`typing ${id}`),
      read: (id, seq) => void told.push(`read ${id} ${seq}`),
      disconnect: () => {
        listener = null
      },
    },
    bell: {
      ring: () => {
        rings += 1
      },
      destroy: () => undefined,
    },
    timer: {
      now: () => time,
      every(every, act) {
        const timer = { at: time + every, every, act }
        timers.push(timer)
        return () => void timers.splice(timers.indexOf(timer), 1)
      },
      after(delay, act) {
        const timer = { at: time + delay, every: null, act }
        timers.push(timer)
        return () => {
          const place = timers.indexOf(timer)
          if (place !== -1) timers.splice(place, 1)
        }
      },
    },
    newId: () => `id-${++ids}`,
    language: { name: 'en', load: async () => (await import('@shopbell/core/locales/en')).catalogue },
  }

  return {
    parts,
    asked,
    told,
    refusals,
    conversations,
    rings: () => rings,
    /** The next time this call is made, the desk refuses it so. */
    refuse(call: string, refusal: Refusal) {
      refusals.set(call, [...(refusals.get(call) ?? []), refusal])
    },
    put(detail: Detail) {
      conversations.set(detail.id, detail)
    },
    /** The shopper writes, and the inbox hears of it. */
    shopperSays(id: string, text: string) {
      const next = change(id, (each) => ({ ...add(each, 'shopper', said(text)), unread: each.unread + 1 }))
      const record = next?.records.at(-1)
      if (record) listener?.recorded(id, record)
    },
    /** The shopper writes, and the news of it is lost. */
    shopperSaysUnheard(id: string, text: string) {
      change(id, (each) => add(each, 'shopper', said(text)))
    },
    news: () => listener,
    /** Lets time pass, and everything that was due happen. */
    async pass(span: number) {
      const until = time + span
      for (let due = next(until); due; due = next(until)) {
        time = due.at
        if (due.every === null) timers.splice(timers.indexOf(due), 1)
        else due.at += due.every
        due.act()
        await settle()
      }
      time = until
      await settle()
    },
    /** An inbox at this desk, with somebody signed in. */
    async inbox(at = '') {
      const inbox = createInbox(parts, placeOf(at))
      await inbox.session.ask()
      await settle()
      return inbox
    },
  }

  function next(until: number) {
    return timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0]
  }
}

/** Lets every answer that is already given arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 40; turn += 1) await Promise.resolve()
}
