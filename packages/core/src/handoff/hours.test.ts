import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { build } from 'vite'
import { describe, expect, test, vi } from 'vitest'
import type { Hours } from '../flow/flow.js'
import { afterOpenTime, isOpen, nextClosing, nextOpening, openTimes } from './hours.js'

const at = (text: string) => Date.parse(text)
const HOUR = 3_600_000
const iso = (moment: number | null) => (moment === null ? null : new Date(moment).toISOString().replace(/:00\.000Z$/, 'Z'))
const span = (from: string, to: string) => ({ from, to })

const WORKDAYS = [span('09:00', '18:00')]
const london: Hours = {
  zone: 'Europe/London',
  week: { mon: WORKDAYS, tue: WORKDAYS, wed: WORKDAYS, thu: WORKDAYS, fri: WORKDAYS },
  days: { '2026-12-25': [], '2026-12-24': [span('09:00', '12:00')], '2026-11-21': [span('10:00', '14:00')] },
}
const lunch: Hours = { zone: 'Europe/Berlin', week: { mon: [span('13:00', '18:00'), span('08:00', '12:00')] } }
const night: Hours = { zone: 'America/New_York', week: { fri: [span('22:00', '02:00')], sat: [span('20:00', '24:00')] } }
const late: Hours = { zone: 'UTC', week: { mon: [span('24:00', '03:00')] } }
const always: Hours = {
  zone: 'Europe/Berlin',
  week: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [span('00:00', '24:00')]])),
}
const never: Hours = { zone: 'Europe/Berlin', week: {} }

describe('at a moment', () => {
  test.each<[string, Hours, string, boolean, string | null, string | null]>([
    ['Wednesday at ten', london, '2026-11-18T10:00Z', true, '2026-11-18T10:00Z', '2026-11-18T18:00Z'],
    ['the first minute', london, '2026-11-18T09:00Z', true, '2026-11-18T09:00Z', '2026-11-18T18:00Z'],
    ['closing time itself', london, '2026-11-18T18:00Z', false, '2026-11-19T09:00Z', null],
    ['Friday evening, before a Saturday of its own', london, '2026-11-20T20:00Z', false, '2026-11-21T10:00Z', null],
    ['that Saturday', london, '2026-11-21T11:00Z', true, '2026-11-21T11:00Z', '2026-11-21T14:00Z'],
    ['a short day', london, '2026-12-24T12:30Z', false, '2026-12-28T09:00Z', null],
    ['a holiday', london, '2026-12-25T10:00Z', false, '2026-12-28T09:00Z', null],
    ['summer time', london, '2026-07-01T08:30Z', true, '2026-07-01T08:30Z', '2026-07-01T17:00Z'],
    ['over the change to winter time', london, '2026-10-23T20:00Z', false, '2026-10-26T09:00Z', null],
    ['over the change to summer time', london, '2026-03-27T20:00Z', false, '2026-03-30T08:00Z', null],
    [
      'the morning, whatever order the spans stand in',
      lunch,
      '2026-11-23T08:00Z',
      true,
      '2026-11-23T08:00Z',
      '2026-11-23T11:00Z',
    ],
    ['lunch', lunch, '2026-11-23T11:30Z', false, '2026-11-23T12:00Z', null],
    ['after midnight', night, '2026-11-21T06:00Z', true, '2026-11-21T06:00Z', '2026-11-21T07:00Z'],
    ['after that', night, '2026-11-21T07:00Z', false, '2026-11-22T01:00Z', null],
    ['the end of the day', night, '2026-11-22T04:59Z', true, '2026-11-22T04:59Z', '2026-11-22T05:00Z'],
    ['from 24:00 on', late, '2026-11-24T02:00Z', true, '2026-11-24T02:00Z', '2026-11-24T03:00Z'],
    ['before 24:00', late, '2026-11-23T23:59Z', false, '2026-11-24T00:00Z', null],
    ['always', always, '2026-11-22T23:59Z', true, '2026-11-22T23:59Z', null],
    ['never', never, '2026-11-22T23:59Z', false, null, null],
    ['in a zone that nobody knows', { ...always, zone: 'Mars/Olympus' }, '2026-11-22T23:59Z', false, null, null],
  ])('%s', (_name, hours, now, open, opens, closes) => {
    expect({
      open: isOpen(hours, at(now)),
      opens: iso(nextOpening(hours, at(now))),
      closes: iso(nextClosing(hours, at(now))),
    }).toEqual({
      open,
      opens,
      closes,
    })
  })
})

