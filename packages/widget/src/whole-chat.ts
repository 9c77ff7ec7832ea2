import { type Adapter, type ChatOptions, createChat, type Store, storefrontChapters } from '@shopbell/core'
import { backendAdapter } from './browser/backend-adapter.js'
import { browserTabs } from './browser/browser-tabs.js'
import { durableStore } from './browser/durable-store.js'
import type { ResumeKey } from './browser/resume-key.js'
import type { Speech } from './language/speech.js'
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
  /** In place of the browser's own. */
  readonly store: Store | undefined
}

/** Brings the chat to life behind its greeting: adapter, store and flow. Loaded after the greeting's first frames. */
export function wholeChat({
  adapter: own,
  backend,
  flow: given = storefrontChapters,
  resume,
  speech,
  debug,
  store,
  ...options
}: WholeChatOptions): ReturnType<typeof createChat> {
  const { site } = options
  const adapter = { ...(backend ? backendAdapter({ url: backend, site }) : {}), ...own }
  // The shop's own code may fail, and only its developer can mend it.
  if (Object.keys({ ...own, ...own.actions }).length > 2)
    import('./tell-failures.js').then((part) => part.tellFailures(adapter), ignore)
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
    store: store ?? durableStore(site, resume),
    tabs: browserTabs(site),
    trace(step) {
      options.trace?.(step)
      if (panel) panel.then(({ trace }) => trace(step), ignore)
    },
  })
  if (panel) panel.then(({ hold }) => hold(chat), ignore)
  if (/[?&]shopbell-order=/.test(location.search))
    import('./linked-order.js').then(({ learnLinkedOrder }) => learnLinkedOrder(chat), ignore)
  return chat
}

/** What in the page's address asks for the debug panel. */
const ASKED = /[?&]shopbell-debug\b/

/** Nobody goes without the chat because a tool did not load. */
const ignore = () => undefined
