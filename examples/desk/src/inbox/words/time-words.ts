const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How warm a wait looks: 0 is calm, 3 is too long. */
export type Warmth = 0 | 1 | 2 | 3

/** A span of milliseconds in the shortest words that still compare: `now`, `4 min`, `1 h 05`, `2 d`. */
export function spanWords(span: number): string {
  if (span < MINUTE) return 'now'
  if (span < HOUR) return `${Math.floor(span / MINUTE)} min`
  if (span < DAY) return `${Math.floor(span / HOUR)} h ${String(Math.floor((span % HOUR) / MINUTE)).padStart(2, '0')}`
  return `${Math.floor(span / DAY)} d`
}

/** The same span for somebody who hears it. */
export function spokenSpan(span: number): string {
  const count = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`
  if (span < MINUTE) return 'less than a minute'
  if (span < HOUR) return count(Math.floor(span / MINUTE), 'minute')
  if (span < DAY) return count(Math.floor(span / HOUR), 'hour')
  return count(Math.floor(span / DAY), 'day')
}

/** How warm a shopper's wait for a first or next answer is. */
export function waitWarmth(span: number): Warmth {
  if (span >= 10 * MINUTE) return 3
  if (span >= 5 * MINUTE) return 2
  return span >= 2 * MINUTE ? 1 : 0
}

/** How near the promised time of a ticket's answer is, in words and in warmth. */
export function dueWords(due: number, now: number): { readonly text: string; readonly warmth: Warmth } {
  const left = due - now
  if (left < 0)
    return {
      text: `${spanWords(-left) === 'now' ? '1 min' : spanWords(-left)} late`,
      warmth: 3,
    }
  const warmth = left < HOUR ? 2 : left < 4 * HOUR ? 1 : 0
  return { text: left < MINUTE ? 'due now' : `due ${spanWords(left)}`, warmth }
}

/** The time of day, as `14:05` in the given zone, or this computer's. */
export function clockTime(at: number, zone?: string): string {
  return format(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone)
}

/** A day, as `Thu 26 Nov`. */
export function dayWords(at: number, zone?: string): string {
  return format(at, { weekday: 'short', day: 'numeric', month: 'short' }, zone)
}

/** A day and a time, as `Thu 26 Nov, 14:05`. */
export function momentWords(at: number, zone?: string): string {
  return `${dayWords(at, zone)}, ${clockTime(at, zone)}`
}

/** A calendar day `YYYY-MM-DD`, which belongs to no zone. */
export function calendarDay(day: string): string {
  const at = Date.parse(`${day}T12:00:00Z`)
  return Number.isNaN(at) ? day : dayWords(at, 'UTC')
}

/** A day as people name it in a conversation: `Today`, `Yesterday`, else the day. */
export function dayHeading(at: number, now: number): string {
  const day = dayWords(at)
  if (day === dayWords(now)) return 'Today'
  return day === dayWords(now - DAY) ? 'Yesterday' : day
}

/** What the clock on the shopper's wall says, or null where the zone is not a zone. */
export function shopperTime(now: number, zone: string): string | null {
  if (!isZone(zone)) return null
  const here = dayWords(now)
  const there = dayWords(now, zone)
  return here === there ? clockTime(now, zone) : `${clockTime(now, zone)} (${there})`
}

function format(at: number, options: Intl.DateTimeFormatOptions, zone?: string): string {
  // A time so far out that it is no date would throw; it came from outside and must not take the page down.
  if (Math.abs(at) > 8.64e15) return '–'
  const timeZone = zone !== undefined && isZone(zone) ? zone : undefined
  return new Intl.DateTimeFormat('en-GB', timeZone === undefined ? options : { ...options, timeZone }).format(at).replace(',', '')
}

const zones = new Map<string, boolean>()

function isZone(zone: string): boolean {
  let known = zones.get(zone)
  if (known === undefined) {
    known = zone !== '' && couldFormat(zone)
    zones.set(zone, known)
  }
  return known
}

function couldFormat(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone })
    return true
  } catch {
    return false
  }
}
