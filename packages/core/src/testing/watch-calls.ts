import type { Action, Adapter } from '../adapter.js'
import { noOrder, orderFault } from '../boundary/order-fault.js'

/** Hears why a call of a flow's has failed: what was thrown, or which part of the answer is not what it should be. */
export type CallFailed = (call: string, cause: unknown) => void

/**
 * The same adapter, with somebody who hears what the shopper never reads: why what a flow calls has failed, and what of an order
 * the chat leaves out.
 *
 * @example watchCalls(adapter, (call, cause) => console.error(call, cause))
 */
export function watchCalls(adapter: Adapter, failed: CallFailed): Adapter {
  const { orders, faqs, actions } = adapter
  async function watch<Value>(call: string, signal: AbortSignal, work: () => Value | Promise<Value>): Promise<Value> {
    try {
      return await work()
    } catch (error) {
      // What was taken back has not failed.
      if (!signal.aborted) failed(call, error)
      throw error
    }
  }
  return {
    ...adapter,
    ...(orders && {
      orders: {
        find: (query, signal, sender) =>
          watch('findOrder', signal, async () => {
            const found = await orders.find(query, signal, sender)
            const fault = found && wrongOrder(found)
            if (fault) failed('findOrder', fault)
            return found
          }),
      },
    }),
    ...(faqs && {
      faqs: {
        ...faqs,
        topics: (signal) => watch('listTopics', signal, () => faqs.topics(signal)),
        search: (words, signal) => watch('searchFaqs', signal, () => faqs.search(words, signal)),
        read: (id, signal) => watch('readArticle', signal, () => faqs.read(id, signal)),
      },
    }),
    // Some are registered later, and some are taken away.
    ...(actions && {
      actions: new Proxy(actions, {
        get(those, name: string): Action | undefined {
          const action = those[name]
          return action && ((input, signal) => watch(name, signal, () => action(input, signal)))
        },
      }),
    }),
  }
}

/** What of an order that a shop has answered is not taken, in a sentence; `null` where all of it is. */
export function wrongOrder(found: unknown): string | null {
  const fault = orderFault(found)
  return fault && `${fault}. ${noOrder(found) ? 'The answer is no order.' : 'It is left out.'}`
}
