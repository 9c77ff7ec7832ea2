export interface GrowthListener {
  /** Whether the reader is at the end; said when it changes. */
  readingEnd(is: boolean): void
  /** The reader has come near the beginning of what is there. */
  atStart(): void
  /** What should not be scrolled out at the top while following, in pixels from the content's start. */
  top(): number | undefined
}

const NEAR = 40

/**
 * Keeps a scrolling box at its end while its content grows (lines, pictures, forms), unless the reader has scrolled up. The
 * answer stops it.
 */
export function followGrowth(box: HTMLElement, content: HTMLElement, listener: GrowthListener): () => void {
  let following = true
  let placed = 0

  const follow = () => {
    if (!following) return
    const end = box.scrollHeight - box.clientHeight
    const top = listener.top()
    box.scrollTop = top === undefined ? end : Math.min(end, Math.max(0, top - 12))
    placed = box.scrollTop
  }
  const scrolled = () => {
    if (box.clientHeight === 0) return
    const atEnd = box.scrollHeight - box.clientHeight - box.scrollTop < NEAR
    // The box may rest above the end by our own doing; only the reader's hand ends the following.
    const next = atEnd || (following && Math.abs(box.scrollTop - placed) < 2)
    if (next !== following) {
      following = next
      listener.readingEnd(next)
    }
    if (box.scrollTop < 120 && !following) listener.atStart()
  }

  const observer = new ResizeObserver(follow)
  observer.observe(content)
  observer.observe(box)
  box.addEventListener('scroll', scrolled, { passive: true })
  follow()
  return () => {
    observer.disconnect()
    box.removeEventListener('scroll', scrolled)
  }
}
