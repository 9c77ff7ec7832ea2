import { type Adapter, type ChatOptions, createChat, storefrontChapters } from '@shopbell/core'
import { backendAdapter } from './browser/backend-adapter.js'
import { durableStore } from './browser/durable-store.js'
import type { ResumeKey } from './browser/resume-key.js'
import { linkedOrder } from './linked-order.js'

// What the page hears of a conversation is not needed before there is one.
export { announceChanges } from './announce-changes.js'
export { wakeOnReturn } from './browser/wake-on-return.js'

/** What the chat behind a greeting is made of, beside what core asks for. */
export interface WholeChatOptions extends Omit<ChatOptions, 'adapter' | 'flow' | 'store'> {
  readonly adapter: Adapter
  readonly backend: string | undefined
  readonly flow: ChatOptions['flow'] | undefined
  readonly resume: ResumeKey
}

/** Brings the chat to life behind its greeting: adapter, store and flow. Loaded after the greeting's first frames. */
export function wholeChat({ adapter, backend, flow, resume, ...options }: WholeChatOptions): ReturnType<typeof createChat> {
  const { site } = options
  const chat = createChat({
    ...options,
    adapter: { ...(backend ? backendAdapter({ url: backend, site }) : {}), ...adapter },
    flow: flow ?? storefrontChapters,
    store: durableStore(site, resume),
  })
  const orderNumber = linkedOrder(location.search)
  if (orderNumber) void chat.send({ type: 'page.changed', facts: { orderNumber } })
  return chat
}
