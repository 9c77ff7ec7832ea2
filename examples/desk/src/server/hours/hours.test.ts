import { describe, expect, it } from 'vitest'
import { afterWorking, lookAtHours, OFFICE_HOURS } from './hours.js'

const at = (text: string) => Date.parse(text)
const HOUR = 3_600_000

describe('opening hours', () => {
  it.each([
    ['Wednesday at ten', '2026-11-18T10:00Z', true, '2026-11-18T18:00Z', '2026-11-19T09:00Z'],
    ['the first minute', '2026-11-18T09:00Z', true, '2026-11-18T18:00Z', '2026-11-19T09:00Z'],
    ['closing time itself', '2026-11-18T18:00Z', false, null, '2026-11-19T09:00Z'],
    ['Friday evening', '2026-11-20T20:00Z', false, null, '2026-11-23T09:00Z'],
    ['Sunday at noon', '2026-11-22T12:00Z', false, null, '2026-11-23T09:00Z'],
    ['summer time, an hour earlier by UTC', '2026-07-01T08:30Z', true, '2026-07-01T17:00Z', '2026-07-02T08:00Z'],
    ['over the change to winter time', '2026-10-23T20:00Z', false, null, '2026-10-26T09:00Z'],
    ['over the change to summer time', '2026-03-27T20:00Z', false, null, '2026-03-30T08:00Z'],
  ])('%s', (_name, now, open, closes, opens) => {
    expect(lookAtHours(OFFICE_HOURS, at(now))).toEqual({ open, closes: closes && at(closes), opens: at(opens) })
  })

  it('are those of the shop’s zone, whatever the date is here', () => {
    const auckland = { ...OFFICE_HOURS, zone: 'Pacific/Auckland' }
    expect(lookAtHours(auckland, at('2026-11-22T20:30Z'))).toMatchObject({ open: true })
    expect(lookAtHours(auckland, at('2026-11-22T19:59Z'))).toMatchObject({ open: false, opens: at('2026-11-22T20:00Z') })
  })

  it.each([
    ['within the day', '2026-11-18T10:00Z', '2026-11-18T14:00Z'],
    ['over night', '2026-11-18T16:00Z', '2026-11-19T11:00Z'],
    ['over a weekend', '2026-11-20T17:00Z', '2026-11-23T12:00Z'],
    ['from a closed Sunday', '2026-11-22T12:00Z', '2026-11-23T13:00Z'],
  ])('promise an answer after four of them: %s', (_name, now, due) => {
    expect(afterWorking(OFFICE_HOURS, at(now), 4 * HOUR)).toBe(at(due))
  })

  it('promise an answer however few they are', () => {
    const monday = { zone: 'UTC', days: [null, ['09:00', '10:00'] as const, null, null, null, null, null] }
    expect(afterWorking(monday, at('2026-11-18T10:00Z'), 4 * HOUR)).toBe(at('2026-12-14T10:00Z'))
    expect(afterWorking(OFFICE_HOURS, at('2026-11-18T10:00Z'), 200 * HOUR)).toBe(at('2026-12-18T12:00Z'))
  })

  it('promise nothing where a shop never opens', () => {
    expect(afterWorking({ zone: 'UTC', days: [] }, 0, HOUR)).toBeNull()
    expect(lookAtHours({ zone: 'UTC', days: [] }, 0)).toEqual({ open: false, closes: null, opens: null })
  })
})
