import { fill, plural } from '@shopbell/core'
import { cleanName } from '../clean-name.js'
import { Icon } from '../icons.js'
import { dayInWords } from './order-day.js'
import { useWords } from './use-words.js'

/** What the shopper waits for, at the end of the transcript. */
export function Progress() {
  const { signals, more } = useWords()
  switch (signals.status.value) {
    case 'calling':
      return <Dots label={more.lookingUp} />
    case 'sending':
      // Nothing moves while there is no way through; the notice above the composer says what happens then.
      return signals.delivery.value.link === 'down' ? null : <Dots label={more.passingOn} spoken />
    case 'queued':
      return <Queue />
    case 'ticket':
      return <Ticket />
    case 'live':
      return <Typing />
    case 'closed':
      return <Ended />
    default:
      return null
  }
}

function Dots({ label, spoken = false }: { readonly label: string; readonly spoken?: boolean }) {
  return (
    <p class={spoken ? 'dots spoken' : 'dots'} role="status">
      <span aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      <span class={spoken ? '' : 'unseen'}>{label}</span>
    </p>
  )
}

function Typing() {
  const { signals, more } = useWords()
  const name = signals.typing.value
  if (name === null) return null
  return <Dots label={name ? fill(more.typing, { name: cleanName(name) }) : more.someoneTyping} spoken />
}

function Queue() {
  const { chat, signals, more, view } = useWords()
  const queue = signals.queue.value
  const { position, wait } = queue ?? { position: 0, wait: null }
  const title = position === 1 ? more.queue.next : position > 1 ? fill(more.queue.position, { position }) : more.queue.title
  const minutes = wait && plural(more.queue.wait, Math.max(1, Math.round(wait.seconds / 60)), view.locale)
  return (
    <section class="card progress">
      <div role="status">
        <h3 class="headline">{title}</h3>
        <p class="detail">{wait ? `${minutes}, ${more.queue.basis[wait.basis]}` : more.queue.unknown}</p>
      </div>
      <button type="button" class="secondary" onClick={() => void chat.send({ type: 'defer' })}>
        {more.queue.defer}
      </button>
    </section>
  )
}

function Ticket() {
  const { signals, more, calendar, now } = useWords()
  const due = signals.due.value ?? signals.availability.value?.reply ?? null
  const today = due !== null && calendar.daysFrom(now(), due) === 0
  const sentence =
    due === null || due < now()
      ? more.ticket.soon
      : fill(today ? more.ticket.dueToday : more.ticket.due, {
          day: dayInWords(calendar, more.order, now(), due),
          time: calendar.time(due),
        })
  return (
    <section class="card progress good" role="status">
      <h3 class="headline">
        <Icon name="check" />
        {more.ticket.title}
      </h3>
      <p class="detail">
        {sentence} {more.ticket.here}
      </p>
    </section>
  )
}

function Ended() {
  const { chat, signals, more, rated } = useWords()
  const thanks = rated.value && signals.prompt.value?.kind !== 'rating'
  return (
    <div class="ended">
      <p class="notice-line" role="status">
        {thanks ? more.rating.thanks : more.closed}
      </p>
      <button
        type="button"
        class="secondary"
        onClick={() => {
          rated.value = false
          void chat.send({ type: 'restart' })
        }}
      >
        {more.startNew}
      </button>
    </div>
  )
}
