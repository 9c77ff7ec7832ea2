import { fill, type Order, type OrderWords, type Parcel, plural, STAGES } from '@shopbell/core'
import { Icon } from '../../icons.js'
import { check, warningSign } from '../icons.js'
import { useWords } from '../use-words.js'
import { orderHeadline } from './order-headline.js'

export interface OrderCardProps {
  readonly order: Order
  /** When it was asked for. */
  readonly at: number
  readonly words: OrderWords
}

/** An order: first the answer in words, then how it got there. It says what was true when it was asked. */
export function OrderCard({ order, at, words }: OrderCardProps) {
  const { calendar, view } = useWords()
  const { sentence, detail, tone } = orderHeadline(order, at, words, calendar, view.locale)
  const { parcels } = order
  const about = [
    parcels[1] && plural(words.parcels, parcels.length, view.locale),
    order.city && fill(words.to, { city: order.city }),
  ]
    .filter(Boolean)
    .join(' ')
  const journeys = order.cancelled || order.returned ? [] : parcels
  return (
    <article class={`card order ${tone}`} part="order-card">
      <p class="over">
        <bdi>{fill(words.number, { number: order.number })}</bdi> {about && <span dir="auto">{about}</span>}
      </p>
      <h3 class="headline">
        {tone !== 'calm' && <Icon of={tone === 'good' ? check : warningSign} />}
        {sentence}
      </h3>
      {detail && <p class="detail">{detail}</p>}
      {journeys.map((parcel, index) => (
        <div class="parcel" key={index}>
          {parcels[1] && <p class="over">{fill(words.parcel, { number: index + 1, total: parcels.length }, view.locale)}</p>}
          <Journey parcel={parcel} words={words} />
        </div>
      ))}
    </article>
  )
}

function Journey({ parcel, words }: { readonly parcel: Parcel; readonly words: OrderWords }) {
  const { calendar } = useWords()
  const furthest = STAGES.reduce((last, stage, index) => (parcel.reached[stage] === undefined ? last : index), -1)
  return (
    <ol class="journey" aria-label={words.journey}>
      {STAGES.map((stage, index) => {
        const reached = parcel.reached[stage]
        return (
          <li key={stage} class={index < furthest ? 'done passed' : index === furthest ? 'done here' : 'ahead'}>
            <span class="station" />
            {words.stages[stage]}
            <small>{reached ? calendar.shortDay(reached) : index > furthest && <span class="unseen">{words.ahead}</span>}</small>
          </li>
        )
      })}
    </ol>
  )
}
