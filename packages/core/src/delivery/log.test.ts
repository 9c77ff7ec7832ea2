import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Commit } from '../conversation/commit.js'
import type { Entry } from '../conversation/entry.js'
import { blankCommit, blankPacket, messageOp, openOp } from '../testing/blank-commit.js'
import { createFakeEnvironment } from '../testing/fake-environment.js'
import {
  applyNews,
  applyPage,
  applyReceipt,
  archiveLog,
  foldLog,
  KEPT_RECORDS,
  logEntries,
  logStatus,
  pendingEntries,
} from './log.js'
import { logReader } from './log-reader.js'
import { enqueue, settle } from './outbox.js'
import type { LogFact, LogRecord, Op, Page } from './protocol.js'

const BLANK = blankCommit(createFakeEnvironment())
const HANDED: Commit = { ...BLANK, outbox: 'box', state: { ...BLANK.state, phase: 'handed', conversation: 'v' } }
const OPENED: LogFact = { kind: 'opened', want: 'live', packet: blankPacket('v') }

const text = (words: string): LogFact => ({ kind: 'text', text: words })
const record = (seq: number, fact: LogFact = text(`${seq}`), more: Partial<LogRecord> = {}): LogRecord => ({
  seq,
  at: seq,
  by: 'agent',
  fact,
  ...more,
})
const pageOf = (records: readonly LogRecord[], head = records.at(-1)?.seq ?? 0, more: Partial<Page> = {}): Page => ({
  conversation: 'v',
  epoch: 'e',
  records,
  head,
  ...more,
})
const seqsOf = ({ records }: Commit) => records.map(({ seq }) => seq)

function put(commit: Commit, op: Op, cmid: string): Commit {
  const next = enqueue(commit, op, cmid, 'v', 0)
  if (typeof next === 'string') throw new Error(next)
  return next
}

describe('the cursor', () => {
  test('starts at the first record, and goes on one by one', () => {
    const first = applyPage(HANDED, pageOf([record(1)]), 'fresh')
    expect(first).toMatchObject({ commit: { cursor: { conversation: 'v', epoch: 'e', seq: 1 } }, missing: null })
    expect(applyPage(first.commit, pageOf([record(2)]), 'fresh').commit.cursor?.seq).toBe(2)
  })

  test('drops what it has passed, as the same commit', () => {
    const { commit } = applyPage(HANDED, pageOf([record(1), record(2)]), 'fresh')
    expect(applyPage(commit, pageOf([record(2)]), 'fresh')).toEqual({ commit, missing: null })
    expect(applyPage(commit, pageOf([record(1)]), 'fresh').commit).toBe(commit)
  })

  test('never jumps a gap, and says after what a page is missing', () => {
    const { commit } = applyPage(HANDED, pageOf([record(1)]), 'fresh')
    const ahead = applyPage(commit, pageOf([record(3)]), 'fresh')
    expect(ahead.commit).toBe(commit)
    expect(ahead.missing).toEqual({ conversation: 'v', epoch: 'e', seq: 1 })
  })

  test('a head that is ahead asks for a page, too', () => {
    expect(applyPage(HANDED, pageOf([], 4), 'fresh').missing).toEqual({ conversation: 'v', epoch: 'e', seq: 0 })
  })

  test('is not moved back by a page from the start that was asked for before another brought this log', () => {
    const { commit } = applyPage(HANDED, pageOf([record(1), record(2)]), 'fresh')
    const late = applyPage(commit, pageOf([record(1)], 1, { reset: true }), 'fresh')
    expect(late.commit).toBe(commit)
  })

  test('is not moved back by an answer of before the log began, which knows of nothing', () => {
    const { commit } = applyPage(HANDED, pageOf([record(1), record(2)]), 'fresh')
    const late = applyPage(commit, pageOf([], 0, { epoch: 'nothing-of-this-log-yet' }), 'fresh')
    expect(late).toEqual({ commit, missing: null })
  })

  test('has what is own to be sent again where the log is gone, and again nothing of it', () => {
    const sent = put(put(HANDED, { op: 'open', want: 'live', packet: blankPacket('v') }, 'v'), messageOp('mine'), 'm')
    const began = [record(1, OPENED, { by: 'shopper', cmid: 'v' }), record(2, text('mine'), { by: 'shopper', cmid: 'm' })]
    const { commit } = applyPage(sent, pageOf(began), 'fresh')
    expect(commit.commands).toEqual([])
    const { commit: gone } = applyPage(commit, pageOf([], 0, { epoch: 'gone', reset: true }), 'fresh')
    expect([gone.records, gone.cursor?.seq, gone.commands.map(({ cmid }) => cmid)]).toEqual([[], 0, ['v', 'm']])
    const { commit: again } = applyPage(gone, pageOf(began, 2, { epoch: 'another', reset: true }), 'fresher')
    expect([again.records, again.commands]).toEqual([began, []])
  })

  test('is not moved to another log by news, which may be late; a page is due', () => {
    const { commit } = applyPage(HANDED, pageOf([record(1), record(2)]), 'fresh')
    const news = pageOf([record(3)], 3, { epoch: 'of a log that is gone' })
    expect(applyNews(commit, news, 'fresh')).toEqual({ commit, missing: commit.cursor })
    expect(applyPage(commit, pageOf([record(1)], 1, { epoch: 'new' }), 'fresh').commit.cursor?.epoch).toBe('new')
  })

  test('leaves conversations alone that are not this one', () => {
    expect(applyPage(HANDED, { ...pageOf([record(1)]), conversation: 'w' }, 'fresh')).toEqual({ commit: HANDED, missing: null })
  })

  test('keeps the last records, and of the older ones those that say where things stand', () => {
    const facts = [OPENED, { kind: 'claimed', agent: 'Maya' } as const]
    const records = Array.from({ length: 500 }, (_, index) => record(index + 1, facts[index]))
    const { commit } = applyPage(HANDED, pageOf(records), 'fresh')
    expect(commit.records).toHaveLength(KEPT_RECORDS)
    expect(seqsOf(commit).slice(0, 3)).toEqual([1, 2, 303])
    expect(foldLog(commit.records)).toMatchObject({ status: 'live', agent: 'Maya' })
  })
})

