import type { Order, Parcel, Situation } from './order.js'

const DAY = 86_400_000

/** A parcel whose last scan is this long ago is stuck. One of which no scan is known is not: perhaps the shop hears of none. */
export const STUCK_AFTER = 5 * DAY

/** The end of a promised day, for every zone on earth: a parcel is not called late before that day is over everywhere. */
function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + DAY + 12 * 3_600_000
}

function isLate({ promised }: Parcel, now: number): boolean {
  return promised !== undefined && now > endOfDay(promised)
}

function isStuck({ lastScan, reached }: Parcel, now: number): boolean {
  return lastScan !== undefined && reached.shipped !== undefined && now - lastScan >= STUCK_AFTER
}

/**
 * What an honest clerk would say of an order, the gravest thing first: a lost parcel before a stuck one, a stuck one before a late one.
 *
 * @example situationOf({ number: '1001', placed: 0, parcels: [{ reached: { ordered: 0 } }] }, now) // 'preparing'
 */
export function situationOf(order: Order, now: number): Situation {
  if (order.cancelled !== undefined) return 'cancelled'
  if (order.returned !== undefined) return 'returned'
  const parcels = order.parcels
  const open = parcels.filter(({ reached }) => reached.delivered === undefined)
  if (parcels.some((parcel) => parcel.lost)) return 'lost'
  if (open.some((parcel) => isStuck(parcel, now))) return 'stuck'
  if (open.some((parcel) => isLate(parcel, now))) return 'late'
  const delivered = parcels.length - open.length
  if (delivered > 0 && open.length === 0) return 'delivered'
  const shipped = parcels.filter(({ reached }) => reached.shipped !== undefined).length
  if (shipped === 0) return 'preparing'
  return shipped < parcels.length || delivered > 0 ? 'partly' : 'on-time'
}
