import { type Order, type Parcel, STAGES } from '@shopbell/core'
import { stageWords } from '../order-comparison.js'
import { calendarDay, dayWords } from '../words/time-words.js'

/** An order's way: one line of stages per parcel, with what goes wrong in its own words. */
export function OrderTimeline({ order }: { order: Order }) {
  return (
    <div class="order">
      <p class="order-head">
        <bdi>{order.number}</bdi>
        <span class="quiet">
          {' '}
          placed {dayWords(order.placed)}
          {order.city && (
            <>
              , to <bdi>{order.city}</bdi>
            </>
          )}
        </span>
      </p>
      {order.cancelled !== undefined && <p class="order-fault">Cancelled {dayWords(order.cancelled)}</p>}
      {order.returned !== undefined && <p class="order-fault">Returned {dayWords(order.returned)}</p>}
      {order.refunded !== undefined && <p class="order-fault">Refunded {dayWords(order.refunded)}</p>}
      {(order.cancelled ?? order.returned) !== undefined && order.refunded === undefined && (
        <p class="order-fault">No refund booked yet</p>
      )}
      {order.parcels.map((parcel, index) => (
        // Parcels have no name of their own but their place.
        <ParcelLine key={index} parcel={parcel} label={order.parcels.length > 1 ? `Parcel ${index + 1}` : null} />
      ))}
    </div>
  )
}

function ParcelLine({ parcel, label }: { parcel: Parcel; label: string | null }) {
  return (
    <div class="parcel">
      {label && <p class="parcel-label">{label}</p>}
      <ol class="stages">
        {STAGES.map((stage) => {
          const at = parcel.reached[stage]
          return (
            <li key={stage} class={at === undefined ? 'stage' : 'stage stage-reached'}>
              <span>{stageWords(stage)}</span>
              <span class="stage-day">{at === undefined ? 'not yet' : dayWords(at)}</span>
            </li>
          )
        })}
      </ol>
      {parcel.lost && <p class="order-fault">Given up as lost</p>}
      {parcel.promised && parcel.reached.delivered === undefined && (
        <p class="parcel-note">Promised for {calendarDay(parcel.promised)}</p>
      )}
      {parcel.lastScan !== undefined && parcel.reached.delivered === undefined && (
        <p class="parcel-note">Last scanned {dayWords(parcel.lastScan)}</p>
      )}
    </div>
  )
}
