import type { OrderWords } from './words.js'

/** The words of an order's card in English. */
export const orderWords: OrderWords = {
  number: 'Order {number}',
  preparing: 'We’re packing your order',
  arrives: 'Arrives {day}',
  onItsWay: 'On its way',
  late: 'Late. It was due {day}',
  stuck: 'It hasn’t moved since {day}',
  lost: 'This parcel seems to be lost',
  partlyDelivered: '{count} of {total} parcels delivered',
  partlyShipped: '{count} of {total} parcels on their way',
  delivered: 'Delivered {day}',
  cancelled: 'Cancelled {day}',
  returned: 'Your return reached us {day}',
  refunded: 'Money sent back {day}',
  notRefunded: 'No refund booked yet',
  expected: 'Expected {day}',
  lastSeen: 'Last seen {day}',
  parcels: { one: '{count} parcel', other: '{count} parcels' },
  parcel: 'Parcel {number} of {total}',
  to: 'to {city}',
  stages: { ordered: 'Ordered', packed: 'Packed', shipped: 'Shipped', delivered: 'Delivered' },
  journey: 'Journey',
  ahead: 'not yet',
}
