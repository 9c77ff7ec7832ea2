import { fill, type Order, type OrderWords, type Parcel, type Situation, situationOf } from '@shopbell/core'
import type { Calendar } from '../calendar.js'

/** How grave it is; colour follows it, and never stands alone. */
export type Tone = 'good' | 'calm' | 'warning' | 'danger'

export interface Headline {
  readonly sentence: string
  readonly detail: string
  readonly tone: Tone
}

/**
 * The answer to *where is it*, in the words of an honest clerk, as things stood at `now` (milliseconds since 1970). The days are those of
 * the parcels that the answer is about, and where these are not all, it says which.
 */
export function orderHeadline(order: Order, now: number, words: OrderWords, calendar: Calendar, locale: string): Headline {
  const situation = situationOf(order, now)
  const { parcels } = order
  const total = parcels.length
  const isMeant = (parcel: Parcel) => situationOf({ ...order, parcels: [parcel] }, now) === situation
  const meant = parcels.filter(isMeant)
  const which = parcels.map(
    (parcel, index) => !meant[total - 1] && isMeant(parcel) && fill(words.parcel, { number: index + 1, total }, locale),
  )
  const open = parcels.filter(({ reached }) => !reached.delivered)
  // 0 where no day is known.
  const latest = (of: (parcel: Parcel) => number | undefined) =>
    Math.max(0, ...(meant[0] ? meant : open).map((parcel) => of(parcel) ?? 0))
  const dated = (sentence: string, at: number | undefined) => (at ? fill(sentence, { day: calendar.dayInWords(now, at) }) : '')
  const promised = latest(({ promised: day = '' }) => calendar.within(day))
  const isAhead = promised && calendar.daysFrom(now, promised) >= 0
  const seen = latest(({ lastScan }) => lastScan)
  const arrived = latest(({ reached }) => reached.delivered)
  const expected = dated(words.expected, promised)
  const late = dated(words.late, promised)
  const lastSeen = dated(words.lastSeen, seen)
  const refund = dated(words.refunded, order.refunded) || words.notRefunded
  const delivered = total - open.length
  const count = delivered || parcels.filter(({ reached }) => reached.shipped).length

  // None of a partly delivered order is so by itself: its day is that of all that is still to come.
  const of: Record<Situation, readonly [string, string, Tone?]> = {
    preparing: [words.preparing, expected],
    'on-time': isAhead ? [dated(words.arrives, promised), ''] : [words.onItsWay, expected],
    late: [late, lastSeen, 'warning'],
    stuck: [dated(words.stuck, seen), isAhead ? expected : late, 'warning'],
    lost: [words.lost, lastSeen, 'danger'],
    partly: [fill(delivered ? words.partlyDelivered : words.partlyShipped, { count, total }, locale), expected],
    delivered: [dated(words.delivered, arrived), '', 'good'],
    cancelled: [dated(words.cancelled, order.cancelled), refund],
    returned: [dated(words.returned, order.returned), refund],
  }
  const [sentence, detail, tone = 'calm'] = of[situation]
  return { sentence, detail: [...which, detail].filter(Boolean).join(' · '), tone }
}
