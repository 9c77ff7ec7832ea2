import type { Orders } from './adapter.js'
import type { CallInput } from './ask-adapter.js'
import { parseOrder } from './boundary/parse-order.js'
import type { CallResult } from './conversation/event.js'
import type { Sender } from './delivery/protocol.js'

/** Looks an order up. An answer that is none is a failure of the shop's: the order may well be there. */
export async function askOrders(
  orders: Orders,
  { orderNumber: number = '', email = '' }: CallInput,
  sender: Sender,
  signal: AbortSignal,
): Promise<CallResult> {
  const found = await orders.find({ number, email }, signal, sender)
  const order = parseOrder(found)
  if (found && !order) throw found
  return order ? { found: 'order', order } : { found: 'nothing' }
}
