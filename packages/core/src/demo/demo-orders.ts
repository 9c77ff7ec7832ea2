import type { Order, Situation } from '../facts/order.js'

/** An order of the demo shop, with the address that it was placed from. */
export interface DemoOrder {
  readonly situation: Situation
  readonly email: string
  readonly order: Order
}

const DAY = 86_400_000

/** Everybody in the demo shop writes from here. */
export const DEMO_EMAIL = 'sam@example.com'

/** One order in every situation, told from `now` so that late stays late. Numbers 1001 to 1009, in this order. */
export function demoOrders(now: number): readonly DemoOrder[] {
  const ago = (days: number) => now - days * DAY
  const day = (days: number) => new Date(now + days * DAY).toISOString().slice(0, 10)
  const orders: readonly (readonly [Situation, Omit<Order, 'number'>])[] = [
    ['preparing', { placed: ago(1), city: 'Utrecht', parcels: [{ reached: { ordered: ago(1) }, promised: day(4) }] }],
    ['on-time', { placed: ago(3), city: 'Leeds', parcels: [shipped(ago(3), ago(0.5), day(2))] }],
    ['late', { placed: ago(9), city: 'Lyon', parcels: [shipped(ago(9), ago(1), day(-2))] }],
    ['stuck', { placed: ago(12), city: 'Graz', parcels: [shipped(ago(12), ago(8), day(-3))] }],
    ['lost', { placed: ago(20), city: 'Porto', parcels: [{ ...shipped(ago(20), ago(15), day(-12)), lost: true }] }],
    [
      'partly',
      {
        placed: ago(5),
        city: 'Ghent',
        parcels: [arrived(ago(5), ago(1), day(-1)), { reached: { ordered: ago(5) }, promised: day(3) }],
      },
    ],
    ['delivered', { placed: ago(6), city: 'Aarhus', parcels: [arrived(ago(6), ago(2), day(-1))] }],
    ['cancelled', { placed: ago(8), cancelled: ago(7), refunded: ago(6), parcels: [] }],
    [
      'returned',
      { placed: ago(30), city: 'Bergen', parcels: [arrived(ago(30), ago(26), day(-25))], returned: ago(10), refunded: ago(8) },
    ],
  ]
  return orders.map(([situation, order], index) => ({
    situation,
    email: DEMO_EMAIL,
    order: { number: `${1001 + index}`, ...order },
  }))
}

function shipped(placed: number, lastScan: number, promised: string): Order['parcels'][number] {
  return { reached: { ordered: placed, packed: placed + DAY / 2, shipped: placed + DAY }, lastScan, promised }
}

function arrived(placed: number, delivered: number, promised: string): Order['parcels'][number] {
  return {
    reached: { ordered: placed, packed: placed + DAY / 2, shipped: placed + DAY, delivered },
    lastScan: delivered,
    promised,
  }
}
