import { type Order, type Parcel, STAGES } from '../facts/order.js'
import { instant, list, name, optional, reader, text } from './read.js'

const MOST_PARCELS = 20

/** An order from outside, made anew from the fields that we know; `null` where it is none. */
export function parseOrder(value: unknown): Order | null {
  const read = reader(value)
  const number = name(read?.('number'))
  const placed = instant(read?.('placed'))
  if (!read || number === null || placed === null) return null
  return {
    number,
    placed,
    parcels: list(read('parcels'), MOST_PARCELS, parseParcel),
    ...optional('city', text(read('city'), 80)),
    ...optional('cancelled', instant(read('cancelled'))),
    ...optional('returned', instant(read('returned'))),
    ...optional('refunded', instant(read('refunded'))),
  }
}

function parseParcel(value: unknown): Parcel | null {
  const read = reader(value)
  if (!read) return null
  const reached = reader(read('reached'))
  const stages = STAGES.map((stage) => [stage, instant(reached?.(stage))] as const)
  const promised = read('promised')
  return {
    reached: Object.fromEntries(stages.filter(([, at]) => at !== null)),
    ...optional('lastScan', instant(read('lastScan'))),
    ...optional('promised', typeof promised === 'string' && /^\d{4}-\d\d-\d\d$/.test(promised) ? promised : null),
    ...optional('lost', read('lost') === true ? true : null),
  }
}
