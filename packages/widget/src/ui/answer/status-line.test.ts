import { words } from '@shopbell/core'
import { expect, test } from 'vitest'
import { createCalendar } from './calendar.js'
import { personHint, statusLine } from './status-line.js'

const HOUR = 3_600_000
const now = Date.UTC(2026, 10, 18, 12)
const counter = { more: words, calendar: createCalendar('en-GB', 'UTC'), now: () => now }
const away = { open: false, wait: null, opens: null, closes: null, reply: null }
const here = { ...away, open: true }

test.each([
  [null, ''],
  [here, 'people are here now'],
  [{ ...here, closes: now + 6 * HOUR }, 'people until 18:00 your time'],
  [away, 'people reply by message'],
  [{ ...away, opens: now + HOUR }, 'people back at 13:00 your time'],
  [{ ...away, opens: now + 21 * HOUR }, 'people back Thu, 9:00 your time'],
])('of %j it says: %s', (availability, detail) => {
  expect(statusLine(availability, counter).replace(/\b0(\d:)/, '$1')).toBe(detail)
})

test('a day further off than a week is named in full', () => {
  expect(statusLine({ ...away, opens: now + 20 * 24 * HOUR }, counter)).toMatch(/8 December/)
})

test.each([
  [null, ''],
  [away, 'Nobody is here right now. We’ll write to you'],
  [{ ...away, opens: now + HOUR }, 'Closed now. We’ll write to you'],
  [here, 'Somebody is here now'],
  [{ ...here, wait: { seconds: 240, basis: 'today' } as const }, 'Usually replies in 4 min'],
  [{ ...here, wait: { seconds: 5, basis: 'today' } as const }, 'Usually replies in 1 min'],
])('the row that calls a person says of %j: %s', (availability, hint) => {
  expect(personHint(availability, words, 'en')).toBe(hint)
})
