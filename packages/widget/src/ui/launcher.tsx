import type { RefObject } from 'preact'
import { useCounter, usePerson } from './counter.js'
import { bell, cross, Icon } from './icons.js'

/** The bell that opens the panel, and the mark that closes it. */
export function Launcher({ element }: { readonly element: RefObject<HTMLButtonElement | null> }) {
  const counter = useCounter()
  const { view, words, signals } = counter
  const person = usePerson()
  const opened = view.opened.value
  const unread = opened ? 0 : signals.unread.value
  const pill = view.pill.value && !opened
  const label = opened ? words.closeChat : pill ? words.pill : words.openChat

  return (
    <button
      ref={element}
      type="button"
      part="launcher"
      class={pill ? 'launcher pill' : 'launcher'}
      aria-expanded={opened}
      aria-haspopup="dialog"
      aria-label={person && unread > 0 ? `${label}, ${person.unreadText(counter)}` : label}
      onClick={() => {
        view.opened.value = !opened
      }}
    >
      <span class="faces">
        <Icon of={bell} />
        <Icon of={cross} />
      </span>
      {pill && <span>{words.pill}</span>}
      {person && unread > 0 && <person.UnreadBadge count={unread} />}
    </button>
  )
}
