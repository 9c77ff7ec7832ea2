import { fill, plural } from '@shopbell/core'
import { Dots } from '../answer/dots.js'
import { check } from '../answer/icons.js'
import { cleanName } from '../clean-name.js'
import { Icon } from '../icons.js'
import { hasLastWord } from './has-last-word.js'
import { Receipt } from './receipt.js'
import { usePersonWords } from './use-person-words.js'

/** What the shopper waits for, at the end of the transcript. */
export function Progress() {
  const { signals, talk } = usePersonWords()
  switch (signals.status.value) {
    case 'sending':
      // Nothing moves while there is no way through; the notice above the composer says what happens then.
      return signals.delivery.value.link === 'down' ? null : <Dots label={talk.passingOn} spoken />
    case 'queued':
      return <Queue />
    case 'ticket':
      return hasLastWord(signals.transcript.value) ? null : <Ticket />
    case 'live':
      return <Typing />
    case 'closed':
      return <Ended />
    default:
      return null
  }
}

function Typing() {
  const { signals, talk } = usePersonWords()
  const name = signals.typing.value
  if (name === null) return null
  return (
    // Whoever listens waits for what is said, not for how long it is written.
    <Dots label={name ? fill(talk.typing, { name: cleanName(name) }) : talk.someoneTyping} spoken told={false} />
  )
}

function Queue() {
  const { chat, signals, view, talk } = usePersonWords()
  const queue = signals.queue.value
  const { position, wait } = queue ?? { position: 0, wait: null }
  const title =
    position === 1 ? talk.queue.next : position > 1 ? fill(talk.queue.position, { position }, view.locale) : talk.queue.title
  const estimate =
    wait &&
    fill(talk.queue.estimate, {
      wait: plural(talk.queue.wait, Math.max(1, Math.round(wait.seconds / 60)), view.locale),
      basis: talk.queue.basis[wait.basis],
    })
  return (
    <section class="card progress">
      <div data-told="">
        <h3 class="headline">{title}</h3> <p class="detail">{estimate ?? talk.queue.unknown}</p>
      </div>
      <button type="button" class="secondary" onClick={() => void chat.send({ type: 'defer' })}>
        {talk.queue.defer}
      </button>
    </section>
  )
}

function Ticket() {
  const { signals, calendar, now, talk } = usePersonWords()
  const due = signals.due.value ?? signals.availability.value?.reply ?? null
  const today = due !== null && calendar.daysFrom(now(), due) === 0
  const sentence =
    due === null || due < now()
      ? talk.ticket.soon
      : fill(today ? talk.ticket.dueToday : talk.ticket.due, {
          day: calendar.dayInWords(now(), due),
          time: calendar.time(due),
        })
  return (
    <section class="card progress good" data-told="">
      <h3 class="headline">
        <Icon of={check} />
        {talk.ticket.title}
      </h3>{' '}
      <p class="detail">
        {sentence} {talk.ticket.here}
      </p>{' '}
      <Receipt />
    </section>
  )
}

function Ended() {
  const { chat, signals, rated, talk } = usePersonWords()
  const asked = signals.prompt.value?.kind === 'rating'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div class="ended" role="group" aria-label={talk.closed}>
      {!asked && (
        <p class="notice-line" data-told="">
          {rated.value ? talk.rating.thanks : talk.closed}
        </p>
      )}
      <button
        type="button"
        class="secondary"
        onClick={() => {
          rated.value = false
          void chat.send({ type: 'restart' })
        }}
      >
        {talk.startNew}
      </button>
    </div>
  )
}
