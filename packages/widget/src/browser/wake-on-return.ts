/**
 * Calls `wake` when the shopper is back: the tab is shown, the network returns, or the page comes out of the back/forward cache or
 * a freeze. The answer takes it back.
 */
export function wakeOnReturn(wake: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  document.addEventListener('visibilitychange', () => document.hidden || wake(), { signal })
  addEventListener('online', wake, { signal })
  addEventListener('pageshow', ({ persisted }) => persisted && wake(), { signal })
  return () => stop.abort()
}
