import type { Order } from '../facts/order.js'
import { situationOf } from '../facts/situation.js'
import type { Turn } from './turn.js'

/** What the machine does with an order that was found: shown, and judged, so that the flow can go on by what is the matter. */
export interface OrderAnswer {
  take(turn: Turn, order: Order): void
}

export const order: OrderAnswer = {
  take(turn, order) {
    turn.change({ order })
    turn.learn({ situation: situationOf(order, turn.event.at) }, 'desk')
    turn.add('bot', { kind: 'order', order })
  },
}
