import { expect, test } from 'vitest'
import type { Parcel, Situation } from './order.js'
import { situationOf } from './situation.js'

const DAY = 86_400_000
const NOW = Date.parse('2026-11-21T12:00:00Z')
const ago = (days: number): number => NOW - days * DAY
const out: Parcel = { reached: { ordered: ago(4), packed: ago(3), shipped: ago(2) }, lastScan: ago(1) }
const here: Parcel = { reached: { ...out.reached, delivered: ago(0.5) } }
const inHouse: Parcel = { reached: { ordered: ago(1) } }

test.each<[string, Situation, readonly Parcel[]]>([
  ['nothing shipped', 'preparing', [inHouse]],
  ['no parcel yet', 'preparing', []],
  ['under way', 'on-time', [out]],
  ['promised today', 'on-time', [{ ...out, promised: '2026-11-21' }]],
  ['promised yesterday, which is not over everywhere', 'on-time', [{ ...out, promised: '2026-11-20' }]],
  ['promised the day before yesterday', 'late', [{ ...out, promised: '2026-11-19' }]],
  ['never shipped and past its day', 'late', [{ ...inHouse, promised: '2026-11-18' }]],
  ['five days without a scan', 'stuck', [{ ...out, lastScan: ago(5) }]],
  ['a moment less', 'on-time', [{ ...out, lastScan: ago(4.99) }]],
  ['shipped long ago by a shop that hears of no scans', 'on-time', [{ reached: { ...out.reached, shipped: ago(60) } }]],
  ['the same, and past its day', 'late', [{ reached: { ...out.reached, shipped: ago(60) }, promised: '2026-11-18' }]],
  ['stuck and late: stuck is graver', 'stuck', [{ ...out, lastScan: ago(6), promised: '2026-11-10' }]],
  ['lost beats all', 'lost', [{ ...out, lost: true, lastScan: ago(9), promised: '2026-11-10' }]],
  ['all here', 'delivered', [here, here]],
  ['delivered late is delivered', 'delivered', [{ ...here, promised: '2026-11-01' }]],
  ['one here, one under way', 'partly', [here, out]],
  ['one under way, one in the house', 'partly', [out, inHouse]],
])('%s: %s', (_, situation, parcels) => {
  expect(situationOf({ number: '1', placed: ago(9), parcels }, NOW)).toBe(situation)
})

test('a cancelled order is cancelled and a returned one returned, whatever its parcels did', () => {
  expect(situationOf({ number: '1', placed: 0, parcels: [here], cancelled: 1 }, NOW)).toBe('cancelled')
  expect(situationOf({ number: '1', placed: 0, parcels: [here], returned: 1 }, NOW)).toBe('returned')
})
