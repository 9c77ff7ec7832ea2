import type { UnavailableReason } from './page-methods.js'

/** What stands in the way of a chat of which nothing but the launcher is here; `null` where nothing does, as far as can be seen. */
export function reasonBefore(host: HTMLElement, setting: (name: string) => string): UnavailableReason | null {
  const has = (...names: readonly string[]) => names.some(setting)
  if (!has('backend', 'adapter', 'mailto', 'phone')) return 'no-person'
  if (!host.isConnected) return 'not-on-page'
  // The loader says so where somebody has tapped in vain.
  if (host.shadowRoot?.querySelector('[role="alert"]')) return 'not-loaded'
  if (!has('backend', 'adapter')) return 'no-desk'
  return navigator.onLine ? null : 'offline'
}
