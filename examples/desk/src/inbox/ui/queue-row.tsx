import type { Row } from '../../agent-api.js'
import { isBroken } from '../broken-first.js'
import { REASON_WORDS, reasonCode } from '../words/reason-words.js'
import { useInbox } from './inbox-context.js'
import { WaitingTime } from './waiting-time.js'

const PRIORITY = { normal: null, high: 'High', urgent: 'Urgent' } as const

/** A line of a list: who, why, how long, what was said last. */
export function QueueRow({ row }: { row: Row }) {
  const inbox = useInbox()
  const isCurrent = inbox.place.value.conversation === row.id
  const priority = PRIORITY[row.priority]
  const drafted = inbox.drafts.has(row.id) && !isCurrent
  const last = row.last?.text || row.summary
  // In the lists of everybody's, it is said of one's own and of what is closed, too.
  const mixed = inbox.search.words.value.trim() !== '' || inbox.place.value.view === 'all'
  const isMine = row.agent === inbox.session.me.value?.name
  const holder = row.status === 'closed' ? (mixed ? 'closed' : null) : isMine ? (mixed ? 'you' : null) : row.agent
  return (
    <li>
      <button
        type="button"
        class={row.unread > 0 ? 'row row-unread' : 'row'}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => inbox.open(row.id)}
      >
        <span class="row-top">
          {row.unread > 0 && (
            <span class="unread">
              <span class="only-heard">{row.unread} unread. </span>
            </span>
          )}
          <bdi class="row-who">{row.who}</bdi>
          <WaitingTime row={row} />
        </span>
        <span class="row-reason">
          {priority && <span class={`priority priority-${row.priority}`}>{priority}</span>}
          {isBroken(row, inbox.now.value) && <span class="row-broken">Promise broken · </span>}
          {REASON_WORDS[reasonCode(row.reason)].short}
          {row.ticket !== null && row.status !== 'closed' && inbox.place.value.view !== 'tickets' && (
            <span class="row-agent"> · ticket</span>
          )}
          {holder !== null && (
            <span class="row-agent">
              {' '}
              · <bdi>{holder}</bdi>
            </span>
          )}
        </span>
        <span class="row-last">
          {drafted && <em class="draft-mark">Draft </em>}
          {row.last !== null && row.last.by !== 'shopper' && (
            <span class="row-you">{row.last.by === 'agent' ? 'Team: ' : 'Bot: '}</span>
          )}
          <bdi>{last}</bdi>
        </span>
      </button>
    </li>
  )
}
