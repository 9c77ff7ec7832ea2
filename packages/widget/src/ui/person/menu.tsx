import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { cross, Icon } from '../icons.js'
import { ContactLinks } from './contact-links.js'
import { DeviceEntries } from './device-entries.js'
import { dots } from './icons.js'
import { usePersonWords } from './use-person-words.js'

/** What is seldom needed: ways to a person outside the chat, what this browser can do, and ending the conversation. */
export function Menu() {
  const { chat, signals, view, talk } = usePersonWords()
  const opened = useSignal(false)
  const open = opened.value
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
    opened.value = false
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
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) opened.value = false
      }}
    >
      <button
        ref={button}
        type="button"
        class="icon-button"
        aria-label={talk.menu}
        aria-expanded={open}
        onClick={() => {
          opened.value = !open
        }}
      >
        <Icon of={dots} />
      </button>
      {open && (
        <div class="menu-list" ref={list}>
          <ContactLinks />
          {view.device && <DeviceEntries device={view.device} shut={shut} />}
          {canEnd && (
            <button
              type="button"
              onClick={() => {
                shut()
                void chat.send({ type: 'close' })
              }}
            >
              <Icon of={cross} />
              {talk.endConversation}
            </button>
          )}
        </div>
      )}
    </div>
  )
}
