import type { Signal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useCounter } from '../counter.js'
import type { Drawn } from '../transcript.js'
import { type KeptWindow, keepWindow } from './keep-window.js'

export interface WindowedProps {
  readonly box: RefObject<HTMLElement | null>
  readonly log: RefObject<HTMLElement | null>
  readonly drawn: Signal<Drawn>
  readonly atEnd: Signal<boolean>
}

/** Keeps of a long story only the lines around the reader in the page, with room in place of the others. */
export function Windowed({ box, log, drawn, atEnd }: WindowedProps) {
  const { signals } = useCounter()
  const kept = useRef<KeptWindow>(null)
  const story = signals.transcript.value
  const lines = drawn.value

  useLayoutEffect(() => {
    if (!box.current || !log.current) return undefined
    const here = keepWindow({ box: box.current, log: log.current, story: signals.transcript, drawn, atEnd })
    kept.current = here
    return here.stop
  }, [])

  // Whatever was drawn, before it is seen.
  useLayoutEffect(() => kept.current?.settle(), [story, lines])
  return null
}
