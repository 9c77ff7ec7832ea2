import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { StartRefused } from '../start-refused.js'
import { hoursFrom, OFFICE_HOURS } from './hours.js'

it('reads hours as they stand, or from a file', () => {
  const text = JSON.stringify(OFFICE_HOURS)
  const folder = mkdtempSync(join(tmpdir(), 'hours-'))
  const file = join(folder, 'hours.json')
  writeFileSync(file, text)
  expect(hoursFrom(` ${text}`)).toEqual(OFFICE_HOURS)
  expect(hoursFrom(file)).toEqual(OFFICE_HOURS)
  rmSync(folder, { recursive: true })
})

it.each([
  ['/nowhere/hours.json', /\/nowhere\/hours\.json is no file that can be read/],
  ['{ nine to five', /is no JSON: /],
  ['{ "zone": "Europe/London", "week": { "mon": [{ "from": "9am", "to": "18:00" }] } }', /week\.mon\[0\]\.from must be a time/],
])('refuses %s, and says why', (setting, why) => {
  const start = () => hoursFrom(setting)
  expect(start).toThrow(StartRefused)
  expect(start).toThrow(why)
})
