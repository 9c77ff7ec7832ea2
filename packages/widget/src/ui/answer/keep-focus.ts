const CHOICES = '.rows, .chips'
const GROUPS = '.prompt :is(form, [role="group"])'

/**
 * Keeps the keyboard's place inside the panel. What was tapped often goes away with its answer, and the browser would put the
 * focus on the page's body; it goes on to what surrounded it, else to what is asked now, else to the story until something is.
 * On opening it goes from the title to the choices. Until `signal` aborts.
 */
export function keepFocus(panel: HTMLElement, signal: AbortSignal, inline = false): void {
  const root = panel.getRootNode()
  if (!(root instanceof ShadowRoot)) return
  const story = panel.querySelector<HTMLElement>('.scroller')
  const title = panel.querySelector('.title')
  let around: readonly Element[] = []
  let waiting = false

  const goTo = (target: HTMLElement | null | undefined) => {
    if (!target) return
    if (target.tabIndex < 0) target.tabIndex = -1
    target.focus({ preventScroll: true })
  }
  const settle = () => {
    const focused = root.activeElement
    const asked = panel.querySelector<HTMLElement>(focused === title ? CHOICES : GROUPS)
    if (focused && panel.contains(focused)) {
      if (asked && (focused === title || (waiting && focused === story))) goTo(asked)
      return
    }
    if (focused || around[0]?.isConnected !== false) return
    const near = around.find((element) => element.isConnected)?.closest<HTMLElement>('ul, form, [role="group"]:not(.scroller)')
    goTo(near ?? asked ?? story)
    waiting = !near && !asked
  }
  const arrive = (event: FocusEvent) => {
    around = []
    for (let at = event.target; at instanceof Element && at !== panel; at = at.parentElement) around = [...around, at]
    // A window that comes back gives the focus back as well; that is no step of the shopper's.
    waiting &&= event.target === story
  }
  // An element that is taken away loses the focus as well; one that is still there afterwards was left by the shopper.
  const leave = () => {
    const left = around
    queueMicrotask(() => {
      if (around === left && left[0]?.isConnected && !root.activeElement) around = []
    })
  }

  const observer = new MutationObserver(settle)
  observer.observe(panel, { childList: true, subtree: true })
  signal.addEventListener('abort', () => observer.disconnect())
  panel.addEventListener('focusin', arrive, { signal })
  panel.addEventListener('focusout', leave, { signal })
  // What went away before this part was here. A part of the page has not had the focus, and does not take it.
  if (!inline && document.activeElement === document.body) {
    goTo(story)
    waiting = true
  }
  settle()
}