describe('where the clocks change', () => {
  const sunday = (...spans: readonly { from: string; to: string }[]): Hours => ({ zone: 'Europe/Berlin', week: { sun: spans } })

  test.each<[string, Hours, string, string, string]>([
    // 29 March 2026: 02:00 becomes 03:00, at 01:00 UTC.
    ['02:30, which is left out, is the moment of the change', sunday(span('02:30', '05:00')), '2026-03-29', '01:00', '03:00'],
    ['and so it is where they go', sunday(span('00:00', '02:30')), '2026-03-29', '23:00', '01:00'],
    // 25 October 2026: 03:00 becomes 02:00, at 01:00 UTC. 02:30 is at 00:30 and at 01:30 UTC.
    ['02:30, which comes twice, means the first', sunday(span('02:30', '05:00')), '2026-10-25', '00:30', '04:00'],
    ['and so it is where they go', sunday(span('00:00', '02:30')), '2026-10-25', '22:00', '00:30'],
    ['a long night has an hour more', sunday(span('00:00', '06:00')), '2026-10-25', '22:00', '05:00'],
  ])('%s', (_name, hours, day, opens, closes) => {
    const [first] = openTimes(hours, at(`${day}T00:00Z`) - 3 * HOUR)
    expect([iso(first?.opens ?? null)?.slice(11, 16), iso(first?.closes ?? null)?.slice(11, 16)]).toEqual([opens, closes])
  })

  test('a span that lies where time is left out is none that day', () => {
    expect(iso(nextOpening(sunday(span('02:10', '02:50')), at('2026-03-28T12:00Z')))).toBe('2026-04-05T00:10Z')
  })

  test('a day that a whole country left out has no hours', () => {
    // Samoa went from 29 to 31 December 2011.
    const apia: Hours = { zone: 'Pacific/Apia', week: { fri: [span('09:00', '17:00')] } }
    expect(iso(nextOpening(apia, at('2011-12-28T00:00Z')))).toBe('2012-01-05T19:00Z')
  })
})

test.each([
  ['the next closing of a shop that never closes', () => nextClosing(always, at('2026-11-22T23:59Z'))],
  ['of one that never opens', () => nextOpening(never, at('2026-11-22T23:59Z'))],
  [
    'of one that is open around the clock but for one night',
    () => nextClosing({ ...always, days: { '2027-06-01': [] } }, at('2026-11-22T10:00Z')),
  ],
])('%s asks a zone for the time a few times, and not for every day of a year', (_name, ask) => {
  const asked = vi.spyOn(Intl.DateTimeFormat.prototype, 'formatToParts')
  try {
    ask()
    expect(asked.mock.calls.length).toBeLessThanOrEqual(20)
  } finally {
    asked.mockRestore()
  }
})

describe('an answer after so much time of opening', () => {
  test.each<[string, Hours, string, number, string | null]>([
    ['within the day', london, '2026-11-18T10:00Z', 4, '2026-11-18T14:00Z'],
    ['over night', london, '2026-11-18T16:00Z', 4, '2026-11-19T11:00Z'],
    ['over a lunch', lunch, '2026-11-23T10:00Z', 2, '2026-11-23T13:00Z'],
    ['over the holidays', london, '2026-12-24T11:00Z', 4, '2026-12-28T12:00Z'],
    ['in a shop that is always open', always, '2026-11-18T10:00Z', 100, '2026-11-22T14:00Z'],
    ['never', never, '2026-11-18T10:00Z', 4, null],
    ['in a shop with too few hours', { zone: 'UTC', week: { mon: [span('09:00', '09:01')] } }, '2026-11-18T10:00Z', 4, null],
  ])('%s', (_name, hours, now, work, due) => {
    expect(iso(afterOpenTime(hours, at(now), work * HOUR))).toBe(due)
  })
})

