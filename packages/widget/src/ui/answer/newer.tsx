import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import { Icon } from '../icons.js'
import { arrowDown } from './icons.js'
import { useWords } from './use-words.js'

/** Leads back to the end when something new has come while the reader was further up. */
export function Newer({ away, box }: { readonly away: boolean; readonly box: RefObject<HTMLElement | null> }) {
  const { signals, more } = useWords()
  const { length, tail } = signals.transcript.value
  const left = useRef(length)
  // What the shopper has written is no news to them.
  if (!away || tail.at(-1)?.by === 'shopper') left.current = length
  return (
    length > left.current && (
      <button type="button" class="newer" data-told="" onClick={() => box.current?.scrollTo({ top: box.current.scrollHeight })}>
        <Icon of={arrowDown} />
        {more.newMessages}
      </button>
    )
  )
}
