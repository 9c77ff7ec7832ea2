import type { RefObject } from 'preact'
import { useAnswer, useCounter, usePerson } from './counter.js'
import { cross, Icon, named } from './icons.js'

/** Whose chat this is, what can be expected of it now, and the way to a person. */
export function Header({ heading, title }: { readonly heading: RefObject<HTMLHeadingElement | null>; readonly title: string }) {
  const { view, words, signals } = useCounter()
  const answer = useAnswer()
  const person = usePerson()
  return (
    <header class="header" part="header">
      <div class="bar">
        <h2 class="title" ref={heading} tabIndex={-1}>
          <bdi>{title}</bdi>
        </h2>
        <PersonButton />
        {person && <person.Menu />}
        <button
          type="button"
          class="icon-button"
          aria-label={words.closeChat}
          onClick={() => {
            view.opened.value = false
          }}
        >
          <Icon of={cross} />
        </button>
      </div>
      {person && signals.status.value === 'live' ? (
        <person.WithYou />
      ) : answer ? (
        <answer.Standing />
      ) : (
        <p class="standing">{words.instantAnswers}</p>
      )}
    </header>
  )
}

/** Always there until a person is called; where a shop has no desk, the mail or the phone itself. */
function PersonButton() {
  const { chat, words, signals } = useCounter()
  if (/sending|queued|live|ticket/.test(signals.status.value)) return null
  const { mailto, phone } = signals.contact.value
  if (signals.human.value === 'contact' && (mailto || phone)) {
    return (
      <a class="person" href={mailto ? `mailto:${mailto}` : `tel:${phone}`}>
        <Icon of={named.person} />
        <span>{mailto ? words.writeMail : words.call}</span>
      </a>
    )
  }
  return (
    <button type="button" class="person" onClick={() => void chat.send({ type: 'talk-to-agent' })}>
      <Icon of={named.person} />
      <span>{words.talkToPerson}</span>
    </button>
  )
}