const clock = fc.oneof(
  fc
    .integer({ min: 0, max: 1_439 })
    .map((minutes) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`),
  fc.constantFrom('00:00', '02:00', '02:30', '03:00', '24:00'),
)
const spans = fc.array(fc.record({ from: clock, to: clock }), { maxLength: 3 })
const anyHours: fc.Arbitrary<Hours> = fc.record({
  zone: fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'America/Sao_Paulo',
  ),
  week: fc.record({ mon: spans, tue: spans, wed: spans, thu: spans, fri: spans, sat: spans, sun: spans }, { requiredKeys: [] }),
  days: fc.dictionary(fc.constantFrom('2026-03-29', '2026-10-25', '2026-11-01', '2026-12-25'), spans),
})
const moment = fc.oneof(
  fc.integer({ min: at('2026-01-01'), max: at('2027-01-01') }),
  fc.integer({ min: at('2026-03-28T12:00Z'), max: at('2026-03-29T12:00Z') }),
  fc.integer({ min: at('2026-10-24T12:00Z'), max: at('2026-10-25T12:00Z') }),
)

describe('whatever the hours are', () => {
  test('the next opening is open, and nothing between is; the next closing is closed, and everything between is open', () => {
    fc.assert(
      fc.property(anyHours, moment, fc.float({ min: 0, max: Math.fround(0.999), noNaN: true }), (hours, now, part) => {
        const opens = nextOpening(hours, now)
        const between = (end: number) => Math.floor(now + (Math.min(end, now + 40 * 24 * HOUR) - now) * part)
        if (opens === null) expect(isOpen(hours, between(now + 300 * 24 * HOUR))).toBe(false)
        else {
          expect(isOpen(hours, opens)).toBe(true)
          if (opens > now) expect([isOpen(hours, opens - 1), isOpen(hours, between(opens))]).toEqual([false, false])
        }
        expect(opens === now).toBe(isOpen(hours, now))
        const closes = nextClosing(hours, now)
        if (closes !== null)
          expect([isOpen(hours, closes), isOpen(hours, closes - 1), isOpen(hours, between(closes))]).toEqual([false, true, true])
      }),
      { numRuns: 300 },
    )
  })

  test('times of opening are in order and do not touch', () => {
    fc.assert(
      fc.property(anyHours, moment, (hours, now) => {
        let last = Number.NEGATIVE_INFINITY
        let count = 0
        for (const { opens, closes } of openTimes(hours, now)) {
          expect(opens).toBeGreaterThan(last)
          expect(closes).toBeGreaterThan(Math.max(opens, now))
          last = closes
          if (++count === 30) break
        }
      }),
      { numRuns: 100 },
    )
  })
})

test('the zone of the machine has no say', async () => {
  // Node cannot read TypeScript by itself.
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: fileURLToPath(new URL('./hours.ts', import.meta.url)), write: false, minify: false },
  })
  const [chunk] = 'output' in built ? built.output : []
  if (chunk?.type !== 'chunk') throw new Error('nothing was built')
  const script = `
    const hours = { zone: 'Europe/Berlin', week: { sun: [{ from: '02:30', to: '05:00' }], mon: [{ from: '22:00', to: '02:00' }] } }
    const found = []
    for (let at = Date.UTC(2026, 2, 27); at < Date.UTC(2026, 3, 1); at += 1_800_000)
      found.push([isOpen(hours, at), nextOpening(hours, at), nextClosing(hours, at)])
    console.log(new Date(Date.UTC(2026, 0, 1)).getHours(), JSON.stringify(found))`
  const seen = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((zone) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', `${chunk.code}\n${script}`], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    }),
  )
  const hosts = seen.map((line) => line.split(' ', 1)[0])
  const found = seen.map((line) => line.slice(line.indexOf(' ')))
  expect(hosts).toEqual(['0', '14', '20'])
  expect(found[0]?.length).toBeGreaterThan(1_000)
  expect(new Set(found).size).toBe(1)
})
