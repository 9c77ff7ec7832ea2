import { useWords } from './use-words.js'

export interface DayLineProps {
  readonly at: number
  readonly before: number | undefined
}

/** A day's name between two days, and above the first line if that is not from today. */
export function DayLine({ at, before }: DayLineProps) {
  const { calendar, now, view } = useWords()
  const days = calendar.daysFrom(now(), at)
  if (before === undefined ? days === 0 : calendar.daysFrom(before, at) === 0) return null
  const words = calendar.dayInWords(now(), at)
  return <div class="day">{words.charAt(0).toLocaleUpperCase(view.locale) + words.slice(1)}</div>
}
