const DAY = 86_400_000

/** Dates as the shopper reads them. All instants are milliseconds since 1970. */
export interface Calendar {
  /** `14:05`, or as the language writes it. */
  time(at: number): string
  /** `Thursday, 26 November`. */
  day(at: number): string
  /** `Thu`. */
  weekday(at: number): string
  /** `26 Nov`. */
  shortDay(at: number): string
  /** How many days `at` lies after `now` in the shopper's calendar: 0 today, 1 tomorrow, -1 yesterday. */
  daysFrom(now: number, at: number): number
  /** A day as a clerk would say it in the middle of a sentence: today, tomorrow, yesterday, else with its name. */
  dayInWords(now: number, at: number): string
  /** A moment inside a day such as `2026-11-26`, or nothing if it is none. */
  within(day: string): number | undefined
}

const calendars = new Map<string, Calendar>()

/** The calendar for a language and an IANA zone; the same one each time. */
export function calendarFor(locale: string, zone: string): Calendar {
  const key = `${locale} ${zone}`
  const calendar = calendars.get(key) ?? createCalendar(locale, zone)
  calendars.set(key, calendar)
  return calendar
}

/** A calendar for a language and an IANA zone. Unknown ones fall back to English and the device's own zone. */
export function createCalendar(locale: string, zone: string): Calendar {
  let language = locale
  let timeZone: string | undefined = zone
  try {
    Intl.DateTimeFormat(locale, { timeZone })
  } catch {
    language = 'en'
    timeZone = undefined
  }
  // Formatters are dear to make and cheap to use.
  const writer = (options: Intl.DateTimeFormatOptions, inLanguage = language) => {
    let format: Intl.DateTimeFormat | undefined
    return (at: number) => {
      format ??= new Intl.DateTimeFormat(inLanguage, { timeZone, ...options })
      return format.format(at)
    }
  }
  const day = writer({ weekday: 'long', day: 'numeric', month: 'long' })
  // Canadian English writes 2026-11-26, which can be parsed again.
  const date = writer({ year: 'numeric', month: '2-digit', day: '2-digit' }, 'en-CA')
  const midnight = (at: number) => Date.parse(date(at))
  const daysFrom = (now: number, at: number) => Math.round((midnight(at) - midnight(now)) / DAY)
  return {
    time: writer({ hour: 'numeric', minute: '2-digit' }),
    day,
    weekday: writer({ weekday: 'short' }),
    shortDay: writer({ day: 'numeric', month: 'short' }),
    daysFrom,
    dayInWords(now, at) {
      const days = daysFrom(now, at)
      if (Math.abs(days) > 1) return day(at)
      // With a style of its own, also on a page that gave one to every object.
      return new Intl.RelativeTimeFormat(language, { numeric: 'auto', style: 'long' }).format(days, 'day')
    },
    within(promised) {
      // Noon at Greenwich is that day nearly everywhere; where it is the next one already, a day is taken off.
      const noon = Date.parse(`${promised}T12:00:00Z`)
      return Number.isNaN(noon) ? undefined : noon - (midnight(noon) - Date.parse(promised))
    },
  }
}
