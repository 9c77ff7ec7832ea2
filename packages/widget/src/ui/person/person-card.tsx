import type { Entry } from '@shopbell/core'
import { DecisionCard } from './decision-card.js'
import { LateNotice } from './late-notice.js'
import { PictureCard } from './picture-card.js'
import { usePersonWords } from './use-person-words.js'

/** A line that only the talk with a person has. */
export function PersonCard({ entry: { id, content } }: { readonly entry: Entry }) {
  const { talk, more } = usePersonWords()
  switch (content.kind) {
    case 'file':
      return <PictureCard upload={content.upload} name={content.name} />
    case 'decided':
      return <DecisionCard decision={content} />
    case 'late':
      return <LateNotice line={id} late={content} />
    case 'notice':
      return (
        <div class="notice-line">
          {content.code === 'ticket-again' || content.code === 'queued-again' ? talk.notices[content.code] : more.unsupported}
        </div>
      )
    default:
      return null
  }
}
