const TABBED = 'a[href], button, input, select, textarea, [tabindex="0"]'

/** Where Tab goes inside a panel, in order. */
function stops(panel: HTMLElement): readonly HTMLElement[] {
  return [...panel.querySelectorAll<HTMLElement>(TABBED)].filter(
    (element) =>
      element.tabIndex >= 0 && element.getClientRects().length > 0 && getComputedStyle(element).visibility === 'visible',
  )
}

/** Leads Tab from the panel's end to its beginning and back: what is behind it cannot be seen. Until `signal` aborts. */
export function keepTabIn(panel: HTMLElement, signal: AbortSignal): void {
  const turn = (event: KeyboardEvent) => {
    const root = panel.getRootNode()
    if (event.key !== 'Tab' || event.defaultPrevented || !(root instanceof ShadowRoot) || !root.activeElement) return
    const from = root.activeElement
    const { DOCUMENT_POSITION_PRECEDING: before, DOCUMENT_POSITION_FOLLOWING: after } = Node
    const all = stops(panel)
    const onwards = event.shiftKey ? before : after
    if (all.some((stop) => from.compareDocumentPosition(stop) & onwards)) return
    event.preventDefault()
    all.at(event.shiftKey ? -1 : 0)?.focus()
  }
  panel.addEventListener('keydown', turn, { signal })
}
