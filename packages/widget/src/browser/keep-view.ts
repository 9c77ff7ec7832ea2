import type { View } from '../ui/view.js'

/** Twelve digits or more may be the number of a card or an account, and no such text is stored. */
const MAY_BE_SECRET = /\d(?:[ .-]?\d){11}/

// More than anybody can send at once.
const LONGEST = 20_000

/** What of a view survives a reload of its tab. */
interface Kept {
  readonly draft: string
  readonly open: boolean
}

/**
 * Keeps what is typed and not sent, and whether the panel is open, for as long as the tab lives, and brings both back after a reload
 * or a discarded tab. Each tab has its own, so none overwrites another's; what the page has put into the composer stays, too. The
 * answer ends it. `may` says whether anything may be stored now.
 */
export function keepView({ draft, opened }: Pick<View, 'draft' | 'opened'>, name: string, may = () => true): () => void {
  const kept = may() ? read(name) : null
  if (draft.peek() === '' && kept) draft.value = kept.draft
  // A panel that opens by itself on every page would be in the way.
  if (kept?.open && isReload()) opened.value = true
  const keep = () => {
    if (!may()) return
    const text = draft.peek()
    const safe = MAY_BE_SECRET.test(text) || text.length > LONGEST ? '' : text
    write(name, { draft: safe, open: opened.peek() })
  }
  const endings = [draft.subscribe(keep), opened.subscribe(keep)]
  return () => {
    for (const end of endings) end()
  }
}

function isReload(): boolean {
  const [entry] = performance.getEntriesByType('navigation')
  const discarded = 'wasDiscarded' in document && document.wasDiscarded === true
  return discarded || (entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate')
}

function read(name: string): Kept | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(name) ?? 'null')
    const { draft, open } = Object(value)
    return typeof draft === 'string' && draft.length <= LONGEST ? { draft, open: open === true } : null
  } catch {
    // Storage is forbidden, or somebody else has written there.
    return null
  }
}

function write(name: string, kept: Kept): void {
  try {
    if (kept.draft || kept.open) sessionStorage.setItem(name, JSON.stringify(kept))
    else sessionStorage.removeItem(name)
  } catch {
    // Forbidden or full: it lasts as long as the page.
  }
}
