import type { Signal } from '@preact/signals'
import type { ChatSignals } from '../chat-signals.js'

/** What the transcript shares with the hand that scrolls it. */
export interface Scrolled {
  readonly signals: ChatSignals
  /** The reader is at the end. */
  readonly atEnd: Signal<boolean>
}

const NEAR = 40

/**
 * Keeps a scrolling box at its end while its content grows (lines, pictures, forms), unless the reader has scrolled up. The
 * answer stops it.
 */
export function followGrowth(box: HTMLElement, story: HTMLElement, { signals, atEnd }: Scrolled): () => void {
  let placed = 0
  let height = 0

  /** While something is asked, its beginning matters more than its end. */
  const top = () => {
    const prompt = signals.prompt.peek()
    const buttons = prompt?.kind === 'choice' || prompt?.kind === 'helped'
    return prompt ? [...story.querySelectorAll<HTMLElement>(buttons ? '.own' : '.prompt')].at(-1)?.offsetTop : undefined
  }
  const follow = () => {
    if (!atEnd.peek()) return
    const end = box.scrollHeight - box.clientHeight
    box.scrollTop = Math.min(end, Math.max(0, (top() ?? end + 12) - 12))
    placed = box.scrollTop
    height = box.scrollHeight
  }
  const scrolled = () => {
    if (box.clientHeight === 0) return
    const end = box.scrollHeight - box.clientHeight - box.scrollTop < NEAR
    // Only the reader's hand ends the following. The box may rest above the end by our own doing, and is moved by the browser where its
    // content has become more or less, which is about to be followed.
    atEnd.value = end || (atEnd.peek() && (Math.abs(box.scrollTop - placed) < 2 || box.scrollHeight !== height))
    // Where as much comes at the end as goes at the beginning, the browser would keep what is in sight where it is, and not the end.
    story.style.overflowAnchor = atEnd.value ? 'none' : ''
  }

  const observer = new ResizeObserver(follow)
  observer.observe(story)
  observer.observe(box)
  box.addEventListener('scroll', scrolled, { passive: true })
  follow()
  return () => {
    observer.disconnect()
    box.removeEventListener('scroll', scrolled)
  }
}
