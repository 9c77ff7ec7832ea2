import type { Adapter } from './adapter.js'
import { parseArticle, parseArticleHeads, parseTopics } from './boundary/parse-article.js'
import { parseOrder } from './boundary/parse-order.js'
import type { CallResult } from './conversation/event.js'
import type { Sender } from './delivery/protocol.js'
import { asItIs, type Json } from './json.js'
import { LIMITS } from './limits.js'

/**
 * Asks the adapter what a `call` step names, and makes of the answer what the machine understands. Rejects where the adapter
 * does, and where it cannot do what is asked; an answer that is not what it should be is "nothing".
 */
export async function askAdapter(
  adapter: Adapter,
  name: string,
  input: Readonly<Record<string, string>>,
  sender: Sender,
  signal: AbortSignal,
): Promise<CallResult> {
  const { orders, faqs } = adapter
  if (name === 'findOrder' && orders) {
    const order = parseOrder(
      await orders.find({ number: input['orderNumber'] ?? '', email: input['email'] ?? '' }, signal, sender),
    )
    return order ? { found: 'order', order } : { found: 'nothing' }
  }
  if (name === 'listTopics' && faqs) {
    const topics = parseTopics(await faqs.topics(signal))
    return topics.length > 0 ? { found: 'topics', topics } : { found: 'nothing' }
  }
  if (name === 'searchFaqs' && faqs) {
    return {
      found: 'articles',
      articles: parseArticleHeads(await faqs.search(input['query'] ?? '', signal)).slice(0, LIMITS.choices),
    }
  }
  if (name === 'readArticle' && faqs) {
    const article = parseArticle(await faqs.read(input['article'] ?? '', signal))
    return article ? { found: 'article', article } : { found: 'nothing' }
  }
  const action = adapter.actions && Object.hasOwn(adapter.actions, name) ? adapter.actions[name] : undefined
  // Takes the flow's own way for a failure; nobody reads why.
  if (!action) throw new Error(name)
  // A fresh copy, made where what breaks on the way is a failure of the shop's and not of the chat.
  const value = JSON.parse(JSON.stringify((await action(input, signal)) ?? null, asItIs)) as Json
  return value === null ? { found: 'nothing' } : { found: 'value', value }
}
