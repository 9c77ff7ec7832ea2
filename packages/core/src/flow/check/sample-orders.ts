import type { Order, Parcel, Situation } from '../../facts/order.js'
import { situationOf } from '../../facts/situation.js'

const DAY = 86_400_000

/** One order for each situation that there can be, as it looks at a moment. */
export function sampleOrders(at: number): ReadonlyMap<Situation, Order> {
  const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10)
  const ordered = at - 10 * DAY
  const shipped: Parcel = {
    reached: { ordered, packed: ordered, shipped: at - DAY },
    lastScan: at - DAY,
    promised: dayOf(at + 2 * DAY),
  }
  const delivered: Parcel = { ...shipped, reached: { ...shipped.reached, delivered: at } }
  const order = (parcels: readonly Parcel[], more: Partial<Order> = {}): Order => ({
    number: '1042',
    placed: ordered,
    parcels,
    ...more,
  })
  const orders: readonly Order[] = [
    order([{ reached: { ordered } }]),
    order([shipped]),
    order([{ ...shipped, promised: dayOf(at - 3 * DAY) }]),
    order([{ ...shipped, lastScan: at - 6 * DAY }]),
    order([{ ...shipped, lost: true }]),
    order([shipped, { reached: { ordered } }]),
    order([delivered]),
    order([{ reached: { ordered } }], { cancelled: at - DAY }),
    order([delivered], { returned: at - DAY }),
  ]
  return new Map(orders.map((one) => [situationOf(one, at), one]))
}
