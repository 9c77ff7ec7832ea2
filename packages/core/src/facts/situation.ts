import type { Order, Parcel, Situation } from './order.js'

const DAY = 86_400_000

/** A parcel that no scanner has seen for this long is stuck. */
export const STUCK_AFTER = 5 * DAY

/** The end of a promised day, for every zone on earth: a parcel is not called late before that day is over everywhere. */
function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) + DAY + 12 * 3_600_000
}

function isLate(parcel: Parcel, now: number): boolean {
  return parcel.promised !== undefined && parcel.reached.delivered === undefined && now > endOfDay(parcel.promised)
}

function isStuck(parcel: Parcel, now: number): boolean {
  if (parcel.reached.shipped === undefined || parcel.reached.delivered !== undefined) return false
  return now - (parcel.lastScan ?? parcel.reached.shipped) >= STUCK_AFTER
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
  if (parcels.some((parcel) => parcel.lost)) return 'lost'
  if (parcels.some((parcel) => isStuck(parcel, now))) return 'stuck'
  if (parcels.some((parcel) => isLate(parcel, now))) return 'late'
  const delivered = parcels.filter((parcel) => parcel.reached.delivered !== undefined).length
  if (delivered === parcels.length && delivered > 0) return 'delivered'
  const shipped = parcels.filter((parcel) => parcel.reached.shipped !== undefined).length
  if (shipped === 0) return 'preparing'
  return shipped < parcels.length || delivered > 0 ? 'partly' : 'on-time'
}
