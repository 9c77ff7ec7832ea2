import { type Adapter, type ChatOptions, createChat, storefrontChapters } from '@shopbell/core'
import { backendAdapter } from './browser/backend-adapter.js'
import { browserTabs } from './browser/browser-tabs.js'
import { durableStore } from './browser/durable-store.js'
import type { ResumeKey } from './browser/resume-key.js'
import type { Speech } from './language/speech.js'
import { linkedOrder } from './linked-order.js'
import { deviceZone } from './ui/device-zone.js'

// What the page hears of a conversation is not needed before there is one.
export { attendChat } from './attend-chat.js'
export { durableStore } from './browser/durable-store.js'

/** What the chat behind a greeting is made of, beside what core asks for. */
export interface WholeChatOptions extends Omit<ChatOptions, 'adapter' | 'flow' | 'store'> {
  readonly adapter: Adapter
  readonly backend: string | undefined
  /** The address of a file is known to the speech, which has fetched it. */
  readonly flow: ChatOptions['flow'] | string | undefined
  readonly resume: ResumeKey
  readonly debug: boolean | string | undefined
  readonly speech: Speech | undefined
}

/** Brings the chat to life behind its greeting: adapter, store and flow. Loaded after the greeting's first frames. */
export function wholeChat({
  adapter: own,
  backend,
  flow: given = storefrontChapters,
  resume,
  speech,
  debug,
  ...options
}: WholeChatOptions): ReturnType<typeof createChat> {
  const { site } = options
  const adapter = { ...(backend ? backendAdapter({ url: backend, site }) : {}), ...own }
  const script = typeof given === 'string' ? storefrontChapters : given
  const flow = speech ? () => speech.flow(script) : script
  const looks = debug === true || (typeof debug === 'string' && debug !== 'false' && ASKED.test(location.search))
  const panel = looks && import('./debug/index.js').then(({ openDebug }) => openDebug({ flow, adapter }))
  const chat = createChat({
    ...options,
    zone: deviceZone(),
    adapter,
    flow,
    opening: speech?.opening(options.opening) ?? options.opening,
    store: durableStore(site, resume),
    tabs: browserTabs(site),
    ...(panel && { trace: (step) => void panel.then(({ trace }) => trace(step), ignore) }),
  })
  if (panel) panel.then(({ hold }) => hold(chat), ignore)
  const orderNumber = linkedOrder(location.search)
  if (orderNumber) void chat.send({ type: 'page.changed', facts: { orderNumber } })
  return chat
}

/** What in the page's address asks for the debug panel. */
const ASKED = /[?&]shopbell-debug\b/

/** Nobody goes without the chat because a tool did not load. */
const ignore = () => undefined
