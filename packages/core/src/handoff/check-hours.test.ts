import { expect, test } from 'vitest'
import { checkHours } from './check-hours.js'

const monday = (from: string, to: string) => ({ zone: 'Europe/Berlin', week: { mon: [{ from, to }] } })

test('hours that are right come back as they are', () => {
  const hours = { ...monday('09:00', '24:00'), days: { '2026-12-25': [] } }
  expect(checkHours(structuredClone(hours))).toEqual({ hours })
})

test.each<[string, unknown, RegExp]>([
  ['a time', monday('9', '18:00'), /^week\.mon\[0\]\.from must be a time such as 09:30, and is "9"$/],
  ['a zone', { ...monday('09:00', '18:00'), zone: 'Berlin' }, /^zone must be an IANA time zone .* "Berlin"$/],
  ['no time between', monday('09:00', '09:00'), /^mon has a span that ends as it begins/],
  ['a date', { ...monday('09:00', '18:00'), days: { '2026-02-30': [] } }, /^days has "2026-02-30", which is no date/],
  ['the week', { zone: 'Europe/Berlin' }, /^week is missing$/],
  ['a day', { zone: 'Europe/Berlin', week: { monday: [] } }, /^week\.monday/],
  ['no object', 'nine to five', /^it is not/],
])('%s that is wrong is named, with the mend', (_name, value, problem) => {
  expect(checkHours(value)).toEqual({ problem: expect.stringMatching(problem) })
})
