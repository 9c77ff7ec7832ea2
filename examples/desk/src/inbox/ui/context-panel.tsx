import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Detail } from '../../agent-api.js'
import { factLabel, factOrigin } from '../words/fact-words.js'
import { shopperTime, spokenSpan } from '../words/time-words.js'
import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'
import { Initials } from './initials.js'
import { Moment } from './moment.js'
import { OrderTimeline } from './order-timeline.js'
import { TriedArticles } from './tried-articles.js'

/** The right column: who the shopper is, their order's way, what they read, and how this came about. */
export function ContextPanel() {
  const inbox = useInbox()
  const detail = inbox.conversation.detail.value
  const isOpen = inbox.context.value
  const closer = useRef<HTMLButtonElement>(null)
  // Where it lies over the conversation, it takes the focus when it opens.
  useEffect(() => {
    if (isOpen) closer.current?.focus()
  }, [isOpen])
  return (
    <aside
      id="context"
      class={isOpen ? 'context context-open' : 'context'}
      aria-label="Details of the shopper"
      onKeyDown={(event) => {
        if (event.key === 'Escape') inbox.context.value = false
      }}
    >
      <button
        ref={closer}
        type="button"
        class="icon-button context-close"
        aria-label="Close the details"
        onClick={() => {
          inbox.context.value = false
        }}
      >
        <Icon name="close" />
      </button>
      {detail && <Context key={detail.id} detail={detail} />}
    </aside>
  )
}

const CONTACT = ['email', 'phone', 'orderNumber'] as const

function Context({ detail }: { detail: Detail }) {
  const now = useInbox().now.value
  const { packet, verified } = detail
  const facts = { ...packet.facts, ...verified }
  const time = shopperTime(now, packet.zone)
  const order = detail.order.found ?? packet.order
  const claimed = [...detail.records].reverse().find((record) => record.fact.kind === 'claimed')
  return (
    <>
      <div class="shopper">
        <Initials who={detail.who} tone="shopper" />
        <div>
          <h2>
            <bdi>{detail.who}</bdi>
          </h2>
          {time && <p class="quiet">{time} where they are</p>}
        </div>
      </div>
      <dl class="contact">
        {CONTACT.map((key) => {
          const fact = facts[key]
          return fact ? (
            <div key={key}>
              <dt>{factLabel(key)}</dt>
              <dd>
                <bdi>{fact.value}</bdi>
                <span class="origin">{factOrigin(key, fact)}</span>
              </dd>
            </div>
          ) : null
        })}
      </dl>
      {order && (
        <section>
          <h3>{detail.order.found ? 'Order, as the desk knows it' : 'Order, as the shopper saw it'}</h3>
          <OrderTimeline order={order} />
        </section>
      )}
      <TriedArticles tried={packet.tried} heading="Articles read" />
      <section>
        <h3>So far</h3>
        <dl class="contact">
          <div>
            <dt>Asked for us</dt>
            <dd>
              <Moment at={detail.opened} whole />
            </dd>
          </div>
          {claimed && (
            <div>
              <dt>Taken</dt>
              <dd>
                <Moment at={claimed.at} whole />, after {spokenSpan(Math.max(0, claimed.at - detail.opened))}
              </dd>
            </div>
          )}
          {detail.wait && detail.status === 'queued' && (
            <div>
              <dt>Told to wait</dt>
              <dd>
                {detail.wait.seconds < 60 ? '' : 'about '}
                {spokenSpan(detail.wait.seconds * 1_000)}
              </dd>
            </div>
          )}
          {detail.promised !== null && detail.status === 'queued' && (
            <div>
              <dt>Told that we come by</dt>
              <dd>
                <Moment at={detail.promised} whole />
              </dd>
            </div>
          )}
          {detail.due !== null && detail.ticket !== null && detail.status !== 'closed' && (
            <div>
              <dt>Answer promised</dt>
              <dd>
                <Moment at={detail.due} whole />
              </dd>
            </div>
          )}
          {packet.team && (
            <div>
              <dt>For the team</dt>
              <dd>
                <bdi>{packet.team}</bdi>
              </dd>
            </div>
          )}
          {detail.rating !== null && (
            <div>
              <dt>Rated</dt>
              <dd>{detail.rating} of 5</dd>
            </div>
          )}
          {packet.flow && (
            <div>
              <dt>Bot’s flow</dt>
              <dd>
                <bdi>{packet.flow}</bdi>
              </dd>
            </div>
          )}
        </dl>
        <CopyText key={detail.id} />
      </section>
    </>
  )
}

/** Copies the ticket as plain text, decisions included, for a mail or another system. */
function CopyText() {
  const inbox = useInbox()
  const said = useSignal<'copied' | 'failed' | null>(null)
  return (
    <p class="copy-text">
      <button
        type="button"
        class="button"
        onClick={() =>
          void inbox
            .ticketText()
            .then((text) => (text === null ? Promise.reject(new Error('no text')) : navigator.clipboard.writeText(text)))
            .then(
              () => {
                said.value = 'copied'
              },
              () => {
                said.value = 'failed'
              },
            )
        }
      >
        Copy as text
      </button>
      <span class="quiet" role="status">
        {said.value === 'copied' && 'Copied, with what was decided.'}
        {said.value === 'failed' && 'It could not be copied. Try again.'}
      </span>
    </p>
  )
}
