import type { Content } from '@shopbell/core'
import { pictureAddress } from '../api.js'
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
    case 'unsupported':
      return <em class="quiet">A kind of message that this inbox does not know yet.</em>
  }
}
