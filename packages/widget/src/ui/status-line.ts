import { type Availability, fill, plural } from '@shopbell/core'
import type { Counter } from './counter.js'
import type { View } from './view.js'

/** Nothing is claimed of people while it is not known whether they are there. */
export function statusLine(
  availability: Availability | null,
  { words, calendar, now }: Pick<Counter, 'words' | 'calendar' | 'now'>,
): { readonly lead: string; readonly detail: string; readonly open: boolean } {
  const lead = words.instantAnswers
  if (!availability) return { lead, detail: '', open: true }
  const { open, opens, closes } = availability
  if (open) return { lead, detail: closes ? fill(words.peopleUntil, { time: calendar.time(closes) }) : words.peopleHere, open }
  if (!opens) return { lead, detail: words.peopleAway, open }
  const time = calendar.time(opens)
  const days = calendar.daysFrom(now(), opens)
  const day = days < 7 ? calendar.weekday(opens) : calendar.day(opens)
  return { lead, detail: fill(days === 0 ? words.peopleBackToday : words.peopleBack, { day, time }), open }
}

/** What to expect of a person, for the row that calls one. Empty while it is not known. */
export function personHint(
  availability: Availability | null,
  counter: Pick<Counter, 'words'> & { readonly view: Pick<View, 'locale'> },
): string {
  const { words, view } = counter
  if (!availability) return ''
  if (!availability.open) return words.replyByMail
  if (!availability.wait) return words.peopleHere
  return plural(words.usualReply, Math.max(1, Math.round(availability.wait.seconds / 60)), view.locale)
}
