import type { Hours } from '../flow/flow.js'

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** Whether people are there at this time, in milliseconds since 1970. */
export function isOpen(hours: Hours, at: number): boolean {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: hours.zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at)
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? ''
  const date = `${part('year')}-${part('month')}-${part('day')}`
  const day = DAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? 'sun'
  const time = `${part('hour')}:${part('minute')}`
  return (hours.days?.[date] ?? hours.week[day] ?? []).some(({ from, to }) => from <= time && time < to)
}
