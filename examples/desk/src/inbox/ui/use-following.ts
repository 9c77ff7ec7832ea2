import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { headOf, unseenOf } from '../log-lines.js'
import { useInbox } from './inbox-context.js'

/** How near the end still counts as being there, in pixels. */
const NEAR = 48

/**
 * Keeps the end of the log in sight while one is there, leaves the place alone while one reads above, and tells the store how
 * far the agent has seen.
 */
export function useFollowing(scroller: RefObject<HTMLElement | null>) {
  const inbox = useInbox()
  const { conversation } = inbox
  const detail = conversation.detail.value
  const pending = conversation.pending.value.length
  const head = detail ? headOf(detail.records) : 0
  const notes = detail?.notes.length ?? 0
  const atEnd = useRef(true)
  const opened = useRef(false)
  const looking = inbox.looking.value

  const toEnd = () => {
    const box = scroller.current
    if (box) box.scrollTop = box.scrollHeight
  }

  useLayoutEffect(() => {
    const box = scroller.current
    if (!box || !detail) return
    if (!opened.current) {
      opened.current = true
      // A fresh one opens at its card, one that has been talked in at its end. What lies below the card is not yet read.
      const talked = detail.records.some((record) => record.by === 'agent' && record.fact.kind === 'text')
      if (talked) toEnd()
      atEnd.current = isAtEnd(box)
      conversation.saw(talked || atEnd.current ? head : (detail.records[0]?.seq ?? 0))
      return
    }
    if (atEnd.current || pending > 0) toEnd()
    atEnd.current = isAtEnd(box)
    if (atEnd.current && looking) conversation.saw(head)
  }, [head, pending, notes, looking])

  useEffect(() => {
    const box = scroller.current
    if (!box) return
    const onScroll = () => {
      atEnd.current = isAtEnd(box)
      const shown = conversation.detail.peek()
      if (atEnd.current && shown && inbox.looking.peek()) conversation.saw(headOf(shown.records))
    }
    // Pictures that arrive late and a growing reply box move the end away.
    const grown = new ResizeObserver(() => {
      if (atEnd.current) toEnd()
    })
    box.addEventListener('scroll', onScroll, { passive: true })
    grown.observe(box)
    for (const child of box.children) grown.observe(child)
    return () => {
      box.removeEventListener('scroll', onScroll)
      grown.disconnect()
    }
  }, [])

  return {
    unseen: detail ? unseenOf(detail.records, conversation.seen.value) : 0,
    toEnd,
  }
}

function isAtEnd(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight <= NEAR
}
