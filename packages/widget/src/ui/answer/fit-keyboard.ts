/**
 * Keeps a full-screen panel in the part of the window that the on-screen keyboard leaves free. Safari on phones neither shrinks
 * the layout nor knows `interactive-widget`, so the visual viewport has to be followed. The answer stops it.
 */
export function fitKeyboard(panel: HTMLElement): () => void {
  const viewport = window.visualViewport
  if (!viewport) return () => {}
  const fit = () => {
    panel.style.setProperty('--height', `${viewport.height}px`)
    panel.style.setProperty('--top', `${viewport.offsetTop}px`)
  }
  fit()
  viewport.addEventListener('resize', fit)
  viewport.addEventListener('scroll', fit)
  return () => {
    viewport.removeEventListener('resize', fit)
    viewport.removeEventListener('scroll', fit)
  }
}
