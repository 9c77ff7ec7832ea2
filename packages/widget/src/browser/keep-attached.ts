/**
 * Puts `host` back when the page swaps or empties its body, as page loaders of shops do. It looks at the direct children of two
 * elements only, so a busy page costs nothing. The answer ends it.
 */
export function keepAttached(host: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    if (!host.isConnected) attach()
  })
  const attach = () => {
    // Not `document.body`, which an element of that name hides.
    const body = document.getElementsByTagName('body')[0]
    if (!body) return
    observer.disconnect()
    observer.observe(document.documentElement, { childList: true })
    observer.observe(body, { childList: true })
    if (!host.isConnected) body.append(host)
  }
  attach()
  return () => observer.disconnect()
}