describe('own commands', () => {
  const waiting = put(put(HANDED, openOp('v'), 'v'), messageOp('mine'), 'm')

  test('leave when the log shows them, with or without a verdict', () => {
    const shown = pageOf([record(1, OPENED, { cmid: 'v', by: 'shopper' }), record(2, text('mine'), { cmid: 'm', by: 'shopper' })])
    expect(applyPage(waiting, shown, 'fresh').commit.commands).toEqual([])
    const judged = settle(waiting, { t: 'committed', cmid: 'v', conversation: 'v', seq: 1, at: 0, dup: false }, 'fresh')
    expect(applyPage(judged, shown, 'fresh').commit.commands).toEqual([])
  })

  test('that the desk committed leave when the log shows their name, not when another record has their number', () => {
    const judged = settle(waiting, { t: 'committed', cmid: 'v', conversation: 'v', seq: 1, at: 0, dup: false }, 'fresh')
    const left = (first: LogRecord) => applyPage(judged, pageOf([first]), 'fresh').commit.commands.map(({ cmid }) => cmid)
    expect(left(record(1, OPENED, { cmid: 'v', by: 'shopper' }))).toEqual(['m'])
    expect(left(record(1, text('from an agent, after a restore')))).toEqual(['v', 'm'])
  })

  test('of a log that is gone are queued again, in front, under a new name', () => {
    const had = pageOf([
      record(1, OPENED, { cmid: 'v', by: 'shopper' }),
      record(2, text('old'), { cmid: 'o', by: 'shopper' }),
      record(3),
    ])
    const before = put({ ...applyPage(HANDED, had, 'x').commit, n: 3 }, messageOp('new'), 'n')
    const { commit, missing } = applyPage(before, pageOf([], 1, { epoch: 'other' }), 'fresh')
    expect(commit.commands).toMatchObject([
      { op: 'open', cmid: 'v', n: 1, outbox: 'fresh' },
      { op: 'message', cmid: 'o', n: 2 },
      { op: 'message', cmid: 'n', n: 3 },
    ])
    expect(commit).toMatchObject({ outbox: 'fresh', n: 4, records: [], cursor: { epoch: 'other', seq: 0 } })
    expect(missing).toEqual({ conversation: 'v', epoch: 'other', seq: 0 })
    const kept = applyPage(commit, pageOf([record(1, OPENED, { cmid: 'v', by: 'shopper' })], 1, { epoch: 'other' }), 'y').commit
    expect(kept.commands.map(({ cmid }) => cmid)).toEqual(['o', 'n'])
  })

  test('are the record where a way in has no log, and a real log replaces them', () => {
    const receipt = applyReceipt(waiting, waiting.commands[0] ?? fail(), { conversation: 'v', seq: 1, at: 5 })
    expect(receipt).toMatchObject({ commands: [{ cmid: 'm' }], records: [{ seq: 1, cmid: 'v', by: 'shopper' }] })
    expect(logStatus(receipt)).toBe('queued')
    const real = applyPage(receipt, pageOf([record(1, OPENED, { cmid: 'v', by: 'shopper' }), record(2)]), 'fresh').commit
    expect(seqsOf(real)).toEqual([1, 2])
    expect(real.commands.map(({ cmid }) => cmid)).toEqual(['m'])
  })

  test('are no record of a conversation that they are not of', () => {
    const command = waiting.commands[1] ?? fail()
    expect(applyReceipt(waiting, command, { conversation: 'left', seq: 7, at: 5 })).toBe(waiting)
  })
})

