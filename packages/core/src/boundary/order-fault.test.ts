import { expect, test } from 'vitest'
import { orderFault } from './order-fault.js'
import { parseOrder } from './parse-order.js'

const AT = Date.UTC(2026, 0, 2)
const parcel = { reached: { ordered: AT, shipped: AT }, lastScan: AT, promised: '2026-01-05', lost: false }
const order = { number: '1001', placed: AT, city: 'Oslo', parcels: [parcel], refunded: undefined }

test('an order of which everything is taken has no fault', () => {
  expect(orderFault(order)).toBeNull()
})

test.each<[string, unknown, string]>([
  ['a list', [order], 'an order should be an object, and is a list'],
  ['a number for a name', { ...order, number: 1001 }, '"number" should be a text of at most 200 characters, and is 1001'],
  ['no date', { number: '1001', parcels: [] }, '"placed" should be milliseconds since 1970, and is not there'],
  ['an ISO date', { ...order, placed: '2026-01-02' }, '"placed" should be milliseconds since 1970, and is "2026-01-02"'],
  ['a Date', { ...order, cancelled: new Date(AT) }, '"cancelled" should be milliseconds since 1970, and is a Date'],
  ['no parcels', { number: '1001', placed: AT }, '"parcels" should be a list, and is not there'],
  ['a city that is none', { ...order, city: 7 }, '"city" should be a text of at most 80 characters, and is 7'],
  [
    'a stage that was reached yesterday',
    { ...order, parcels: [{ reached: { ordered: AT, shipped: 'yesterday' } }] },
    '"parcels/0/reached/shipped" should be milliseconds since 1970, and is "yesterday"',
  ],
  [
    'a journey that is a word',
    { ...order, parcels: [parcel, { reached: 'yesterday' }] },
    '"parcels/1/reached" should be an object of dates by stage, and is "yesterday"',
  ],
  [
    'a stage of its own',
    { ...order, parcels: [{ reached: { sent: AT } }] },
    '"parcels/0/reached/sent" is no stage: they are ordered, packed, shipped, delivered',
  ],
  [
    'a field of its own',
    { ...order, parcels: [{ ...parcel, eta: AT }] },
    '"parcels/0/eta" is nothing that a parcel has: it has reached, lastScan, promised, lost',
  ],
  [
    'a promise in milliseconds',
    { ...order, parcels: [{ ...parcel, promised: AT }] },
    `"parcels/0/promised" should be a day such as "2026-12-24", and is ${AT}`,
  ],
])('%s is named', (_, value, fault) => {
  expect(orderFault(value)).toBe(fault)
  expect(JSON.stringify(parseOrder(value))).not.toBe(JSON.stringify(value))
})
