const MINUTE = 60_000
const DAY = 86_400_000
const SMALL = 1_000

const formats = new Map<string, Intl.DateTimeFormat | null>()

/** Whether an IANA time zone is known here. */
export function isZone(zone: string): boolean {
  return formatOf(zone) !== null
}

/** The day in a zone's calendar at a moment, counted from 1970; `null` in a zone that is not known. */
export function dayAt(zone: string, at: number): number | null {
  const offset = offsetAt(zone, at)
  return offset === null ? null : Math.floor((at + offset) / DAY)
}

/**
 * The moment at which a zone's clocks show a time: `minutes` after the midnight that begins `day`. A time that comes twice means
 * the first; one that is left out, the moment of the change. `null` in a zone that is not known.
 */
export function momentOf(zone: string, day: number, minutes: number): number | null {
  const wall = day * DAY + minutes * MINUTE
  const before = offsetAt(zone, wall - DAY)
  const after = offsetAt(zone, wall + DAY)
  if (before === null || after === null) return null
  // By the clock as it was the day before, and as it is the day after: on most days both are the same.
  const early = wall - before
  if (offsetAt(zone, early) === before) return early
  const late = wall - after
  if (offsetAt(zone, late) === after) return late
  return changeWithin(zone, Math.min(early, late), Math.max(early, late))
}

/** The moment between two at which the clocks are changed. */
function changeWithin(zone: string, from: number, to: number): number {
  const first = offsetAt(zone, from)
  let low = from
  let high = to
  while (high - low > SMALL) {
    const middle = Math.floor((low + high) / 2)
    if (offsetAt(zone, middle) === first) low = middle
    else high = middle
  }
  // Clocks are changed on the second.
  return Math.floor(high / SMALL) * SMALL
}

/** Milliseconds that a zone's clocks are ahead of UTC at a moment. */
function offsetAt(zone: string, at: number): number | null {
  const format = formatOf(zone)
  if (!format) return null
  const part: { [type in Intl.DateTimeFormatPartTypes]?: number } = {}
  for (const { type, value } of format.formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / SMALL) * SMALL
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  let format = formats.get(zone)
  if (format === undefined) {
    try {
      format = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        calendar: 'gregory',
        numberingSystem: 'latn',
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      })
    } catch {
      format = null
    }
    formats.set(zone, format)
  }
  return format
}
