import type { Words } from '@shopbell/core'
import { type Counter, useCounter } from '../counter.js'
import { deviceZone } from '../device-zone.js'
import { type Calendar, calendarFor } from './calendar.js'

/** What this part adds to the counter. */
export interface AnswerCounter {
  readonly more: Words
  readonly calendar: Calendar
}

/** The counter, with the words that have come along with this part. */
export function useWords(): Counter & AnswerCounter {
  const counter = useCounter()
  // Nothing of this part is drawn before its words are here.
  const more = counter.answer.here.value?.words as Words
  const { locale, zone = deviceZone() } = counter.view
  return { ...counter, more, calendar: calendarFor(locale, zone) }
}
