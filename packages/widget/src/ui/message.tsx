import type { Entry } from '@shopbell/core'
import { useAnswer, useCounter } from './counter.js'
import { bell, Icon } from './icons.js'
import { Skeleton } from './skeleton.js'

const GROUP = 120_000

export interface LineProps {
  readonly entry: Entry
  readonly before: Entry | undefined
}

/** One line of the story, in an element of its own. It is drawn once; only its state below it changes. */
export function Line(line: LineProps) {
  return (
    <div>
      <Drawn {...line} />
    </div>
  )
}

function Drawn({ entry, before }: LineProps) {
  const { answer, words } = useCounter()
  const more = useAnswer()
  const { by, content, at } = entry
  // Lines by one author within two minutes belong together and carry one name.
  const first = before?.by !== by || before.name !== entry.name || at - before.at >= GROUP || before.content.kind === 'notice'
  return (
    <>
      {more && <more.DayLine at={at} before={before?.at} />}
      {by === 'bot' && content.kind === 'text' && typeof content.text === 'string' ? (
        <div class={first ? 'line theirs first' : 'line theirs'}>
          {first && (
            <div class="author">
              <span class="mark" aria-hidden="true">
                <Icon of={bell} />
              </span>
              <bdi>{words.bot}</bdi>
            </div>
          )}
          <div class="said">
            <div class="bubble" part="message" dir="auto">
              {more ? <more.LinkedText text={content.text} /> : content.text}
            </div>
            {more && <more.Time at={at} />}
          </div>
        </div>
      ) : more ? (
        <more.Said entry={entry} first={first} />
      ) : (
        <Skeleton of={answer} />
      )}
    </>
  )
}
