import { useEffect, useRef, useState } from 'preact/hooks'
import { Icon } from '../icons.js'
import { ContactLinks } from './contact-links.js'
import { useWords } from './use-words.js'

/** What is seldom needed: ways to a person outside the chat, and ending the conversation. */
export function Menu() {
  const { chat, words, more, signals } = useWords()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const status = signals.status.value
  const { mailto, phone } = signals.contact.value
  const canEnd = status === 'queued' || status === 'live' || status === 'ticket'
  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('a, button')?.focus()
  }, [open])
  if (!mailto && !phone && !canEnd) return null
  const shut = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what comes up from the buttons inside.
    <div
      class="menu"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return
        event.preventDefault()
        shut()
      }}
      onFocusOut={(event) => {
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={words.menu}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <div class="menu-list" ref={list}>
          <ContactLinks />
          {canEnd && (
            <button
              type="button"
              onClick={() => {
                shut()
                void chat.send({ type: 'close' })
              }}
            >
              <Icon name="close" />
              {more.endConversation}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
