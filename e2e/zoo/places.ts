import { readFileSync } from 'node:fs'
import type { HostPage } from './host-page.js'

const script = (code: string | (() => void)) => `<script nonce="n">${typeof code === 'string' ? code : `(${code})()`}</script>`

/** The policy that docs/host-pages.md calls enough, for a desk at this address. */
function documentedPolicy(desk: string): string {
  const page = readFileSync(new URL('../../docs/host-pages.md', import.meta.url), 'utf8')
  const policy = /Content-Security-Policy:\s*([^`]+)/.exec(page)?.[1] ?? ''
  return policy
    .replace(/\s+/g, ' ')
    .replace('https://desk.your-shop.example', desk)
    .replace('wss://desk.your-shop.example', desk.replace('http', 'ws'))
    .replace('nonce-…', 'nonce-n')
}

const typed = () => {
  const keys: unknown = Reflect.get(window, 'keys')
  return Array.isArray(keys) && keys.length > 0 ? `the page heard ${keys.join('')}` : undefined
}

/** Pages that forbid, hold or hear: policies, frames, focus, keys, storage. */
export const guarded: readonly HostPage[] = [
  { name: 'a page on a slow phone with a slow network', slow: true },
  { name: 'a page that is not secure', url: 'http://shop.example/' },
  {
    name: 'a page in a frame that may run scripts as its own origin',
    sandbox: 'allow-scripts allow-same-origin allow-forms',
    says: /escape its sandboxing/,
  },
  {
    name: 'a page in a frame without an origin',
    sandbox: 'allow-scripts allow-forms',
    refused: true,
    // The desk answers to no page without an origin.
    says: /CORS policy|Failed to load resource/,
  },
  {
    name: 'a page that may store nothing',
    head: script(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError')
      }
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
        Object.defineProperty(window, name, { get: refuse, configurable: true })
      Object.defineProperty(Document.prototype, 'cookie', { get: refuse, set: refuse, configurable: true })
      Reflect.deleteProperty(window, 'BroadcastChannel')
      Object.defineProperty(Navigator.prototype, 'locks', { value: undefined, configurable: true })
    }),
  },
  {
    name: 'a page whose storage is full',
    head: script(() => {
      const refuse = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      }
      Storage.prototype.setItem = refuse
      // A database says so when the transaction ends.
      const { put } = IDBObjectStore.prototype
      IDBObjectStore.prototype.put = function (...given) {
        const request = put.apply(this, given)
        queueMicrotask(() => this.transaction.abort())
        return request
      }
    }),
  },
  {
    name: 'a page with shortcuts of one key',
    head: script(() => {
      const keys: string[] = []
      Reflect.set(window, 'keys', keys)
      for (const type of ['keydown', 'keyup', 'keypress'])
        for (const target of [window, document])
          target.addEventListener(type, (event) => {
            if (!(event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement)) {
              keys.push((event as KeyboardEvent).key)
              event.preventDefault()
            }
          })
    }),
    after: typed,
  },
  {
    name: 'a page whose modal keeps the focus as Bootstrap 5’s does',
    content: `<main><h1>Shop</h1></main><div class="modal" tabindex="-1" role="dialog" aria-label="Newsletter" style="position:fixed;inset:100px 600px 100px 100px;background:#fff;z-index:1055"><button>Subscribe</button></div>`,
    head: script(() => {
      document.addEventListener('DOMContentLoaded', () => {
        const modal = document.querySelector('.modal') as HTMLElement
        modal.focus()
        // EventHandler.on(document, 'focusin.bs.focustrap', …)
        document.addEventListener('focusin', ({ target }) => {
          if (target === document || target === modal || modal.contains(target as Node) || !modal.isConnected) return
          modal.querySelector('button')?.focus()
        })
      })
    }),
  },
  {
    name: 'a page whose modal keeps the focus as Bootstrap 3’s and jQuery’s do',
    content: `<main><h1>Shop</h1></main><div class="modal" tabindex="-1" role="dialog" aria-label="Newsletter" style="position:fixed;inset:100px 600px 100px 100px;background:#fff;z-index:1050"><button>Subscribe</button></div>`,
    head: script(() => {
      Reflect.set(window, 'returns', 0)
      document.addEventListener('DOMContentLoaded', () => {
        const modal = document.querySelector('.modal') as HTMLElement
        modal.focus()
        // jQuery hears focusin by a capturing listener on the document.
        document.addEventListener(
          'focus',
          ({ target }) => {
            if (target === document || target === modal || modal.contains(target as Node) || !modal.isConnected) return
            Reflect.set(window, 'returns', (Reflect.get(window, 'returns') ?? 0) + 1)
            modal.focus()
          },
          true,
        )
      })
    }),
    // Nobody can hold the focus against such a page. The chat does not try, and has it again once the modal is closed.
    during: () => {
      const composer = document.querySelector('shopbell-chat')?.shadowRoot?.querySelector('textarea')
      Reflect.set(window, 'returns', 0)
      composer?.focus()
      const returns = Reflect.get(window, 'returns')
      const held = document.activeElement?.className === 'modal'
      if (document.querySelector('shopbell-chat')?.shadowRoot?.textContent?.includes('Mira replies'))
        document.querySelector('.modal')?.remove()
      return held && returns === 1 ? undefined : `the page called the focus back ${returns} times`
    },
  },
  {
    name: 'a page that opens a modal dialog of the browser’s own',
    content: '<main><h1>Shop</h1></main><dialog><button>Stay</button></dialog>',
    during: () => {
      const dialog = document.querySelector('dialog') as HTMLDialogElement
      const composer = document.querySelector('shopbell-chat')?.shadowRoot?.querySelector('textarea')
      const arrivals: EventTarget[] = []
      document.addEventListener('focusin', ({ target }) => target && arrivals.push(target))
      dialog.showModal()
      composer?.focus()
      const held = dialog.contains(document.activeElement)
      dialog.close()
      composer?.focus()
      if (!held) return 'the chat takes the focus out of a modal dialog'
      if (arrivals.length > 4) return `the focus went to and fro ${arrivals.length} times`
      return document.activeElement?.localName === 'shopbell-chat' ? undefined : 'the composer does not get the focus back'
    },
  },
  {
    name: 'a page that is a form',
    content: '<form action="/checkout"><main><h1>Shop</h1><input name="coupon"><button>Pay</button></main></form>',
    head: script(() => {
      Reflect.set(window, 'keys', [])
      addEventListener('submit', () => Reflect.get(window, 'keys').push('submit'), true)
    }),
    after: typed,
  },
  {
    name: 'a page with a strict policy and trusted types',
    headers: (desk) => ({ 'content-security-policy': documentedPolicy(desk) }),
  },
]
