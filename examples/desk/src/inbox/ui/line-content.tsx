import type { Content } from '@shopbell/core'
import { pictureAddress } from '../api.js'
import { decidedWords } from '../words/decision-words.js'
import { noticeCodeWords } from '../words/notice-words.js'
import { OrderTimeline } from './order-timeline.js'
import { Picture } from './picture.js'
import { PlainText } from './plain-text.js'

/** What one line shows, whoever said it. A kind that is not known says so and keeps its place. */
export function LineContent({ content, who }: { content: Content; who: string }) {
  switch (content.kind) {
    case 'text':
      return <PlainText text={content.text} />
    case 'answered':
      return <PlainText text={content.text} />
    case 'order':
      return <OrderTimeline order={content.order} />
    case 'article':
      return (
        <span class="article-line">
          Article: <bdi>{content.article.title}</bdi>
        </span>
      )
    case 'file':
      return <Picture address={pictureAddress(content.upload)} file={content.name} who={who} />
    case 'notice':
      return <em>{noticeCodeWords(content.code)}</em>
    case 'cards':
      return (
        <span class="article-line">
          Cards: <bdi>{content.cards.map(({ title }) => title).join(' · ')}</bdi>
        </span>
      )
    case 'decided':
      return (
        <>
          <strong>{decidedWords(content)}</strong>
          {content.replaces !== undefined && <span class="quiet"> in place of the decision before</span>}
          {content.note && (
            <span class="decided-note">
              <PlainText text={content.note} />
            </span>
          )}
        </>
      )
    case 'late':
    case 'unsupported':
      return <em class="quiet">A kind of message that this inbox does not know yet.</em>
  }
}
