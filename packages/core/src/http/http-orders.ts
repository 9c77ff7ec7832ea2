import type { Orders } from '../adapter.js'
import { parseOrder } from '../boundary/parse-order.js'
import { fieldOf, type HttpAsk, post } from './http-wire.js'

/** The shop's orders over the calls of docs/http-api.md. */
export function httpOrders(ask: HttpAsk): Orders {
  return {
    find: ({ number, email }, signal, sender) =>
      fieldOf('order', ask('orders/find', signal, post({ number, email }), sender), parseOrder),
  }
}
