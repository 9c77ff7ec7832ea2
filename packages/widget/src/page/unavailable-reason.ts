import type { Inside } from './inside.js'
import type { UnavailableReason } from './page-methods.js'

/** What stands in the way of a chat that is on the page. What keeps it off the page is said by whoever has failed to put it there. */
export function unavailableReason({ chat, host, options }: Inside): UnavailableReason | null {
  const { human, delivery } = chat.getSnapshot()
  if (!host.isConnected) return 'not-on-page'
  if (human === 'contact' && !options.backend && !options.adapter) return 'no-desk'
  return delivery.link === 'down' || !navigator.onLine ? 'offline' : null
}
