import type { Entry, NoticeCode } from '@shopbell/core'
import { ContactLinks } from './contact-links.js'
import { DecisionCard } from './decision-card.js'
import { LateNotice } from './late-notice.js'
import { PictureCard } from './picture-card.js'
import { usePersonWords } from './use-person-words.js'

/** A line that only the talk with a person has. */
export function PersonCard({ entry: { id, content } }: { readonly entry: Entry }) {
  switch (content.kind) {
    case 'file':
      return <PictureCard upload={content.upload} name={content.name} />
    case 'decided':
      return <DecisionCard decision={content} />
    case 'late':
      return <LateNotice line={id} late={content} />
    case 'notice':
      return <Notice code={content.code} />
    default:
      return null
  }
}

function Notice({ code }: { readonly code: NoticeCode }) {
  const { talk, more, signals } = usePersonWords()
  const unreachable = code === 'desk-unreachable'
  // A desk may be newer than the page.
  const words: string | undefined = talk.notices[code]
  if (unreachable && signals.status.value !== 'sending') return <div class="notice-line">{talk.reachedAfterAll}</div>
  return (
    <div class="notice-line">
      {words ?? more.unsupported}
      {(unreachable || code === 'desk-refused' || code === 'session-ended') && <ContactLinks />}
    </div>
  )
}
