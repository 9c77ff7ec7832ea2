import type { Entry } from '@shopbell/core'
import { Later } from './later.js'
import { laterParts } from './later-parts.js'
import { useWords } from './use-words.js'

/** A line of the story that is more than words. What is not understood is said to be there, and nothing more. */
export function Card({ entry }: { readonly entry: Entry }) {
  const { more, view, person } = useWords()
  const { content } = entry
  switch (content.kind) {
    case 'order':
      return (
        <Later of={laterParts(view).orders}>
          {({ parts, words }) => <parts.OrderCard order={content.order} at={entry.at} words={words} />}
        </Later>
      )
    case 'article':
      return (
        <Later of={laterParts(view).articles}>
          {({ parts, words }) => <parts.ArticleCard article={content.article} words={words} />}
        </Later>
      )
    case 'cards':
      return (
        <Later of={laterParts(view).own}>
          {/* What a desk or a model says may not load pictures from anywhere: a picture tells who has seen it. */}
          {({ parts, words }) => <parts.CardStrip cards={content.cards} pictures={entry.by === 'bot'} words={words} />}
        </Later>
      )
    case 'file':
    case 'decided':
    case 'late':
    case 'notice':
      return <Later of={person}>{({ parts }) => <parts.PersonCard entry={entry} />}</Later>
    default:
      return <p class="bubble unsupported">{more.unsupported}</p>
  }
}
