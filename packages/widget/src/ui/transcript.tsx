import { useSignal } from '@preact/signals'
import type { Entry, Transcript as Story } from '@shopbell/core'
import { useRef } from 'preact/hooks'
import { useAnswer, useCounter } from './counter.js'
import { Line } from './message.js'
import { PromptArea } from './prompt-area.js'

/** How many lines of a story are in the page without a window onto it: more than this is long. */
export const FEW = 40

/** Of a story the lines that are in the page, and before them the one that comes before, if any. */
export type Drawn = (story: Story) => readonly (Entry | undefined)[]

/** Of a story that was long when it came, a screen is enough for the first frame. */
const lastFew: Drawn = ({ length, chunks, tail }) =>
  [undefined, ...(chunks.at(-1) ?? []), ...tail].slice(length > 2 * FEW ? -FEW / 2 - 1 : -FEW - 1)

/** The story so far. Of a long one only the part around the reader is in the page, so that it costs what a short one costs. */
export function Transcript() {
  const { signals, words } = useCounter()
  const answer = useAnswer()
  const box = useRef<HTMLDivElement>(null)
  const log = useRef<HTMLDivElement>(null)
  const drawn = useSignal(lastFew)
  const lines = drawn.value(signals.transcript.value)

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark on the shop's page. */}
      <div class="scroller" part="transcript" ref={box} tabIndex={0} role="group" aria-label={words.conversation}>
        <div class="story">
          <div ref={log} role="log" aria-live="off">
            {lines.slice(1).map((entry, index) => entry && <Line key={entry.id} entry={entry} before={lines[index]} />)}
          </div>
          <PromptArea />
        </div>
      </div>
      {answer && <answer.Reading box={box} log={log} drawn={drawn} />}
    </>
  )
}
