/** When the shop's people are there. `days` starts with Sunday; times are `HH:MM` in `zone`, an IANA name. */
export interface Hours {
  readonly zone: string
  readonly days: readonly (readonly [from: string, to: string] | null)[]
}

/** Monday to Friday, nine to six. */
export const OFFICE_HOURS: Hours = {
  zone: 'Europe/London',
  days: [null, ['09:00', '18:00'], ['09:00', '18:00'], ['09:00', '18:00'], ['09:00', '18:00'], ['09:00', '18:00'], null],
}

/** A stretch of opening hours, in milliseconds since 1970. */
export interface Stretch {
  readonly opens: number
  readonly closes: number
}

const DAY = 24 * 60 * 60_000

/** The stretches that end after `now`, in order, for the next `days`. */
export function* stretchesFrom(hours: Hours, now: number, days = 21): Generator<Stretch> {
  for (let day = -1; day < days; day += 1) {
    const local = new Date(now + offsetAt(hours.zone, now) + day * DAY)
    const span = hours.days[local.getUTCDay()]
    if (!span) continue
    const opens = momentOf(hours.zone, local, span[0])
    const closes = momentOf(hours.zone, local, span[1])
    if (closes > now && closes > opens) yield { opens, closes }
  }
}

/** Whether it is open now, when that ends, and when it opens next (`null`: not within three weeks). */
export function lookAtHours(
  hours: Hours,
  now: number,
): { readonly open: boolean; readonly closes: number | null; readonly opens: number | null } {
  const [first, second] = stretchesFrom(hours, now)
  const open = first !== undefined && first.opens <= now
  return open ? { open, closes: first.closes, opens: second?.opens ?? null } : { open, closes: null, opens: first?.opens ?? null }
}

/** `work` milliseconds of opening hours from now: when an answer can be promised. A shop with few of them promises a later day. */
export function afterWorking(hours: Hours, now: number, work: number): number | null {
  let left = work
  for (const { opens, closes } of stretchesFrom(hours, now, 366)) {
    const starts = Math.max(opens, now)
    if (closes - starts >= left) return starts + left
    left -= closes - starts
  }
  return null
}

function momentOf(zone: string, day: Date, time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const wall = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate(), hour, minute)
  // The offset of the guess may be that of the other side of a clock change; the second look settles it.
  const guess = wall - offsetAt(zone, wall)
  return wall - offsetAt(zone, guess)
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** Milliseconds that `zone` is ahead of UTC at a moment. */
function offsetAt(zone: string, at: number): number {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
    formats.set(zone, format)
  }
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return wall - Math.floor(at / 1_000) * 1_000
}
