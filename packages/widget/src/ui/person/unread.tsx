import { type Signal, signal } from '@preact/signals'
import { type Id, plural, toArray } from '@shopbell/core'
import { type Counter, useCounter } from '../counter.js'

/** How many messages wait, in words. */
export function unreadText({ answer, signals, view }: Counter): string {
  const more = answer.here.value?.words
  return more ? plural(more.unread, signals.unread.value, view.locale) : ''
}

/** How many messages wait, on the launcher. */
export function UnreadBadge({ count }: { readonly count: number }) {
  const { locale } = useCounter().view
  return (
    <span class="badge">
      {Math.min(count, 99).toLocaleString(locale)}
      {count > 99 && '+'}
    </span>
  )
}

const newsOf = new WeakMap<Counter, Signal<Id | null>>()

/** The first line that came while nobody looked, until the panel is closed again. */
function news(counter: Counter): Signal<Id | null> {
  const known = newsOf.get(counter)
  if (known) return known
  const first = signal<Id | null>(null)
  newsOf.set(counter, first)
  counter.view.opened.subscribe((open) => {
    if (!open) first.value = null
  })
  return first
}

/** Remembers where the messages begin that wait to be read. A place that is known already stays. */
export function markUnread(counter: Counter): void {
  const { transcript, unread } = counter.signals
  const first = news(counter)
  const said = toArray(transcript.peek()).filter(({ by }) => by === 'agent')
  first.value ??= said.at(-unread.peek())?.id ?? null
}

/** Parts what was read from what came meanwhile. */
export function NewsLine({ line }: { readonly line: Id }) {
  const counter = useCounter()
  if (news(counter).value !== line) return null
  return <div class="day news">{counter.answer.here.value?.words.newMessages}</div>
}
