import { useSignal } from '@preact/signals'
import type { Entry } from '@shopbell/core'
import { useRef } from 'preact/hooks'
import { useAnswer, useCounter } from './counter.js'
import { Line } from './message.js'
import { PromptArea } from './prompt-area.js'
import { Pure } from './pure.js'

/** How many sealed chunks are in the page while the reader is at the end. */
const CHUNKS = 1

/**
 * The story so far. Only its last chunks are in the page; scrolling up brings the earlier ones back, so that a long story
 * costs what a short one costs.
 */
export function Transcript() {
  const { signals, words } = useCounter()
  const answer = useAnswer()
  const box = useRef<HTMLDivElement>(null)
  const story = useRef<HTMLDivElement>(null)
  const atEnd = useSignal(true)
  const extra = useSignal(0)
  const heightBefore = useRef(0)

  const { chunks, tail } = signals.transcript.value
  const from = Math.max(0, chunks.length - CHUNKS - extra.value)

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark on the shop's page. */}
      <div class="scroller" ref={box} tabIndex={0} role="group" aria-label={words.conversation}>
        <div class="story" ref={story}>
          <div role="log" part="transcript" aria-live={atEnd.value ? 'polite' : 'off'}>
            {[...chunks.slice(from), tail].map((entries, index) => (
              <Chunk key={from + index} entries={entries} before={chunks[from + index - 1]?.at(-1)} />
            ))}
          </div>
          <PromptArea />
        </div>
      </div>
      {answer && <answer.Reading box={box} story={story} atEnd={atEnd} extra={extra} heightBefore={heightBefore} />}
    </>
  )
}

interface ChunkProps {
  readonly entries: readonly Entry[]
  readonly before: Entry | undefined
}

class Chunk extends Pure<ChunkProps> {
  override render({ entries, before }: ChunkProps) {
    return entries.map((entry, index) => <Line key={entry.id} entry={entry} before={index === 0 ? before : entries[index - 1]} />)
  }
}
