import { describe, expect, test } from 'vitest'
import type { LogFact, LogRecord } from '../delivery/protocol.js'
import { blankPacket } from '../testing/blank-commit.js'
import { isBroken, isSame, type Promised, promisedFrom, promiseOf } from './promise.js'

const MINUTE = 60_000
const opened = (promised?: number): LogFact => ({
  kind: 'opened',
  want: 'live',
  packet: { ...blankPacket('v'), timings: { began: 0, sealed: 0, ...(promised === undefined ? {} : { promised }) } },
})
const deferred = (due: number | null): LogFact => ({ kind: 'deferred', ticket: 'T', due })
const text: LogFact = { kind: 'text', text: 'Hi' }
const log = (...facts: readonly (LogFact | readonly [LogRecord['by'], LogFact])[]): readonly LogRecord[] =>
  facts.map((one, index) => {
    const [by, fact] = 'kind' in one ? (['desk', one] as const) : one
    return { seq: index + 1, at: index, by, fact }
  })
const wait = { seconds: 290, basis: 'today' } as const
const kept: Promised = { conversation: 'v', want: 'live', until: 7 * MINUTE, minutes: 7 }

describe('the promise that runs', () => {
  test.each<[string, Partial<Parameters<typeof promiseOf>[0]>, Partial<Promised> | null]>([
    [
      'is the one told on the way to the queue',
      { records: log(opened(4 * MINUTE)) },
      { want: 'live', until: 4 * MINUTE, minutes: 4 },
    ],
    ['before the one that the queue shows', { records: log(opened(4 * MINUTE)), wait }, { until: 4 * MINUTE }],
    ['is else the first that the queue has shown', { records: log(opened()), wait }, { until: MINUTE + 5 * MINUTE, minutes: 5 }],
    ['which stays when the queue shows another', { records: log(opened()), wait, kept: [kept] }, { until: 7 * MINUTE }],
    ['is none of another conversation', { records: log(opened()), kept: [{ ...kept, conversation: 'w' }] }, null],
    ['is none where no time was told', { records: log(opened()) }, null],
    ['is none before the desk has accepted', { status: null, wait }, null],
    ['is kept by a person who comes', { records: log(opened(1), ['agent', { kind: 'claimed', agent: 'Maya' }]) }, null],
    [
      'and by one who came and had to leave',
      { records: log(opened(1), { kind: 'claimed', agent: 'Maya' }, { kind: 'released' }) },
      null,
    ],
    ['and by one who writes', { records: log(opened(1), ['agent', text]) }, null],
    ['not by the shopper who writes more', { records: log(opened(9), ['shopper', text]) }, { until: 9 }],
    ['is the ticket’s time', { status: 'ticket', records: log(opened(1), deferred(9)) }, { want: 'ticket', until: 9 }],
    ['and of two the later', { status: 'ticket', records: log(deferred(9), ['agent', text], deferred(12)) }, { until: 12 }],
    ['which an answer keeps', { status: 'ticket', records: log(deferred(9), ['agent', text]) }, null],
    [
      'or a decision',
      {
        status: 'ticket',
        records: log(deferred(9), ['agent', { kind: 'decided', request: 'return', outcome: 'refund', note: '' }]),
      },
      null,
    ],
    ['but not one from before it', { status: 'ticket', records: log(['agent', text], deferred(9)) }, { until: 9 }],
    ['is none where the desk named no time', { status: 'ticket', records: log(opened(1), deferred(null)) }, null],
    ['is none while a person is there', { status: 'live', records: log(opened(1)) }, null],
    ['or after the end', { status: 'closed', records: log(opened(1), deferred(2)) }, null],
  ])('%s', (_name, over, promise) => {
    const found = promiseOf({ conversation: 'v', status: 'queued', records: [], kept: [], wait: null, ...over }, MINUTE)
    if (promise === null) expect(found).toBeNull()
    else expect(found).toMatchObject({ conversation: 'v', ...promise })
  })
})

test.each([
  [20, 1],
  [89, 1],
  [100, 2],
  [290, 5],
])('a wait of %i seconds promises the minutes that are read, %i', (seconds, minutes) => {
  expect(promisedFrom({ seconds, basis: 'shop' }, 1_000)).toEqual({ minutes, until: 1_000 + minutes * MINUTE })
})

test('is spoken of when its time has passed, and once', () => {
  expect([isBroken(kept, 7 * MINUTE - 1), isBroken(kept, 7 * MINUTE), isBroken({ ...kept, told: 1 }, 8 * MINUTE)]).toEqual([
    false,
    true,
    false,
  ])
})

test('of one conversation there is one of the queue, and one per time of its ticket', () => {
  const ticket: Promised = { conversation: 'v', want: 'ticket', until: 9, minutes: 0 }
  expect(isSame(kept, { ...kept, until: 1, told: 3 })).toBe(true)
  expect(isSame(ticket, { ...ticket, until: 10 })).toBe(false)
  expect(isSame(kept, { ...kept, conversation: 'w' })).toBe(false)
})
