import { fill, type Order, type OrderWords, type Situation, situationOf } from '@shopbell/core'
import type { Calendar } from '../calendar.js'

/** How grave it is; colour follows it, and never stands alone. */
export type Tone = 'good' | 'calm' | 'warning' | 'danger'

export interface Headline {
  readonly sentence: string
  readonly detail: string
  readonly tone: Tone
}

const tones: Record<Situation, Tone> = {
  preparing: 'calm',
  'on-time': 'calm',
  partly: 'calm',
  delivered: 'good',
  late: 'warning',
  stuck: 'warning',
  lost: 'danger',
  cancelled: 'calm',
  returned: 'calm',
}

/** The answer to *where is it*, in the words of an honest clerk, as things stood at `now` (milliseconds since 1970). */
export function orderHeadline(order: Order, now: number, words: OrderWords, calendar: Calendar, locale = 'en'): Headline {
  const situation = situationOf(order, now)
  const day = (at: number) => calendar.dayInWords(now, at)
  const { parcels } = order
  const latest = (of: (parcel: Order['parcels'][number]) => number | undefined) => {
    const known = parcels.flatMap((parcel) => of(parcel) ?? [])
    return known.length > 0 ? Math.max(...known) : undefined
  }
  const promised = latest((parcel) =>
    parcel.reached.delivered === undefined && parcel.promised ? calendar.within(parcel.promised) : undefined,
  )
  const seen = latest((parcel) => (parcel.reached.delivered === undefined ? parcel.lastScan : undefined))
  const delivered = parcels.filter((parcel) => parcel.reached.delivered !== undefined).length
  const expected = promised === undefined ? '' : fill(words.expected, { day: day(promised) })
  const lastSeen = seen === undefined ? '' : fill(words.lastSeen, { day: day(seen) })
  const refund = order.refunded === undefined ? words.notRefunded : fill(words.refunded, { day: day(order.refunded) })

  const of: Record<Situation, () => readonly [string, string]> = {
    preparing: () => [words.preparing, expected],
    'on-time': () => [promised === undefined ? words.onItsWay : fill(words.arrives, { day: day(promised) }), ''],
    late: () => [fill(words.late, { day: promised === undefined ? '' : day(promised) }), lastSeen],
    stuck: () => [fill(words.stuck, { day: seen === undefined ? '' : day(seen) }), expected],
    lost: () => [words.lost, lastSeen],
    partly: () => {
      const shipped = parcels.filter((parcel) => parcel.reached.shipped !== undefined).length
      const numbers = { count: delivered || shipped, total: parcels.length }
      return [fill(delivered > 0 ? words.partlyDelivered : words.partlyShipped, numbers, locale), expected]
    },
    delivered: () => [fill(words.delivered, { day: day(latest((parcel) => parcel.reached.delivered) ?? now) }), ''],
    cancelled: () => [fill(words.cancelled, { day: day(order.cancelled ?? now) }), refund],
    returned: () => [fill(words.returned, { day: day(order.returned ?? now) }), refund],
  }
  const [sentence, detail] = of[situation]()
  return { sentence, detail, tone: tones[situation] }
}
