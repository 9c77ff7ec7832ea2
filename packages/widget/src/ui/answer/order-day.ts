import type { Words } from '@shopbell/core'
import type { Calendar } from './calendar.js'

/** A day as a clerk would say it: today, tomorrow, yesterday, else with its name. Stands in the middle of a sentence. */
export function dayInWords(calendar: Calendar, words: Words['order'], now: number, at: number): string {
  const days = calendar.daysFrom(now, at)
  if (days === 0) return words.today
  if (days === 1) return words.tomorrow
  return days === -1 ? words.yesterday : calendar.day(at)
}
