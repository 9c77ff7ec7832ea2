import type { Opening } from '@shopbell/core'

/**
 * What a page can listen to, and what each carries: the flow's own names, numbers and words of ours. Never a shopper's words, never
 * personal data. Those from `error` on are told once somebody listens by `on`, or by the options `events` and `dataLayer`.
 */
export interface PageEvents {
  ready: Record<string, never>
  'launcher:shown': Record<string, never>
  'launcher:hidden': Record<string, never>
  'panel:opened': Record<string, never>
  'panel:closed': Record<string, never>
  'state:changed': { readonly status: string }
  'message:sent': { readonly by: string; readonly kind: string }
  'message:received': { readonly by: string; readonly kind: string }
  'unread:changed': { readonly unread: number }
  /** Something of the page's own has failed: a hook, an action. */
  error: { readonly code: string; readonly name: string }
  /** The desk could not be reached. What was meant for it is kept. */
  unavailable: { readonly reason: string }
  'choice:selected': { readonly step: string; readonly option: string }
  'form:started': { readonly step: string }
  'form:invalid': { readonly step: string; readonly fields: readonly string[] }
  'form:submitted': { readonly step: string }
  'form:abandoned': { readonly step: string }
  'order:looked-up': { readonly result: 'found' | 'not-found' | 'failed'; readonly situation: string }
  'faq:searched': { readonly results: number }
  'faq:viewed': { readonly article: string }
  'faq:rated': { readonly article: string; readonly helped: boolean }
  'flow:completed': {
    readonly outcome: 'resolved-confirmed' | 'resolved-assumed' | 'abandoned' | 'human-requested' | 'human-unavailable'
  }
  'handoff:offered': { readonly reason: string }
  'handoff:requested': { readonly reason: string; readonly want: 'live' | 'ticket' }
  'handoff:queued': Record<string, never>
  'handoff:position': { readonly position: number }
  'handoff:assigned': Record<string, never>
  /** The shopper went back from what would have been passed on. */
  'handoff:declined': Record<string, never>
  /** A time that was promised has passed. */
  'handoff:timed-out': { readonly want: 'live' | 'ticket' }
  'ticket:created': Record<string, never>
  'ticket:failed': Record<string, never>
  'message:queued': { readonly waiting: number }
  'message:failed': Record<string, never>
  'rating:submitted': { readonly score: number }
  'availability:changed': { readonly open: boolean }
  'identity:changed': { readonly known: boolean }
  'consent:changed': { readonly consent: 'required' | 'given' }
  /** Numbers of cards and accounts, or security codes, were hidden. */
  'redaction:applied': { readonly count: number }
}

export type PageEventType = keyof PageEvents

/** One event as the page gets it. `at` is milliseconds since 1970, `flow` is `id@version`. */
export interface PageEvent<Type extends PageEventType = PageEventType> {
  readonly id: string
  readonly at: number
  readonly type: Type
  readonly v: 1
  readonly flow: string
  readonly data: PageEvents[Type]
}

export type Listener<Type extends PageEventType> = (event: PageEvent<Type>) => void

/** Where a widget's events leave for the page. */
export interface PageEventBus {
  emit<Type extends PageEventType>(type: Type, data: PageEvents[Type]): void
  /** The answer takes it back. */
  on<Type extends PageEventType>(type: Type, listener: Listener<Type>, once?: boolean): () => void
}

/**
 * Tells the page by `shopbell:<type>` DOM events on `host`, which bubble to the document; `on` listens to these. A listener that
 * throws is reported as the page's own error and stops nobody else.
 */
export function pageEvents(host: EventTarget, opening: () => Pick<Opening, 'id' | 'version'>): PageEventBus {
  let count = 0
  return {
    emit(type, data) {
      const at = Date.now()
      const { id, version } = opening()
      const detail = Object.freeze({ id: `${at}.${++count}`, at, type, v: 1, flow: `${id}@${version}`, data })
      host.dispatchEvent(new CustomEvent(`shopbell:${type}`, { detail, bubbles: true, composed: true }))
    },
    on(type, listener, once = false) {
      const name = `shopbell:${type}`
      // What a listener throws, the browser reports, and goes on.
      const hear = (event: Event) => listener((event as CustomEvent<PageEvent<typeof type>>).detail)
      host.addEventListener(name, hear, { once })
      return () => host.removeEventListener(name, hear)
    },
  }
}
