import { type Availability, fill, plural, type Words } from '@shopbell/core'
import type { Calendar } from './calendar.js'

export interface StatusContext {
  readonly more: Words
  readonly calendar: Calendar
  now(): number
}

/** What is true of people now. Nothing is claimed while it is not known whether they are there. */
export function statusLine(availability: Availability | null, { more, calendar, now }: StatusContext): string {
  if (!availability) return ''
  const { open, opens, closes } = availability
  if (open) return closes ? fill(more.peopleUntil, { time: calendar.time(closes) }) : more.peopleHere
  if (!opens) return more.peopleAway
  const time = calendar.time(opens)
  const days = calendar.daysFrom(now(), opens)
  const day = days < 7 ? calendar.weekday(opens) : calendar.day(opens)
  return fill(days === 0 ? more.peopleBackToday : more.peopleBack, { day, time })
}

/** What to expect of a person, for the row that calls one. Empty while it is not known. */
export function personHint(availability: Availability | null, more: Words, locale: string): string {
  if (!availability) return ''
  if (!availability.open) return availability.opens ? more.replyByMail : more.nobodyHere
  if (!availability.wait) return more.hereNow
  return plural(more.usualReply, Math.max(1, Math.round(availability.wait.seconds / 60)), locale)
}
