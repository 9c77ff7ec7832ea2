import type { Adapter } from './adapter.js'
import type { CallResult } from './conversation/event.js'
import type { Sender } from './delivery/protocol.js'

/** What a `call` step gives along. */
export type CallInput = Readonly<Record<string, string>>

/**
 * Asks the adapter what a `call` step names, and makes of the answer what the machine understands. Rejects where the adapter
 * does, and where it cannot do what is asked; an answer that is not what it should be is "nothing". How each is asked comes with
 * what else its subject needs.
 */
export async function askAdapter(
  { orders, faqs, actions }: Adapter,
  name: string,
  input: CallInput,
  sender: Sender,
  signal: AbortSignal,
): Promise<CallResult> {
  if (name === 'findOrder' && orders) return (await import('./ask-orders.js')).askOrders(orders, input, sender, signal)
  if (/^(listTopics|searchFaqs|readArticle)$/.test(name) && faqs)
    return (await import('./ask-faqs.js')).askFaqs(faqs, name, input, signal)
  return (await import('./ask-action.js')).askAction(actions, name, input, signal)
}
