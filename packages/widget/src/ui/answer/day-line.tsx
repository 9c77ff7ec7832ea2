import { useWords } from './use-words.js'

export interface DayLineProps {
  readonly at: number
  readonly before: number | undefined
}

/** A day's name between two days, and above the first line if that is not from today. */
export function DayLine({ at, before }: DayLineProps) {
  const { calendar, more, now } = useWords()
  const days = calendar.daysFrom(now(), at)
  if (before === undefined ? days === 0 : calendar.daysFrom(before, at) === 0) return null
  return <div class="day">{days === 0 ? more.today : days === -1 ? more.yesterday : calendar.day(at)}</div>
}
