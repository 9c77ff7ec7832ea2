import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { useCounter } from '../counter.js'
import { followGrowth, type Scrolled } from './follow-growth.js'
import { Newer } from './newer.js'

export interface ReadingProps extends Omit<Scrolled, 'signals'> {
  readonly box: RefObject<HTMLElement | null>
  readonly story: RefObject<HTMLElement | null>
}

/** The reader's place in the transcript: kept while the story grows at either end, and known to be at its end or not. */
export function Reading({ box, story, atEnd, extra, heightBefore }: ReadingProps) {
  const { chat, signals, view } = useCounter()

  useLayoutEffect(() => {
    if (!box.current || !story.current) return undefined
    return followGrowth(box.current, story.current, { signals, atEnd, extra, heightBefore })
  }, [])

  // What was put in above must not push away what is being read.
  useLayoutEffect(() => {
    if (!box.current || !story.current || heightBefore.current === 0) return
    box.current.scrollTop += story.current.offsetHeight - heightBefore.current
    heightBefore.current = 0
  }, [extra.value])

  const unread = signals.unread.value
  const opened = view.opened.value
  const seeing = atEnd.value
  useLayoutEffect(() => {
    if (opened && seeing && unread > 0 && !document.hidden) chat.seen()
  }, [opened, seeing, unread])

  return <Newer away={!seeing} box={box} />
}
