import type { Stage } from '../facts/order.js'

// Nothing is shared with what reads an order for a shopper: that would have to be larger for it. A test holds both side by side.

const MOST_PARCELS = 20
const STAGES: Readonly<Record<Stage, true>> = { ordered: true, packed: true, shipped: true, delivered: true }
const DATES = ['cancelled', 'returned', 'refunded'] as const
const PARCEL = ['reached', 'lastScan', 'promised', 'lost']

type Fields = Readonly<Record<string, unknown>>

/**
 * The first thing in a shop's answer that is no part of an order, so that the chat leaves it out or takes nothing of it; `null`
 * where everything fits. For developers: no shopper downloads it.
 *
 * @example orderFault({ number: '1', placed: '2026-01-02', parcels: [] }) // '"placed" should be milliseconds since 1970, and is "2026-01-02"'
 */
export function orderFault(value: unknown): string | null {
  return noOrder(value) ?? lostOfOrder(value as Fields)
}

/** Why the chat takes nothing of it. */
export function noOrder(value: unknown): string | null {
  if (!isObject(value)) return `an order should be an object, and is ${shown(value)}`
  const { number, placed } = value
  if (typeof number !== 'string' || number === '' || number.length > 200)
    return `"number" should be a text of at most 200 characters, and is ${shown(number)}`
  return isInstant(placed) ? null : dateFault('placed', placed)
}

/** What of an order is left out. */
function lostOfOrder(order: Fields): string | null {
  const { city, parcels } = order
  if (isThere(city) && !(typeof city === 'string' && city.length <= 80))
    return `"city" should be a text of at most 80 characters, and is ${shown(city)}`
  for (const date of DATES) if (isThere(order[date]) && !isInstant(order[date])) return dateFault(date, order[date])
  if (!Array.isArray(parcels)) return `"parcels" should be a list, and is ${shown(parcels)}`
  if (parcels.length > MOST_PARCELS) return `"parcels" should be at most ${MOST_PARCELS}, and are ${parcels.length}`
  for (const [index, parcel] of parcels.entries()) {
    const fault = parcelFault(`parcels/${index}`, parcel)
    if (fault) return fault
  }
  return null
}

function parcelFault(path: string, parcel: unknown): string | null {
  if (!isObject(parcel)) return `"${path}" should be an object, and is ${shown(parcel)}`
  const foreign = Object.keys(parcel).find((field) => !PARCEL.includes(field))
  if (foreign !== undefined) return `"${path}/${foreign}" is nothing that a parcel has: it has ${PARCEL.join(', ')}`
  const { reached, lastScan, promised, lost } = parcel
  if (!isObject(reached)) return `"${path}/reached" should be an object of dates by stage, and is ${shown(reached)}`
  for (const [stage, at] of Object.entries(reached)) {
    if (!Object.hasOwn(STAGES, stage)) return `"${path}/reached/${stage}" is no stage: they are ${Object.keys(STAGES).join(', ')}`
    if (isThere(at) && !isInstant(at)) return dateFault(`${path}/reached/${stage}`, at)
  }
  if (isThere(lastScan) && !isInstant(lastScan)) return dateFault(`${path}/lastScan`, lastScan)
  if (isThere(promised) && !(typeof promised === 'string' && /^\d{4}-\d\d-\d\d$/.test(promised)))
    return `"${path}/promised" should be a day such as "2026-12-24", and is ${shown(promised)}`
  return isThere(lost) && typeof lost !== 'boolean' ? `"${path}/lost" should be true, and is ${shown(lost)}` : null
}

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

const isInstant = (value: unknown): boolean => typeof value === 'number' && Math.abs(value) <= 8.64e15

const isThere = (value: unknown): boolean => value !== undefined && value !== null

const dateFault = (path: string, value: unknown): string => `"${path}" should be milliseconds since 1970, and is ${shown(value)}`

/** A value as its author reads it. */
function shown(value: unknown): string {
  if (value === undefined) return 'not there'
  if (value instanceof Date) return 'a Date'
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object'
  return (typeof value === 'string' ? JSON.stringify(value) : String(value)).slice(0, 80)
}
