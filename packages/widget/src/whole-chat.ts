import { type Chat, type ChatOptions, type Contact, createChat, storefrontChapters } from '@shopbell/core'
import { attendChat } from './attend-chat.js'
import { backendAdapter } from './browser/backend-adapter.js'
import { browserTabs } from './browser/browser-tabs.js'
import { durableStore } from './browser/durable-store.js'
import type { Options } from './options.js'
import type { Inside } from './page/inside.js'
import { deviceZone } from './ui/device-zone.js'

export { durableStore } from './browser/durable-store.js'

/** What the chat behind a greeting is made of, beside what is known within: as it was when that was mounted. */
export interface WholeChatOptions extends Pick<ChatOptions, 'opening' | 'began'> {
  readonly adapter: Options['adapter']
  readonly backend: string | undefined
  readonly contact: Contact
  /** The address of a file is known to the speech, which has fetched it. */
  readonly flow: ChatOptions['flow'] | string | undefined
  /** Milliseconds since 1970. What was said before is no news to the page. */
  readonly since: number
}

/** Brings the chat to life behind its greeting: adapter, store and flow. Loaded after the greeting's first frames. */
export function wholeChat(
  inside: Inside,
  { adapter: shops, backend, contact, flow: given = storefrontChapters, since, ...options }: WholeChatOptions,
): Chat {
  const { endings, site, speech, resume } = inside
  const { debug } = inside.options
  // What the page hears of a conversation is not needed before there is one.
  attendChat(inside, since)
  const own = { ...shops, ...inside.help, contact, actions: inside.actions }
  const adapter = { ...(backend && backendAdapter({ url: backend, site })), ...own }
  // The shop's own code may fail, and only its developer can mend it.
  if (Object.keys({ ...own, ...own.actions }).length > 2)
    import('./tell-failures.js').then((part) => part.tellFailures(adapter), ignore)
  const script = typeof given === 'string' ? storefrontChapters : given
  const flow = speech ? () => speech.flow(script) : script
  const looks = debug === true || (`${debug ?? false}` !== 'false' && ASKED.test(location.search))
  const panel = looks && import('./debug/index.js').then(({ openDebug }) => openDebug({ flow, adapter, endings })).catch(ignore)
  inside.store ??= durableStore(site, resume)
  const chat = createChat({
    ...options,
    site,
    locale: inside.view.locale,
    zone: deviceZone(),
    adapter,
    flow,
    opening: speech?.opening(options.opening) ?? options.opening,
    store: inside.store,
    tabs: browserTabs(site),
    page: () => new URL(inside.path, location.href).href,
    visible: () => !document.hidden,
    trace(step) {
      inside.trace?.(step)
      if (panel) panel.then((debug) => debug?.trace(step))
    },
  })
  if (/[?&]shopbell-order=/.test(location.search))
    import('./linked-order.js').then(({ learnLinkedOrder }) => learnLinkedOrder(chat), ignore)
  return inside.wrap?.(chat) ?? chat
}

/** What in the page's address asks for the debug panel. */
const ASKED = /[?&]shopbell-debug\b/

/** Nobody goes without the chat because a tool did not load. */
const ignore = () => undefined
