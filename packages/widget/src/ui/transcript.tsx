import { useComputed, useSignal } from '@preact/signals'
import type { Entry } from '@shopbell/core'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { parts } from '../parts.js'
import { useCounter } from './counter.js'
import { followGrowth } from './follow-growth.js'
import { Icon } from './icons.js'
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
  const { signals, words, chat, view } = useCounter()
  const scroller = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const atEnd = useSignal(true)
  const extra = useSignal(0)
  const heightBefore = useRef(0)

  useLayoutEffect(() => {
    const [box, inner] = [scroller.current, content.current]
    if (!box || !inner) return undefined
    return followGrowth(box, inner, {
      readingEnd: (is) => {
        atEnd.value = is
        if (is) extra.value = 0
      },
      atStart: () => {
        heightBefore.current = inner.offsetHeight
        extra.value++
      },
      // While something is asked, its beginning matters more than its end.
      top: () => {
        const prompt = signals.prompt.peek()
        if (!prompt) return undefined
        const buttons = prompt.kind === 'choice' || prompt.kind === 'helped'
        return [...inner.querySelectorAll<HTMLElement>(buttons ? '.own' : '.prompt')].at(-1)?.offsetTop
      },
    })
  }, [])

  const { chunks, tail } = signals.transcript.value
  const from = Math.max(0, chunks.length - CHUNKS - extra.value)
  const shown = [...chunks.slice(from), tail]

  // What was put in above must not push away what is being read.
  useLayoutEffect(() => {
    const [box, inner] = [scroller.current, content.current]
    if (!box || !inner || heightBefore.current === 0) return
    box.scrollTop += inner.offsetHeight - heightBefore.current
    heightBefore.current = 0
  }, [extra.value])

  const unread = signals.unread.value
  const opened = view.opened.value
  const seeing = atEnd.value
  useLayoutEffect(() => {
    if (opened && seeing && unread > 0 && !document.hidden) chat.seen()
  }, [opened, seeing, unread])

  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll it. */}
      {/* biome-ignore lint/a11y/useSemanticElements: a section would be one more landmark on the shop's page. */}
      <div class="scroller" ref={scroller} tabIndex={0} role="group" aria-label={words.conversation}>
        <div class="story" ref={content}>
          <div role="log" part={parts.transcript} aria-live={seeing ? 'polite' : 'off'} aria-label={words.conversation}>
            {shown.map((entries, index) => (
              <Chunk
                key={from + index}
                entries={entries}
                before={from + index === 0 ? undefined : chunks[from + index - 1]?.at(-1)}
              />
            ))}
          </div>
          <PromptArea />
        </div>
      </div>
      <Newer away={!seeing} goDown={() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight })} />
    </>
  )
}

interface ChunkProps {
  readonly entries: readonly Entry[]
  readonly before: Entry | undefined
}

class Chunk extends Pure<ChunkProps> {
  override render({ entries, before }: ChunkProps) {
    return entries.map((entry, index) => {
      const previous = index === 0 ? before : entries[index - 1]
      return [
        <DayLine key={`day ${entry.id}`} at={entry.at} before={previous?.at} />,
        <Line key={entry.id} entry={entry} before={previous} />,
      ]
    })
  }
}

interface DayLineProps {
  readonly at: number
  readonly before: number | undefined
}

/** A day's name between two days, and above the first line if that is not from today. */
function DayLine({ at, before }: DayLineProps) {
  const { calendar, words, now } = useCounter()
  const days = calendar.daysFrom(now(), at)
  if (before === undefined ? days === 0 : calendar.daysFrom(before, at) === 0) return null
  return <div class="day">{days === 0 ? words.today : days === -1 ? words.yesterday : calendar.day(at)}</div>
}

/** Leads back to the end when something new has come while the reader was further up. */
function Newer({ away, goDown }: { readonly away: boolean; readonly goDown: () => void }) {
  const { signals, words } = useCounter()
  const length = useComputed(() => signals.transcript.value.length).value
  const left = useRef(length)
  if (!away) left.current = length
  return (
    <div role="status">
      {length > left.current && (
        <button type="button" class="newer" onClick={goDown}>
          <Icon name="down" />
          {words.newMessages}
        </button>
      )}
    </div>
  )
}
