import { type Order, orderWords } from '@shopbell/core'
import { expect, test } from 'vitest'
import { createCalendar } from '../calendar.js'
import { orderHeadline } from './order-headline.js'

const DAY = 86_400_000
const now = Date.UTC(2026, 10, 18, 12)
const ago = (days: number) => now - days * DAY
const order = (more: Partial<Order>): Order => ({ number: '1042', placed: ago(9), parcels: [], ...more })
const on = { ordered: ago(3), packed: ago(2), shipped: ago(1) }

test.each<[string, Order, string, string, string]>([
  [
    'promised for a day',
    order({ parcels: [{ reached: on, promised: '2026-11-26' }] }),
    'Arrives Thursday 26 November',
    '',
    'calm',
  ],
  ['promised for tomorrow', order({ parcels: [{ reached: on, promised: '2026-11-19' }] }), 'Arrives tomorrow', '', 'calm'],
  ['on its way', order({ parcels: [{ reached: on }] }), 'On its way', '', 'calm'],
  ['being packed', order({ parcels: [{ reached: { ordered: ago(1) } }] }), 'We’re packing your order', '', 'calm'],
  [
    'late',
    order({ parcels: [{ reached: on, promised: '2026-11-14', lastScan: ago(1) }] }),
    'Late. It was due Saturday 14 November',
    'Last seen yesterday',
    'warning',
  ],
  [
    'late, in a shop that hears of no scans',
    order({ parcels: [{ reached: on, promised: '2026-11-14' }] }),
    'Late. It was due Saturday 14 November',
    '',
    'warning',
  ],
  [
    'stuck',
    order({ parcels: [{ reached: { shipped: ago(8) }, lastScan: ago(6) }] }),
    'It hasn’t moved since Thursday 12 November',
    '',
    'warning',
  ],
  [
    'lost',
    order({ parcels: [{ reached: on, lost: true, lastScan: ago(1) }] }),
    'This parcel seems to be lost',
    'Last seen yesterday',
    'danger',
  ],
  [
    'here in part',
    order({ parcels: [{ reached: { ...on, delivered: ago(1) } }, { reached: { ordered: ago(3) } }] }),
    '1 of 2 parcels delivered',
    '',
    'calm',
  ],
  ['delivered', order({ parcels: [{ reached: { ...on, delivered: now } }] }), 'Delivered today', '', 'good'],
  ['cancelled', order({ cancelled: ago(1) }), 'Cancelled yesterday', 'No refund booked yet', 'calm'],
  ['returned', order({ returned: ago(1), refunded: now }), 'Your return reached us yesterday', 'Money sent back today', 'calm'],
])('an order that is %s', (_, given, sentence, detail, tone) => {
  const headline = orderHeadline(given, now, orderWords, createCalendar('en-GB', 'UTC'))
  expect({ ...headline, sentence: headline.sentence.replace('day,', 'day') }).toEqual({ sentence, detail, tone })
})

test('a promised day is the same day in every zone', () => {
  const given = order({ parcels: [{ reached: on, promised: '2026-11-26' }] })
  for (const zone of ['Pacific/Honolulu', 'Pacific/Auckland', 'Asia/Tokyo']) {
    expect(orderHeadline(given, now, orderWords, createCalendar('en', zone)).sentence).toMatch(/26/)
  }
})