describe('foldLog', () => {
  const ticket: LogFact = { kind: 'deferred', ticket: 'T-1', due: 99 }
  const claimed: LogFact = { kind: 'claimed', agent: 'Maya' }
  test.each<[string, readonly LogFact[], object]>([
    ['nothing', [], { status: null, agent: null }],
    ['opened', [OPENED], { status: 'queued' }],
    ['opened as a ticket', [{ ...OPENED, want: 'ticket' }], { status: 'ticket', due: null }],
    ['claimed', [OPENED, claimed], { status: 'live', agent: 'Maya' }],
    ['a second open of another tab', [OPENED, claimed, OPENED], { status: 'live', agent: 'Maya' }],
    ['released', [OPENED, claimed, { kind: 'released' }], { status: 'queued', agent: null }],
    ['deferred', [OPENED, ticket], { status: 'ticket', ticket: 'T-1', due: 99 }],
    ['a ticket whose shopper is back', [{ ...OPENED, want: 'ticket' }, ticket, OPENED], { status: 'queued', due: 99 }],
    [
      'a ticket that a person took and gave back',
      [OPENED, ticket, claimed, { kind: 'released' }],
      { status: 'ticket', agent: null },
    ],
    ['closed', [OPENED, claimed, { kind: 'closed', resolved: true }], { status: 'closed', resolved: true, agent: 'Maya' }],
    ['rated', [OPENED, { kind: 'closed', resolved: false }, { kind: 'rated', score: 4 }], { status: 'closed', rated: 4 }],
  ])('%s', (_name, facts, view) => {
    expect(foldLog(facts.map((fact, index) => record(index + 1, fact)))).toMatchObject(view)
  })

  test('before the first record, the verdict on the open says it', () => {
    const waiting = put(HANDED, openOp('v', 'ticket'), 'v')
    expect(logStatus(waiting)).toBeNull()
    expect(logStatus(settle(waiting, { t: 'committed', cmid: 'v', conversation: 'v', seq: 1, at: 0, dup: false }, 'x'))).toBe(
      'ticket',
    )
  })
})

describe('what a shopper reads', () => {
  const records = [
    record(1, OPENED, { cmid: 'v', by: 'shopper' }),
    record(2, { kind: 'claimed', agent: 'Maya' }),
    record(3, text('Hi'), { name: 'Maya' }),
    record(4, text('mine'), { by: 'shopper', cmid: 'm' }),
    record(5, { kind: 'unsupported' }),
    record(6, { kind: 'released' }, { by: 'desk' }),
    record(7, text('a card number')),
    record(8, { kind: 'erased', seq: 7 }),
    record(9, { kind: 'closed', resolved: true }),
    record(10, { kind: 'rated', score: 5 }),
  ]

  test('words, names and places; news only where there are words for it', () => {
    expect(logEntries(records, 'v')).toEqual([
      { id: 'v.3', turn: 'v.3', at: 3, by: 'agent', name: 'Maya', content: text('Hi') },
      { id: 'm', turn: 'm', at: 4, by: 'shopper', content: text('mine') },
      { id: 'v.5', turn: 'v.5', at: 5, by: 'agent', content: { kind: 'unsupported' } },
      { id: 'v.6', turn: 'v.6', at: 6, by: 'desk', content: { kind: 'notice', code: 'queued-again' } },
    ])
  })

  test('who had to leave leaves a ticket as a ticket, and a queue as a queue', () => {
    const ticket = [record(1, OPENED), record(2, { kind: 'deferred', ticket: 'T', due: null }), record(3, { kind: 'released' })]
    const codes = (lines: readonly Entry[]) => lines.map(({ content }) => content.kind === 'notice' && content.code)
    expect(codes(logEntries(ticket, 'v'))).toEqual(['ticket-again'])
    expect(codes(logReader.lines('v', ticket))).toEqual(['ticket-again'])
    expect(codes(logReader.lines('v', [...records]))).toContain('queued-again')
  })

  test('an own line keeps its id from the outbox to the log', () => {
    const waiting = put(HANDED, messageOp('mine'), 'm')
    expect(pendingEntries(waiting.commands)[0]?.id).toBe(logEntries(records, 'v')[1]?.id)
  })

  test('the reader gives the same objects for the same records', () => {
    const lines = logReader.lines('v', records.slice(0, 6))
    const grown = logReader.lines('v', records.slice(0, 6).concat(record(7)))
    expect(grown.slice(0, lines.length).every((line, index) => line === lines[index])).toBe(true)
    expect(logReader.lines('v', records)).toEqual(logEntries(records, 'v'))
    expect(logReader.lines('v', records)).toBe(logReader.lines('v', records))
    expect([logReader.agent(records.slice(0, 5)), logReader.due(records)]).toEqual(['Maya', null])
  })

  test('a log that goes on after all, which a restore can do, is shown once', () => {
    const { commit } = applyPage(HANDED, pageOf([record(1, OPENED), record(2), record(3, text('own'), { cmid: 'own' })]), 'fresh')
    const left = archiveLog(commit)
    expect(left.entries.map(({ id }) => id)).toEqual(['v.2', 'own'])
    const again = applyPage(left, pageOf([record(1, OPENED), record(2), record(3, text('own'), { cmid: 'own' })]), 'fresh').commit
    expect([...again.entries, ...logEntries(again.records, 'v')].map(({ id }) => id)).toEqual(['v.2', 'own'])
  })

  test('a log that is left becomes part of the story, with what was sent and not yet shown', () => {
    const applied = applyPage(HANDED, pageOf(records.slice(0, 5)), 'x').commit
    const sent = settle(
      put(applied, messageOp('bye'), 'b'),
      { t: 'committed', cmid: 'b', conversation: 'v', seq: 6, at: 0, dup: false },
      'x',
    )
    const left = archiveLog(sent)
    expect(left.entries.map(({ id }) => id)).toEqual(['v.3', 'm', 'v.5', 'b'])
    expect(left).toMatchObject({ records: [], cursor: null, commands: [] })
    expect(archiveLog(left)).toBe(left)
  })
})

