import type { Tabs } from '@shopbell/core'

/**
 * The shopper's other tabs, met over a channel of the origin. Any script of the page can post there, so what is heard is only ever
 * a reason to look at the store. A logout on a page where nobody opened the chat is told by the mark that it takes away.
 */
export function browserTabs(site: string): Tabs {
  const name = `shopbell:${site}`
  const listeners = new Set<(message: unknown) => void>()
  let channel: Pick<BroadcastChannel, 'postMessage'> | undefined
  let stop: AbortController

  const hear = (message: unknown) => {
    for (const listener of listeners) listener(message)
  }
  const open = () => {
    stop = new AbortController()
    const { signal } = stop
    if ('BroadcastChannel' in window) {
      const own = new BroadcastChannel(name)
      own.onmessage = ({ data }) => hear(data)
      signal.addEventListener('abort', () => own.close())
      channel = own
    } else
      import('./tell-by-storage.js').then(
        ({ tellByStorage }) => {
          channel = tellByStorage(name, hear, signal)
        },
        // Each tab then sees what the others have done when it is shown.
        () => undefined,
      )
    window.addEventListener('storage', ({ key }) => key === `${name}:resume` && hear({ t: 'changed' }), { signal })
  }

  return {
    tell: (message) => channel?.postMessage(message),
    heard(listener) {
      if (listeners.size === 0) open()
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        channel = undefined
        stop.abort()
      }
    },
    lead: (owner, work, ended, force) =>
      void import('./lead-tabs.js').then(
        ({ leadTabs }) => leadTabs(`${name}:${owner}`, work, ended, force),
        () => work(ended),
      ),
  }
}
