import type { Row } from '../../agent-api.js'
import { clockTime, dayHeading, dueWords, spanWords, spokenSpan, waitWarmth } from '../words/time-words.js'
import { useInbox } from './inbox-context.js'

/** How long somebody has been waiting for us; it grows warmer. Where nobody waits, when it was last touched. */
export function WaitingTime({ row }: { row: Row }) {
  const now = useInbox().now.value
  const isTicket = row.status === 'ticket' || (row.status === 'live' && row.ticket !== null)
  const { answered } = row
  if (isTicket && row.due !== null && answered === null) {
    const due = dueWords(row.due, now)
    return <span class={`waiting warm-${due.warmth}`}>{due.text}</span>
  }
  const said = row.last?.by === 'shopper' ? row.last.at : null
  const waits = said !== null && (row.status === 'live' || (isTicket && answered !== null)) && said > (answered ?? 0)
  if (isTicket && answered !== null && !waits) return <span class="waiting warm-0">answered</span>
  const since = row.status === 'queued' ? row.opened : waits ? said : null
  if (since !== null) {
    const span = Math.max(0, now - since)
    return (
      <span class={`waiting warm-${waitWarmth(span)}`}>
        <span class="only-heard">waiting {spokenSpan(span)}</span>
        <span aria-hidden="true">{spanWords(span)}</span>
      </span>
    )
  }
  const touched = row.last?.at ?? row.opened
  const day = dayHeading(touched, now)
  return <span class="waiting warm-0">{day === 'Today' ? clockTime(touched) : day}</span>
}
