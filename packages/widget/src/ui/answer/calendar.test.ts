import { expect, test } from 'vitest'
import { createCalendar } from './calendar.js'

const noon = Date.UTC(2026, 10, 26, 12)

test('days and times are written in the language and the zone of the shopper', () => {
  const calendar = createCalendar('en-GB', 'Europe/Berlin')
  expect(calendar.time(noon)).toBe('13:00')
  expect(calendar.day(noon)).toMatch(/^Thursday,? 26 November$/)
  expect(calendar.shortDay(noon)).toBe('26 Nov')
  expect(createCalendar('de', 'UTC').weekday(noon)).toBe('Do')
})

test('days are counted in the zone, not by 24 hours', () => {
  const lateEvening = Date.UTC(2026, 10, 26, 23, 30)
  expect(createCalendar('en', 'UTC').daysFrom(noon, lateEvening)).toBe(0)
  expect(createCalendar('en', 'Europe/Berlin').daysFrom(noon, lateEvening)).toBe(1)
  expect(createCalendar('en', 'UTC').daysFrom(lateEvening, noon - 86_400_000)).toBe(-1)
})

test.each([
  ['en', 0, 'today'],
  ['en', 1, 'tomorrow'],
  ['en', -1, 'yesterday'],
  ['de', 1, 'morgen'],
  ['no-such-language!', 1, 'tomorrow'],
])('in %s, %s days from now is %s', (locale, days, words) => {
  expect(createCalendar(locale, 'UTC').dayInWords(noon, noon + days * 86_400_000)).toBe(words)
})

test('a day further away has its name', () => {
  expect(createCalendar('en-GB', 'UTC').dayInWords(noon - 2 * 86_400_000, noon)).toMatch(/^Thursday,? 26 November$/)
})

test('a day with the clocks put back still counts as one', () => {
  const calendar = createCalendar('en', 'Europe/Berlin')
  expect(calendar.daysFrom(Date.UTC(2026, 9, 24, 12), Date.UTC(2026, 9, 25, 23, 30))).toBe(2)
  expect(calendar.daysFrom(Date.UTC(2026, 9, 24, 12), Date.UTC(2026, 9, 25, 12))).toBe(1)
})

test('an unknown language or zone does not break a sentence', () => {
  expect(createCalendar('no-such-language!', 'UTC').shortDay(noon)).toMatch(/Nov/)
  expect(createCalendar('en', 'Moon/Crater').shortDay(noon)).toMatch(/Nov/)
})

test('a page that gives every object a style does not change how a day is said', () => {
  Reflect.set(Object.prototype, 'style', 'none of the three')
  try {
    expect(createCalendar('en', 'UTC').dayInWords(noon, noon + 86_400_000)).toBe('tomorrow')
  } finally {
    Reflect.deleteProperty(Object.prototype, 'style')
  }
})
