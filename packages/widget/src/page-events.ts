import type { Opening } from '@shopbell/core'

/** What a page can listen to, and what each carries. Never a shopper's words, never personal data. */
export interface PageEvents {
  ready: Record<string, never>
  'launcher:shown': Record<string, never>
  'launcher:hidden': Record<string, never>
  'panel:opened': Record<string, never>
  'panel:closed': Record<string, never>
  'state:changed': { readonly status: string }
  'message:sent': { readonly kind: string }
  'message:received': { readonly by: string; readonly kind: string }
  'unread:changed': { readonly unread: number }
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
      const hear = (event: Event) => {
        try {
          listener((event as CustomEvent<PageEvent<typeof type>>).detail)
        } catch (error) {
          reportError(error)
        }
      }
      host.addEventListener(name, hear, { once })
      return () => host.removeEventListener(name, hear)
    },
  }
}
