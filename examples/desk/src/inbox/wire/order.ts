import { type Order, type Parcel, STAGES, type Stage } from '@shopbell/core'
import { listOf, numberOf, objectOf, own } from './outside.js'
import { cleanLine } from './plain-text.js'

function parcelOf(value: unknown): Parcel | null {
  const parcel = objectOf(value)
  if (!parcel) return null
  const said = objectOf(own(parcel, 'reached'))
  const reached: { [stage in Stage]?: number } = {}
  for (const stage of STAGES) {
    const at = numberOf(own(said, stage))
    if (at !== null) reached[stage] = at
  }
  const lastScan = numberOf(own(parcel, 'lastScan'))
  const promised = cleanLine(own(parcel, 'promised'), 10)
  return {
    reached,
    ...(lastScan === null ? {} : { lastScan }),
    ...(/^\d{4}-\d\d-\d\d$/.test(promised) ? { promised } : {}),
    ...(own(parcel, 'lost') === true ? { lost: true } : {}),
  }
}

/** An order as it stands in an answer, or null. */
export function orderOf(value: unknown): Order | null {
  const order = objectOf(value)
  const number = cleanLine(own(order, 'number'))
  const placed = numberOf(own(order, 'placed'))
  if (number === '' || placed === null) return null
  const city = cleanLine(own(order, 'city'))
  const [cancelled, returned, refunded] = ['cancelled', 'returned', 'refunded'].map((key) => numberOf(own(order, key)))
  return {
    number,
    placed,
    parcels: listOf(own(order, 'parcels'), parcelOf, 20),
    ...(city ? { city } : {}),
    ...(cancelled == null ? {} : { cancelled }),
    ...(returned == null ? {} : { returned }),
    ...(refunded == null ? {} : { refunded }),
  }
}
