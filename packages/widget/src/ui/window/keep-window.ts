import type { ReadonlySignal, Signal } from '@preact/signals'
import { type Id, slice, type Transcript } from '@shopbell/core'
import type { Drawn } from '../transcript.js'
import { isInHand } from './is-in-hand.js'
import { type LineHeights, lineHeights } from './line-heights.js'
import { nextRange, type Range } from './next-range.js'

/** So many lines stay at most because the shopper has something of them in hand. */
const MOST_HELD = 150

export interface WindowPlace {
  /** What scrolls, and in it the element whose children are the lines. */
  readonly box: HTMLElement
  readonly log: HTMLElement
  readonly story: ReadonlySignal<Transcript>
  readonly drawn: Signal<Drawn>
  readonly atEnd: ReadonlySignal<boolean>
}

export interface KeptWindow {
  /** To be called whenever lines were drawn or taken away, before they are seen. */
  settle(): void
  stop(): void
}

/**
 * Looks after the window onto a long story: measures what is drawn, leaves room for what is not, says which lines to draw next, and
 * keeps the line that is read where it is. At the end that is the follower's business.
 */
export function keepWindow({ box, log, story, drawn, atEnd }: WindowPlace): KeptWindow {
  let heights: LineHeights | undefined
  let firstId: Id | undefined
  let range: Range = { from: 0, to: 0 }
  /** Where each drawn line begins, and where the last one ends, in the story's own measure. */
  let tops: readonly number[] = []
  let above = 0
  let below = 0
  let anchor: { readonly line: Element; readonly top: number } | undefined
  /** From which line to before which is wanted in the page; what is below 0 is counted from the end, so that what comes is there at once. */
  let wanted: readonly [from: number, to: number | undefined] = [0, 0]
  const { overflowAnchor } = box.style
  // Two who put the reader's place right would put it wrong.
  box.style.overflowAnchor = 'none'

  const lines = () => [...log.children] as HTMLElement[]
  const measure = () => {
    tops = [...lines().map((line) => line.offsetTop), log.offsetTop + log.offsetHeight - below]
  }
  const learn = () => {
    tops.forEach((top, index) => {
      const next = tops[index + 1]
      if (next !== undefined) heights?.set(range.from + index, next - top)
    })
  }
  const pad = () => {
    log.style.paddingTop = `${above}px`
    log.style.paddingBottom = `${below}px`
  }
  const hold = () => {
    const index = tops.findIndex((_, at) => (tops[at + 1] ?? 0) > box.scrollTop)
    const line = log.children[index]
    anchor = line && { line, top: tops[index] ?? 0 }
  }
  /** How far the line that is read has been moved. */
  const moved = () => {
    if (!anchor?.line.isConnected || atEnd.peek()) return 0
    return (tops[lines().indexOf(anchor.line as HTMLElement)] ?? anchor.top) - anchor.top
  }

  const settle = () => {
    const { length } = story.peek()
    const [first] = slice(story.peek(), 0, 1)
    const anew = !heights || first?.id !== firstId || length < heights.count
    firstId = first?.id
    const before = range
    const [start, end = length] = wanted
    // Until something is wanted, the last ones are there.
    const from = end === 0 || start < 0 ? length - log.childElementCount : start
    range = { from, to: from + log.childElementCount }
    if (!heights || anew) {
      // Nothing has a height while the panel is closed.
      if (box.clientHeight === 0) return forget()
      measure()
      hold()
      heights = lineHeights(((tops.at(-1) ?? 0) - (tops[0] ?? 0)) / Math.max(1, tops.length - 1))
      heights.resize(length)
      learn()
      above = heights.topOf(range.from)
    } else {
      heights.resize(length)
      const apart = range.from >= before.to || range.to <= before.from
      above = apart ? heights.topOf(range.from) : above + heights.topOf(range.from) - heights.topOf(before.from)
    }
    if (range.from === 0 || above < 0) above = 0
    below = Math.max(0, heights.total - heights.topOf(range.to))
    // First of all: a box that is measured without the room would be scrolled to what is left.
    pad()
    // What else this turn has changed, a question that is answered say, is drawn by then, and all of it is laid out once.
    queueMicrotask(() => place(anew))
  }
  const place = (anew: boolean) => {
    if (box.clientHeight === 0) return
    measure()
    learn()
    const by = moved()
    if (by !== 0) {
      // Where the room above can give way, the box need not be scrolled, which would end a swing of the finger.
      if (!anew && range.from > 0 && above >= by) {
        above -= by
        pad()
        tops = tops.map((top) => top - by)
      } else box.scrollTop += by
    }
    hold()
    // At the end the box is scrolled first.
    if (!atEnd.peek()) look()
  }
  const forget = () => {
    heights = undefined
    tops = []
  }

  const look = () => {
    const { length } = story.peek()
    if (!heights || box.clientHeight === 0 || length !== heights.count) return
    const first = tops[0] ?? 0
    const seen = { top: box.scrollTop, bottom: box.scrollTop + box.clientHeight }
    const isApart = seen.bottom < first || seen.top > (tops.at(-1) ?? 0)
    const top = isApart && below + above > 0 && !isBeyond(seen.top) ? seen.top : heights.topOf(range.from) + seen.top - first
    let next = nextRange(range, heights, { top, height: box.clientHeight })
    // Whatever comes next is drawn at once.
    const end = atEnd.peek()
    if (end) next = { from: next.from, to: length }
    if (next !== range && isInHand(log)) {
      const held = { from: Math.min(next.from, range.from), to: Math.max(next.to, range.to) }
      if (held.to - held.from <= MOST_HELD) next = held
    }
    show(next, length, end)
  }
  /** What is seen lies below the last line of all: a form, or choices. */
  const isBeyond = (top: number) => below === 0 && top > (tops.at(-1) ?? 0)

  const show = (next: Range, length: number, end: boolean) => {
    const [from, to] = end ? [next.from - length, undefined] : [next.from, next.to]
    if (wanted[0] === from && wanted[1] === to) return
    wanted = [from, to]
    drawn.value = (story) => {
      const lines = slice(story, from, to)
      const start = from < 0 ? story.length - lines.length : from
      return [slice(story, start - 1, start)[0], ...lines]
    }
  }
  const scrolled = () => {
    hold()
    look()
  }
  let frame = 0
  // Room must not be changed here: the browser would say on the page's console that it has not come to an end.
  const grown = () => {
    if (!heights || box.clientHeight === 0) return
    const before = tops
    measure()
    if (tops.every((top, index) => top === before[index]) && tops.length === before.length) return
    learn()
    const by = moved()
    if (by !== 0) box.scrollTop += by
    hold()
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(look)
  }
  const resized = () => {
    settle()
    look()
  }

  const growth = new ResizeObserver(grown)
  growth.observe(log)
  const sight = new ResizeObserver(() => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(resized)
  })
  sight.observe(box)
  box.addEventListener('scroll', scrolled, { passive: true })
  return {
    settle,
    stop() {
      cancelAnimationFrame(frame)
      growth.disconnect()
      sight.disconnect()
      box.removeEventListener('scroll', scrolled)
      box.style.overflowAnchor = overflowAnchor
    },
  }
}
