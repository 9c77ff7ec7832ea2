/**
 * Calls `wake` when the shopper is back: the tab is shown, the network returns, or the page comes out of the back/forward
 * cache. The answer takes it back.
 */
export function wakeOnReturn(wake: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const shown = () => {
    if (document.visibilityState === 'visible') wake()
  }
  document.addEventListener('visibilitychange', shown, { signal })
  window.addEventListener('online', wake, { signal })
  window.addEventListener('pageshow', (event) => event.persisted && wake(), {
    signal,
  })
  return () => stop.abort()
}
