import type { Fact, Order, Packet } from '@shopbell/core'
import type { Detail } from '../../agent-api.js'
import { agreeOn, lateWords } from '../order-comparison.js'
import { factLabel, factOrigin, factValue } from '../words/fact-words.js'
import { REASON_WORDS } from '../words/reason-words.js'
import { shopperTime } from '../words/time-words.js'
import { DecisionPart } from './decision.js'
import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'
import { languageOf } from './language-of.js'
import { Moment } from './moment.js'
import { OrderComparison } from './order-comparison.js'
import { PlainText } from './plain-text.js'
import { Quote } from './quote.js'
import { Story } from './story.js'
import { TriedArticles } from './tried-articles.js'

/** What the bot passes on, so that the shopper never has to say it twice. */
export function HandoffCard({ detail }: { detail: Detail }) {
  const { packet } = detail
  const now = useInbox().now.value
  const facts = factLines(packet.facts, detail.verified)
  const agrees = agreeOn(detail.order.found, packet.order) && detail.order.differs.length === 0
  const time = shopperTime(now, packet.zone)
  return (
    <section class="card" aria-labelledby="card-summary">
      <p class="card-reason">
        {detail.priority !== 'normal' && (
          <span class={`priority priority-${detail.priority}`}>{detail.priority === 'urgent' ? 'Urgent' : 'High'}</span>
        )}
        <strong>{REASON_WORDS[packet.reason.code].long}</strong>
        {packet.reason.because && (
          <span class="because">
            {' '}
            because of <Quote text={packet.reason.because} />
          </span>
        )}
      </p>
      <h3 id="card-summary" dir="auto">
        {matterOf(packet, detail.order.found ?? packet.order)}
      </h3>

      <DecisionPart detail={detail} />

      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(({ key, label, fact }) => (
            <div key={`${key} ${fact.source}`} class={fact.verified ? 'fact fact-verified' : 'fact'}>
              <dt>{label}</dt>
              <dd>
                <PlainText text={factValue(key, fact.value)} fold={240} />
                <span class="origin">
                  {fact.verified && <Icon name="check" />}
                  {factOrigin(key, fact, agrees)}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      )}

      <TriedArticles tried={packet.tried} heading="What was tried" />
      <OrderComparison desk={detail.order.found} shopper={packet.order} differs={detail.order.differs} />

      <p class="card-meta">
        {packet.page && (
          <span>
            On <bdi class="address">{packet.page}</bdi>
          </span>
        )}
        {packet.product && (
          <span>
            About <bdi>{packet.product.title}</bdi>
          </span>
        )}
        {packet.cart && (
          <span>
            Cart{' '}
            <bdi>
              {packet.cart.worth} {packet.cart.currency}
            </bdi>
          </span>
        )}
        {packet.attachments.length > 0 && (
          <span>{packet.attachments.length === 1 ? '1 picture' : `${packet.attachments.length} pictures`}</span>
        )}
        {packet.redactions > 0 && <span>{packet.redactions} hidden in the browser, such as card numbers</span>}
        {packet.shortened > 0 && <span>{packet.shortened} long values shortened</span>}
        {packet.locale && <span>Reads {languageOf(packet.locale)}</span>}
        {time && <span>Their time {time}</span>}
        <span>
          Passed on <Moment at={packet.opened || detail.opened} whole />
        </span>
      </p>

      <details class="story-fold">
        <summary>
          What the shopper’s browser showed
          <span class="quiet">
            {' '}
            {packet.story.length === 1 ? '1 line' : `${packet.story.length} lines`}
            {packet.omitted > 0 && `, ${packet.omitted} earlier left out`}
          </span>
        </summary>
        <p class="story-caution">
          Written in the shopper’s browser before a person was called. Use it to understand, not as proof of what the bot said.
        </p>
        <Story packet={packet} />
      </details>
    </section>
  )
}

/** What it is about. Where the bot's own sentence only repeats that it is late, what is known of the parcel instead. */
function matterOf(packet: Packet, order: Order | null): string {
  const known = order && /^Order \S+ is late\.$/.test(packet.summary) ? lateWords(order) : ''
  return known || packet.summary || 'No summary came along.'
}

function factLines(
  told: Readonly<Record<string, Fact>>,
  verified: Readonly<Record<string, Fact>>,
): readonly {
  readonly key: string
  readonly label: string
  readonly fact: Fact
}[] {
  // The desk's own word comes first and replaces the same said by the shopper; a different one stays beside it.
  const lines = Object.entries(verified).map(([key, fact]) => ({
    key,
    label: factLabel(key),
    fact,
  }))
  for (const [key, fact] of Object.entries(told)) {
    if (Object.hasOwn(verified, key) && verified[key]?.value === fact.value) continue
    lines.push({ key, label: factLabel(key), fact })
  }
  return lines
}
