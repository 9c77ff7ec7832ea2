import type { Entry } from '@shopbell/core'
import { parts } from '../parts.js'
import { cleanName } from './clean-name.js'
import { useAnswer, useCounter, usePerson } from './counter.js'
import { bell, Icon } from './icons.js'
import { Pure } from './pure.js'
import { Skeleton } from './skeleton.js'

const GROUP = 120_000

export interface LineProps {
  readonly entry: Entry
  readonly before: Entry | undefined
}

/** One line of the story. It is drawn once; only its state below it changes. */
export class Line extends Pure<LineProps> {
  override render({ entry, before }: LineProps) {
    return (
      <>
        <Day at={entry.at} before={before?.at} />
        {entry.content.kind === 'notice' ? <Kept entry={entry} /> : <Said entry={entry} before={before} />}
      </>
    )
  }
}

function Day(props: { readonly at: number; readonly before: number | undefined }) {
  const answer = useAnswer()
  return answer ? <answer.DayLine {...props} /> : null
}

function Said({ entry, before }: LineProps) {
  const { words } = useCounter()
  const answer = useAnswer()
  const person = usePerson()
  const { by, content, at } = entry
  // Lines by one author within two minutes belong together and carry one name.
  const first = before?.by !== by || before.name !== entry.name || at - before.at >= GROUP || before.content.kind === 'notice'
  const text = content.kind === 'text' || content.kind === 'answered' ? content.text : undefined
  const name = (by === 'agent' && entry.name && cleanName(entry.name)) || words.by[by]
  const own = by === 'shopper'
  return (
    <div class={`line ${own ? 'own' : 'theirs'}${first ? ' first' : ''}`} part={parts.message}>
      {first && (
        <div class={own ? 'author unseen' : 'author'}>
          {!own && (
            <span class={by === 'agent' ? 'mark initials' : 'mark'} aria-hidden="true">
              {by === 'agent' ? initialsOf(name) : <Icon of={bell} />}
            </span>
          )}
          <bdi>{name}</bdi>
        </div>
      )}
      <div class="said">
        {typeof text === 'string' ? <Text entry={entry} text={text} /> : <Kept entry={entry} />}
        {answer && <answer.Time at={at} />}
      </div>
      {own && person && <person.MessageState line={entry.id} />}
    </div>
  )
}

function initialsOf(name: string): string {
  const first = name.split(/\s+/, 2).map((word) => [...word][0])
  return first.join('').toUpperCase()
}

function Text({ entry, text }: { readonly entry: Entry; readonly text: string }) {
  const answer = useAnswer()
  return (
    <div class="bubble" dir="auto">
      {answer && entry.by !== 'shopper' ? <answer.LinkedText text={text} /> : text}
    </div>
  )
}

/** What the second part of the user interface draws. */
function Kept({ entry }: { readonly entry: Entry }) {
  const { answer } = useCounter()
  const Card = answer.here.value?.parts.Card
  return Card ? <Card entry={entry} /> : <Skeleton of={answer} />
}
