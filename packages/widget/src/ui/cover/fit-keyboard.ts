/**
 * Keeps a full-screen panel in the part of the window that the on-screen keyboard leaves free. Safari on phones neither shrinks
 * the layout nor knows `interactive-widget`, so the visual viewport has to be followed, until `signal` aborts.
 */
export function fitKeyboard(panel: HTMLElement, signal: AbortSignal): void {
  const viewport = window.visualViewport
  if (!viewport) return
  const fit = () => {
    panel.style.setProperty('--height', `${viewport.height}px`)
    panel.style.setProperty('--top', `${viewport.offsetTop}px`)
  }
  fit()
  viewport.addEventListener('resize', fit, { signal })
  viewport.addEventListener('scroll', fit, { signal })
}
