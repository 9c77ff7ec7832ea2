import type { RefObject } from 'preact'
import type { Detail } from '../../agent-api.js'
import { isAnswer } from '../../last-word.js'
import { dueWords, momentWords, spokenSpan } from '../words/time-words.js'
import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'

/** Who it is, how it stands, and what can be done with it. */
export function ConversationHeader({ detail, heading }: { detail: Detail; heading: RefObject<HTMLHeadingElement | null> }) {
  const inbox = useInbox()
  const { conversation } = inbox
  const mine = detail.agent !== null && detail.agent === inbox.session.me.value?.name
  const isOver = detail.status === 'closed'
  const busy = conversation.busy.value
  return (
    <header class="conversation-header">
      <button type="button" class="icon-button back-button" aria-label="Back to the list" onClick={() => inbox.open(null)}>
        <Icon name="back" />
      </button>
      <div class="conversation-name">
        <h2 ref={heading} tabIndex={-1}>
          <bdi>{detail.who}</bdi>
        </h2>
        <p class="quiet">{standing(detail, inbox.session.me.value?.name ?? '', inbox.now.value)}</p>
      </div>
      <div class="conversation-actions">
        {!isOver && detail.agent === null && (
          <button type="button" class="button" disabled={busy} onClick={() => void conversation.claim()}>
            Take it
          </button>
        )}
        {mine && detail.status === 'live' && (
          <button type="button" class="button quiet-button" disabled={busy} onClick={() => void conversation.release()}>
            Give back
          </button>
        )}
        {mine && detail.status === 'live' && (
          <button
            type="button"
            class="button quiet-button"
            disabled={busy}
            onClick={() => {
              inbox.dialog.value = 'transfer'
            }}
          >
            Hand over
          </button>
        )}
        {!isOver && (
          <button type="button" class="button quiet-button" disabled={busy} onClick={() => inbox.run('close')}>
            Close
          </button>
        )}
        <button
          type="button"
          class="icon-button context-toggle"
          aria-label="Details of the shopper"
          aria-expanded={inbox.context.value}
          aria-controls="context"
          onClick={() => {
            inbox.context.value = !inbox.context.value
          }}
        >
          <Icon name="details" />
        </button>
      </div>
    </header>
  )
}

function standing(detail: Detail, me: string, now: number): string {
  const holder = detail.agent === null ? null : detail.agent === me ? 'Yours' : `${detail.agent} has this`
  switch (detail.status) {
    case 'queued':
      return `Waiting for ${spokenSpan(Math.max(0, now - detail.opened))}`
    case 'live':
      return [holder, ...(detail.ticket === null ? [] : ticketWords(detail, now)), 'live chat'].filter(Boolean).join(' · ')
    case 'ticket':
      return [holder, ...ticketWords(detail, now)].filter(Boolean).join(' · ')
    case 'closed':
      return detail.rating === null ? 'Closed' : `Closed · rated ${detail.rating} of 5`
  }
}

/** How far a ticket is: when its answer is due; once there is one, where it went, and by when it was promised. */
function ticketWords(detail: Detail, now: number): readonly string[] {
  const { due, mailed, records } = detail
  let isAnswered = false
  for (const record of records) {
    if (record.fact.kind === 'deferred') isAnswered = false
    else if (isAnswer(record)) isAnswered = true
  }
  if (!isAnswered) return due === null ? ['Ticket'] : ['Ticket', `answer ${dueWords(due, now).text}, by ${momentWords(due)}`]
  const answered = mailed === null ? 'answered' : `answered, by mail to ${mailed}`
  return due === null ? ['Ticket', answered] : ['Ticket', answered, `promised by ${momentWords(due)}`]
}
