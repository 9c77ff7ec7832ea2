import type { Entry } from '@shopbell/core'
import { parts } from '../parts.js'
import { cleanName } from './clean-name.js'
import { useCounter } from './counter.js'
import { Icon } from './icons.js'
import { Pure } from './pure.js'
import { Skeleton } from './skeleton.js'

const GROUP = 120_000

/** Lines by one author within two minutes belong together and carry one name. */
export function continues(before: Entry | undefined, entry: Entry): boolean {
  return (
    !!before &&
    before.by === entry.by &&
    before.name === entry.name &&
    entry.at - before.at < GROUP &&
    before.content.kind !== 'notice'
  )
}

export interface LineProps {
  readonly entry: Entry
  readonly before: Entry | undefined
}

/** One line of the story. It is drawn once; only its state below it changes. */
export class Line extends Pure<LineProps> {
  override render({ entry, before }: LineProps) {
    return <Drawn entry={entry} before={before} />
  }
}

function Drawn({ entry, before }: LineProps) {
  const { calendar, words } = useCounter()
  const { by, content, at, id } = entry
  if (content.kind === 'notice') return <Kept entry={entry} />
  const first = !continues(before, entry)
  const text = content.kind === 'text' || content.kind === 'answered' ? content.text : undefined
  const name = (by === 'agent' && entry.name && cleanName(entry.name)) || words.by[by]
  return (
    <div class={`line ${by === 'shopper' ? 'own' : 'theirs'}${first ? ' first' : ''}`} part={parts.message}>
      {first && (
        <div class={by === 'shopper' ? 'author unseen' : 'author'}>
          {by !== 'shopper' && <Mark by={by} name={name} />}
          <bdi>{name}</bdi>
        </div>
      )}
      <div class="said">
        {typeof text === 'string' ? <Text entry={entry} text={text} /> : <Kept entry={entry} />}
        <time class="time" dateTime={new Date(at).toISOString()}>
          {calendar.time(at)}
        </time>
      </div>
      {by === 'shopper' && <State id={id} />}
    </div>
  )
}

/** Who speaks, by shape: a bell for the bot, initials for a person. */
function Mark({ by, name }: { readonly by: Entry['by']; readonly name: string }) {
  if (by === 'agent') {
    const initials = name.split(/\s+/, 2).map((part) => [...part][0] ?? '')
    return (
      <span class="initials" aria-hidden="true">
        {initials.join('').toUpperCase()}
      </span>
    )
  }
  return (
    <span class="mark">
      <Icon name="bell" />
    </span>
  )
}

function Text({ entry, text }: { readonly entry: Entry; readonly text: string }) {
  const { rest } = useCounter()
  const answer = rest.value?.answer
  return (
    <div class="bubble" dir="auto">
      {answer && entry.by !== 'shopper' ? <answer.LinkedText text={text} /> : text}
    </div>
  )
}

/** What the second half of the user interface draws. */
function Kept({ entry }: { readonly entry: Entry }) {
  const { rest } = useCounter()
  const answer = rest.value?.answer
  return answer ? <answer.Card entry={entry} /> : <Skeleton />
}

/** What became of an own line: under the last one only, and under every one that was not sent. */
function State({ id }: { readonly id: string }) {
  const { chat, words, signals } = useCounter()
  const mark = signals.marks.value[id]
  if (!mark || (mark !== 'failed' && signals.lastOwn.value !== id)) return null
  if (mark === 'failed') {
    return (
      <p class="state failed">
        <Icon name="alert" />
        {words.notSent}
        <button type="button" class="link" onClick={() => void chat.retry(id)}>
          {words.tryAgain}
        </button>
        <button type="button" class="link" onClick={() => void chat.send({ type: 'discard', cmid: id })}>
          {words.discard}
        </button>
      </p>
    )
  }
  const waiting = signals.delivery.value.link === 'down'
  const sentence = mark === 'sent' ? words.sent : mark === 'read' ? words.read : waiting ? words.waiting : words.sending
  return <p class="state">{sentence}</p>
}
