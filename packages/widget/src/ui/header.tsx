import type { RefObject } from 'preact'
import { parts } from '../parts.js'
import { useCounter } from './counter.js'
import { Icon } from './icons.js'
import { statusLine } from './status-line.js'

/** Whose chat this is, what can be expected of it now, and the way to a person. */
export function Header({ heading, title }: { readonly heading: RefObject<HTMLHeadingElement | null>; readonly title: string }) {
  const counter = useCounter()
  const { view, words, signals, rest } = counter
  const answer = rest.value?.answer
  const logo = view.logo.value
  return (
    <header class="header" part={parts.header}>
      <div class="bar">
        <h2 class="title" ref={heading} tabIndex={-1} dir="auto">
          {logo ? <img class="logo" src={logo} alt={title} /> : title}
        </h2>
        {answer && <answer.Menu />}
        <button
          type="button"
          class="icon-button"
          aria-label={words.closeChat}
          onClick={() => {
            view.opened.value = false
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      <div class="bar">
        {answer && signals.status.value === 'live' ? <answer.WithYou /> : <Standing />}
        <PersonButton />
      </div>
    </header>
  )
}

function Standing() {
  const counter = useCounter()
  const { lead, detail, open } = statusLine(counter.signals.availability.value, counter)
  return (
    <p class="standing">
      <span class={open ? 'dot on' : 'dot'} />
      <span>
        {lead}
        {detail && <span class="detail">{detail}</span>}
      </span>
    </p>
  )
}

/** Always there until a person is called; where a shop has no desk, the mail or the phone itself. */
function PersonButton() {
  const { chat, words, signals } = useCounter()
  const status = signals.status.value
  if (status === 'sending' || status === 'queued' || status === 'live' || status === 'ticket') return null
  const { mailto, phone } = signals.contact.value
  const address = mailto ? `mailto:${mailto}` : phone ? `tel:${phone}` : ''
  if (signals.human.value === 'contact' && address) {
    return (
      <a class="person" href={address}>
        <Icon name={mailto ? 'mail' : 'phone'} />
        {mailto ? words.writeMail : words.call}
      </a>
    )
  }
  return (
    <button type="button" class="person" onClick={() => void chat.send({ type: 'talk-to-agent' })}>
      <Icon name="person" />
      {words.talkToPerson}
    </button>
  )
}
