import { plural } from '@shopbell/core'
import type { RefObject } from 'preact'
import { parts } from '../parts.js'
import { useCounter } from './counter.js'
import { bell, cross, Icon } from './icons.js'

/** The bell that opens the panel, and the mark that closes it. */
export function Launcher({ element }: { readonly element: RefObject<HTMLButtonElement | null> }) {
  const { view, words, signals } = useCounter()
  const opened = view.opened.value
  const unread = opened ? 0 : signals.unread.value
  const pill = view.pill.value && !opened
  const label = opened ? words.closeChat : pill ? words.pill : words.openChat

  return (
    <button
      ref={element}
      type="button"
      part={parts.launcher}
      class={pill ? 'launcher pill' : 'launcher'}
      aria-expanded={opened}
      aria-haspopup="dialog"
      aria-label={unread > 0 ? `${label}, ${plural(words.unread, unread, view.locale)}` : label}
      onClick={() => {
        view.opened.value = !opened
      }}
    >
      <span class="faces">
        <Icon of={bell} />
        <Icon of={cross} />
      </span>
      {pill && <span>{words.pill}</span>}
      {unread > 0 && <span class="badge">{unread > 99 ? '99+' : unread}</span>}
    </button>
  )
}
