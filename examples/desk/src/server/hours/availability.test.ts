import { expect, it } from 'vitest'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { readAvailability } from './availability.js'
import { OFFICE_HOURS } from './hours.js'

const WEDNESDAY_AT_TEN = Date.UTC(2026, 10, 18, 10)
const SUNDAY_AT_NOON = Date.UTC(2026, 10, 22, 12)

/** A desk with that switch and so many agents. Nobody has waited yet, so the wait is the shop's own reckoning. */
function desk(forced: boolean | null, agents: number, now: number): DeskParts {
  const settings = forced === null ? [] : [{ name: 'forced', value: JSON.stringify(forced) }]
  const database: Queries = {
    query: async <Row>(sql: string) => (sql.includes('from settings') ? settings : []) as Row[],
    script: async () => undefined,
  }
  return { database, hours: OFFICE_HOURS, now: () => now, presence: { agentsOnline: () => agents } } as unknown as DeskParts
}

it.each([
  ['open by the clock, with a person', null, 1, WEDNESDAY_AT_TEN, true],
  ['open by the clock, with nobody', null, 0, WEDNESDAY_AT_TEN, false],
  ['closed by the clock', null, 1, SUNDAY_AT_NOON, false],
  ['forced open, with a person', true, 1, SUNDAY_AT_NOON, true],
  ['forced open, with nobody', true, 0, SUNDAY_AT_NOON, false],
  ['forced open in opening hours, with nobody', true, 0, WEDNESDAY_AT_TEN, false],
  ['forced closed', false, 1, WEDNESDAY_AT_TEN, false],
] as const)('promises a time for an answer, whether a person is there or not: %s', async (_name, forced, agents, now, open) => {
  const availability = await readAvailability(desk(forced, agents, now), 'tea')
  expect(availability).toMatchObject({ open, reply: expect.any(Number) })
  expect(availability.reply).toBeGreaterThan(now)
  expect(availability.wait === null).toBe(!open)
})
