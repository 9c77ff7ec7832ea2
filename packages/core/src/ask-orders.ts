import type { Orders } from './adapter.js'
import type { CallInput } from './ask-adapter.js'
import { parseOrder } from './boundary/parse-order.js'
import type { CallResult } from './conversation/event.js'
import type { Sender } from './delivery/protocol.js'

/** Looks an order up. */
export async function askOrders(
  orders: Orders,
  { orderNumber: number = '', email = '' }: CallInput,
  sender: Sender,
  signal: AbortSignal,
): Promise<CallResult> {
  const order = parseOrder(await orders.find({ number, email }, signal, sender))
  return order ? { found: 'order', order } : { found: 'nothing' }
}
