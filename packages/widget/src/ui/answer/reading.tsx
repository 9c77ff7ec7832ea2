import { type Signal, useSignal } from '@preact/signals'
import { toArray } from '@shopbell/core'
import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { useCounter, usePerson } from '../counter.js'
import { type Drawn, FEW } from '../transcript.js'
import { followGrowth } from './follow-growth.js'
import { Newer } from './newer.js'

export interface ReadingProps {
  readonly box: RefObject<HTMLElement | null>
  readonly log: RefObject<HTMLElement | null>
  readonly drawn: Signal<Drawn>
}

/** The reader's place in the transcript: kept while the story grows at either end, and known to be at its end or not. */
export function Reading({ box, log, drawn }: ReadingProps) {
  const counter = useCounter()
  const { chat, signals, view } = counter
  const person = usePerson()
  const atEnd = useSignal(true)
  const window = useSignal<typeof import('../window/index.js') | null>(null)

  useLayoutEffect(() => {
    const story = log.current?.parentElement
    return box.current && story ? followGrowth(box.current, story, { signals, atEnd }) : undefined
  }, [])

  const long = signals.transcript.value.length > FEW
  useEffect(() => {
    if (!long) return
    import('../window/index.js').then(
      (parts) => {
        window.value = parts
      },
      // Slow is better than out of reach.
      () => {
        drawn.value = (story) => [undefined, ...toArray(story)]
      },
    )
  }, [long])

  const unread = signals.unread.value
  const opened = view.opened.value
  const seeing = atEnd.value
  const seen = opened && seeing && !document.hidden
  useLayoutEffect(() => {
    if (unread === 0) return
    if (seen) chat.seen()
    else person?.markUnread(counter)
  }, [unread, seen || person])

  return (
    <>
      {window.value && <window.value.Windowed box={box} log={log} drawn={drawn} atEnd={atEnd} />}
      <Newer away={!seeing} box={box} />
    </>
  )
}
