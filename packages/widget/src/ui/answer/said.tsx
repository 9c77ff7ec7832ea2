import type { Entry } from '@shopbell/core'
import { cleanName } from '../clean-name.js'
import { usePerson } from '../counter.js'
import { bell, Icon } from '../icons.js'
import { Card } from './card.js'
import { LinkedText } from './linked-text.js'
import { Time } from './time.js'
import { useWords } from './use-words.js'

/** A line that is no mere text of the bot's: a person's, the shopper's own, or a card. */
export function Said({ entry, first }: { readonly entry: Entry; readonly first: boolean }) {
  const { words, more } = useWords()
  const person = usePerson()
  const { by, content, at } = entry
  if (content.kind === 'notice' || content.kind === 'late') return <Card entry={entry} />
  const own = by === 'shopper'
  const text = content.kind === 'text' || content.kind === 'answered' ? content.text : undefined
  const name = (by === 'agent' && entry.name && cleanName(entry.name)) || (by === 'bot' ? words.bot : more.by[by])
  return (
    <div class={`line ${own ? 'own' : 'theirs'}${first ? ' first' : ''}`}>
      {person && <person.NewsLine line={entry.id} />}
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
        {typeof text === 'string' ? (
          <div class="bubble" part="message" dir="auto">
            {own ? text : <LinkedText text={text} />}
          </div>
        ) : (
          <Card entry={entry} />
        )}
        <Time at={at} />
      </div>
      {own && person && <person.MessageState line={entry.id} />}
    </div>
  )
}

function initialsOf(name: string): string {
  const first = name.split(/\s+/, 2).map((word) => [...word][0])
  return first.join('').toUpperCase()
}
