import type { Hours } from '../flow/flow.js'
import { dayAt, momentOf } from './zone-time.js'

const DAY = 86_400_000
/** A shop that does not open within so many days does not open. */
const MOST_DAYS = 370
const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** A time of opening without a gap, in milliseconds since 1970; it ends just before `closes`. */
export interface OpenTime {
  readonly opens: number
  readonly closes: number
}

/**
 * Whether people are there at a moment, by the shop's own clock. A span that ends before it begins goes on after midnight; one that
 * ends as it begins is none, and the whole day is 00:00 to 24:00. Where the clocks go back, a time that comes twice means the first;
 * where they go forward, a time that is left out means the moment of the change. In a zone that is not known here nobody is there:
 * a promise less is better than a false one.
 *
 * @example isOpen({ zone: 'Europe/Berlin', week: { mon: [{ from: '09:00', to: '18:00' }] } }, Date.parse('2026-11-23T10:00Z')) // true
 */
export function isOpen(hours: Hours, at: number): boolean {
  const today = dayAt(hours.zone, at)
  if (today === null) return false
  // A span from 24:00 can go on to the end of the day after.
  return [today - 2, today - 1, today].some((day) =>
    wallSpansOf(hours, day).some((span) => {
      const time = timeOf(hours.zone, span)
      return time && time.opens <= at && at < time.closes
    }),
  )
}

/** When people are there next: `at` itself where they are there now, `null` where that is not within a year. */
export function nextOpening(hours: Hours, at: number): number | null {
  for (const { opens } of openTimes(hours, at)) return Math.max(opens, at)
  return null
}

/** When the people who are there at `at` go; `null` where nobody is there, or they do not go within a year. */
export function nextClosing(hours: Hours, at: number): number | null {
  for (const { opens, closes } of openTimes(hours, at)) return opens <= at && closes < at + MOST_DAYS * DAY ? closes : null
  return null
}

/**
 * When so much time of opening has passed after `at`, in milliseconds: by then an answer can be promised. A shop with few hours
 * promises a later day; `null` where it has not so many within a year.
 */
export function afterOpenTime(hours: Hours, at: number, work: number): number | null {
  let left = work
  for (const { opens, closes } of openTimes(hours, at)) {
    const starts = Math.max(opens, at)
    if (closes - starts >= left) return starts + left
    left -= closes - starts
  }
  return null
}

/** The times of opening that end after `at`, in order, for about a year. Spans that touch or overlap are one. */
export function* openTimes(hours: Hours, at: number): Generator<OpenTime> {
  const today = dayAt(hours.zone, at)
  // Where clocks go forward, what is apart by the clock may touch all the same.
  if (today !== null) yield* joined(timesAfter(hours, today, at))
}

/**
 * What touches by the shop's own clock is joined before its zone is asked: that takes longer than all the rest, and a shop that never
 * closes would ask for every day of a year.
 */
function* timesAfter(hours: Hours, today: number, at: number): Generator<OpenTime> {
  for (const span of joined(wallSpans(hours, today))) {
    const time = timeOf(hours.zone, span)
    if (time && time.closes > at) yield time
  }
}

function* wallSpans(hours: Hours, today: number): Generator<OpenTime> {
  for (let day = today - 2; day <= today + MOST_DAYS; day += 1) yield* wallSpansOf(hours, day)
}

/** Makes one of what touches or overlaps. */
function* joined(sorted: Iterable<OpenTime>): Generator<OpenTime> {
  let open: OpenTime | null = null
  for (const next of sorted) {
    if (open && next.opens > open.closes) {
      yield open
      open = null
    }
    open = open ? { opens: open.opens, closes: Math.max(open.closes, next.closes) } : next
  }
  if (open) yield open
}

/** A day's spans by the shop's own clock, sorted, in minutes since its 1970 began; `day` counts days from then. */
function wallSpansOf({ week, days }: Hours, day: number): readonly OpenTime[] {
  const date = new Date(day * DAY)
  const key = date.toISOString().slice(0, 10)
  const weekday = WEEK[date.getUTCDay()] ?? 'sun'
  const spans = (days && Object.hasOwn(days, key) ? days[key] : week[weekday]) ?? []
  const walls = spans.map(({ from, to }) => {
    const [begins, ends] = [minutesOf(from), minutesOf(to)]
    return { opens: day * 1_440 + begins, closes: day * 1_440 + (ends < begins ? ends + 1_440 : ends) }
  })
  return walls.sort((left, right) => left.opens - right.opens)
}

/** When that is. A span that ends as it begins is none, nor is one in a time that the clocks left out. */
function timeOf(zone: string, span: OpenTime): OpenTime | null {
  const opens = momentOf(zone, 0, span.opens)
  const closes = momentOf(zone, 0, span.closes)
  return opens !== null && closes !== null && opens < closes ? { opens, closes } : null
}

function minutesOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}
