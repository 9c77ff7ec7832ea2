/**
 * Puts `host` on the page, behind its body: what is in a body that is transformed, filtered or zoomed is not fixed to the window, and
 * goes when a page loader swaps or empties the body. Whatever takes it away all the same, it comes back. Only the direct children of
 * two elements are looked at, so a busy page costs nothing. The answer ends it.
 */
export function keepAttached(host: HTMLElement): () => void {
  const observer = new MutationObserver(() => {
    if (!host.isConnected) attach()
  })
  const attach = () => {
    // Not `document.body`, which an element of that name hides.
    const [html, body] = document.querySelectorAll('html,body')
    if (!html || !body) return
    observer.disconnect()
    observer.observe(html, { childList: true })
    observer.observe(body, { childList: true })
    if (!host.isConnected) body.after(host)
  }
  attach()
  return () => observer.disconnect()
}
