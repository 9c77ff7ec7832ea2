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
  [
    'late in both parcels',
    order({
      parcels: [
        { reached: on, promised: '2026-11-12', lastScan: ago(2) },
        { reached: on, promised: '2026-11-14' },
      ],
    }),
    'Late. It was due Saturday 14 November',
    'Last seen Monday 16 November',
    'warning',
  ],
  [
    'late in one of two parcels',
    order({
      parcels: [
        { reached: on, promised: '2026-11-14', lastScan: ago(3) },
        { reached: on, promised: '2026-11-26', lastScan: now },
      ],
    }),
    'Late. It was due Saturday 14 November',
    'Parcel 1 of 2 · Last seen Sunday 15 November',
    'warning',
  ],
  [
    'late in what has not left yet, on its way for the rest',
    order({
      parcels: [
        { reached: on, lastScan: now },
        { reached: { ordered: ago(9) }, promised: '2026-11-14' },
      ],
    }),
    'Late. It was due Saturday 14 November',
    'Parcel 2 of 2',
    'warning',
  ],
  [
    'delivered in one parcel and late in the other',
    order({
      parcels: [
        { reached: { ...on, delivered: ago(1) }, promised: '2026-11-20', lastScan: now },
        { reached: on, promised: '2026-11-14', lastScan: ago(1) },
      ],
    }),
    'Late. It was due Saturday 14 November',
    'Parcel 2 of 2 · Last seen yesterday',
    'warning',
  ],
  [
    'late in two of three parcels',
    order({
      parcels: [
        { reached: on, promised: '2026-11-14' },
        { reached: on, promised: '2026-11-26' },
        { reached: on, promised: '2026-11-13' },
      ],
    }),
    'Late. It was due Saturday 14 November',
    'Parcel 1 of 3 · Parcel 3 of 3',
    'warning',
  ],
  [
    'stuck in one parcel, moving and due later in the other',
    order({
      parcels: [
        { reached: on, lastScan: now, promised: '2026-11-26' },
        { reached: on, lastScan: ago(6), promised: '2026-11-20' },
      ],
    }),
    'It hasn’t moved since Thursday 12 November',
    'Parcel 2 of 2 · Expected Friday 20 November',
    'warning',
  ],
  [
    'stuck in one parcel and late in another: stuck is graver',
    order({
      parcels: [
        { reached: on, lastScan: ago(1), promised: '2026-11-14' },
        { reached: on, lastScan: ago(6) },
      ],
    }),
    'It hasn’t moved since Thursday 12 November',
    'Parcel 2 of 2',
    'warning',
  ],
  [
    'stuck past its day',
    order({ parcels: [{ reached: on, lastScan: ago(6), promised: '2026-11-14' }] }),
    'It hasn’t moved since Thursday 12 November',
    'Late. It was due Saturday 14 November',
    'warning',
  ],
  [
    'lost in one parcel, late in the other',
    order({
      parcels: [
        { reached: on, promised: '2026-11-14', lastScan: now },
        { reached: on, lost: true, lastScan: ago(6) },
      ],
    }),
    'This parcel seems to be lost',
    'Parcel 2 of 2 · Last seen Thursday 12 November',
    'danger',
  ],
  [
    'on its way in two parcels',
    order({
      parcels: [
        { reached: on, promised: '2026-11-20' },
        { reached: on, promised: '2026-11-26' },
      ],
    }),
    'Arrives Thursday 26 November',
    '',
    'calm',
  ],
  [
    'promised for yesterday, which is not over everywhere',
    order({ parcels: [{ reached: on, promised: '2026-11-17' }] }),
    'On its way',
    'Expected yesterday',
    'calm',
  ],
  [
    'here in part, and the rest due later',
    order({
      parcels: [
        { reached: { ...on, delivered: ago(1) }, promised: '2026-11-28' },
        { reached: on, promised: '2026-11-26' },
      ],
    }),
    '1 of 2 parcels delivered',
    'Expected Thursday 26 November',
    'calm',
  ],
  ['delivered', order({ parcels: [{ reached: { ...on, delivered: now } }] }), 'Delivered today', '', 'good'],
  ['cancelled', order({ cancelled: ago(1) }), 'Cancelled yesterday', 'No refund booked yet', 'calm'],
  ['returned', order({ returned: ago(1), refunded: now }), 'Your return reached us yesterday', 'Money sent back today', 'calm'],
])('an order that is %s', (_, given, sentence, detail, tone) => {
  const headline = orderHeadline(given, now, orderWords, createCalendar('en-GB', 'UTC'), 'en')
  const [plain, plainDetail] = [headline.sentence, headline.detail].map((words) => words.replace('day,', 'day'))
  expect({ ...headline, sentence: plain, detail: plainDetail }).toEqual({ sentence, detail, tone })
})

test('a promised day is the same day in every zone', () => {
  const given = order({ parcels: [{ reached: on, promised: '2026-11-26' }] })
  for (const zone of ['Pacific/Honolulu', 'Pacific/Auckland', 'Asia/Tokyo']) {
    expect(orderHeadline(given, now, orderWords, createCalendar('en', zone), 'en').sentence).toMatch(/26/)
  }
})
