/** Typing in the chat is not for the page's own shortcuts. Listeners that capture still hear it. */
export function keepKeysIn(host: HTMLElement): () => void {
  const stop = new AbortController()
  for (const type of ['keydown', 'keypress', 'keyup']) {
    host.addEventListener(type, (event) => event.stopPropagation(), {
      signal: stop.signal,
    })
  }
  return () => stop.abort()
}
