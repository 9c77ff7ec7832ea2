/**
 * Calls `work` whenever this tab holds the lock of this `name`, which one tab can hold at a time. It is given back when the page is
 * left or frozen, even if it may come back, and asked for again when it does. A page that nobody has seen yet does not ask: it was
 * opened in the background, or is rendered ahead. Where there are no locks, every tab leads.
 */
export function leadTabs(name: string, work: (leading: AbortSignal) => void, ended: AbortSignal, force: boolean): void {
  let standing: AbortController | undefined
  // Once: after that, it stands in line like any other.
  let steal = force

  const withdraw = () => {
    standing?.abort()
    standing = undefined
  }
  const stand = () => {
    if (standing || ended.aborted || document.visibilityState === 'hidden') return
    standing = new AbortController()
    void ask(standing, steal)
    steal = false
  }

  async function ask(own: AbortController, now: boolean): Promise<void> {
    const { signal } = own
    const lead = () =>
      new Promise<void>((released) => {
        signal.addEventListener('abort', () => released())
        // Who takes the lock by force cannot call the request off.
        if (signal.aborted) released()
        else work(signal)
      })
    try {
      await navigator.locks.request(name, now ? { steal: true } : { signal }, lead)
    } catch (error) {
      if (signal.aborted) return
      // Another tab has taken it; there may be another time. Anything else means that there are no locks here.
      if (!(error instanceof DOMException && error.name === 'AbortError')) return work(signal)
      withdraw()
      stand()
    }
  }

  document.addEventListener('visibilitychange', stand, { signal: ended })
  document.addEventListener('resume', stand, { signal: ended })
  window.addEventListener('pageshow', stand, { signal: ended })
  document.addEventListener('freeze', withdraw, { signal: ended })
  window.addEventListener('pagehide', withdraw, { signal: ended })
  ended.addEventListener('abort', withdraw)
  stand()
}
