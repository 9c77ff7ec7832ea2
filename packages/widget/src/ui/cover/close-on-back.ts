import type { View } from '../view.js'

/** In browsers that know it: hears of the device's own way to close something, such as Android's back. */
type Watch = new () => EventTarget & { destroy(): void }

const MARK = 'shopbell'

/**
 * Closes a panel that covers the page on the device's back, instead of leaving the page. Where the browser has nothing for that, an
 * entry of the history stands for the open panel; it goes with the panel. Until `signal` aborts.
 */
export function closeOnBack({ opened }: View, signal: AbortSignal): void {
  const close = () => {
    opened.value = false
  }
  const Watcher: unknown = Reflect.get(globalThis, 'CloseWatcher')
  if (typeof Watcher === 'function') {
    const watcher = new (Watcher as Watch)()
    watcher.addEventListener('close', close)
    signal.addEventListener('abort', () => watcher.destroy())
    return
  }
  const before: unknown = history.state
  // Whatever the page keeps in its entry, its own code finds in ours.
  history.pushState({ ...Object(before), [MARK]: true }, '')
  addEventListener('popstate', close, { signal })
  signal.addEventListener('abort', () => {
    // The page may have gone on meanwhile, or back is what has closed the panel.
    if (Object(history.state)[MARK]) history.back()
  })
}
