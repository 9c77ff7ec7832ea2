import { readFacts } from '../facts-from.js'
import type { Known } from './page-methods.js'

/**
 * What a page says it knows, as facts by the names that the flow and the handoff have for them: `product`, `cart`, `customerId` and
 * the like. What is no text and no number is left out.
 */
export function knownFacts(known: unknown): Readonly<Record<string, string>> {
  const { facts, tags, cart, order, product } = Object(known) as Record<keyof Known, unknown>
  const { worth, currency, items } = Object(cart)
  const { title, id, url } = Object(product)
  return {
    ...readFacts(facts),
    ...readFacts({
      ...(Array.isArray(tags) && { tags: tags.filter((tag) => typeof tag === 'string').join(', ') }),
      cart: worth,
      currency,
      cartItems: items,
      orderNumber: order,
      product: title,
      productId: id,
      productUrl: typeof url === 'string' ? url.split(/[?#]/, 1)[0] : undefined,
    }),
  }
}