describe('whatever the wire does', () => {
  const log = Array.from({ length: 30 }, (_, index) => record(index + 1))
  /** Any runs of the log, in any order, as often as you like, with single records among them. */
  const arrivals = fc.array(
    fc.tuple(fc.nat(29), fc.nat(6)).map(([from, length]) => log.slice(from, from + length + 1)),
    { maxLength: 40 },
  )

  test('the replica is always the beginning of the log, and the cursor never goes back', () => {
    fc.assert(
      fc.property(arrivals, (runs) => {
        let commit = HANDED
        for (const run of runs) {
          const before = commit.cursor?.seq ?? 0
          const step = applyPage(commit, pageOf(run), 'fresh')
          commit = step.commit
          const at = commit.cursor?.seq ?? 0
          expect(at).toBeGreaterThanOrEqual(before)
          expect(commit.records).toEqual(log.slice(0, at))
          expect(step.missing?.seq).toBe((run.at(-1)?.seq ?? 0) > at ? at : undefined)
        }
      }),
    )
  })

  test('asking for what is missing always ends at the whole log', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 30 }), (runs, size) => {
        let commit = runs.reduce((so, run) => applyPage(so, pageOf(run), 'fresh').commit, HANDED)
        for (let turn = 0; turn <= log.length; turn++) {
          const from = commit.cursor?.seq ?? 0
          commit = applyPage(commit, pageOf(log.slice(from, from + size), log.length), 'fresh').commit
        }
        expect(commit.records).toEqual(log)
      }),
    )
  })

  test('a page in any order of its records is the same page', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(log), (shuffled) => {
        const sorted = [...shuffled].sort((left, right) => left.seq - right.seq)
        const head = log.length
        expect(applyPage(HANDED, pageOf(shuffled, head), 'f')).toEqual(applyPage(HANDED, pageOf(sorted, head), 'f'))
      }),
    )
  })

  test('own words are in the log or in the outbox, once, through any change of epoch', () => {
    const own = ['a', 'b', 'c', 'd', 'e']
    const step = fc.record({ epoch: fc.constantFrom('e1', 'e2', 'e3'), upTo: fc.nat(5) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        let commit = own.reduce((so, word) => put(so, messageOp(word), word), HANDED)
        for (const [index, { epoch, upTo }] of steps.entries()) {
          const records = own.slice(0, upTo).map((word, place) => record(place + 1, text(word), { cmid: word, by: 'shopper' }))
          commit = applyPage(commit, pageOf(records, upTo, { epoch }), `box ${index}`).commit
          const logged = commit.records.flatMap(({ cmid }) => cmid ?? [])
          const waiting = commit.commands.map(({ cmid }) => cmid)
          expect([...logged, ...waiting].sort()).toEqual(own)
        }
      }),
    )
  })
})

function fail(): never {
  throw new Error('nothing was queued')
}
