import type { Device } from '../device.js'
import { usePersonWords } from './use-person-words.js'

interface DeviceEntriesProps {
  readonly device: Device
  shut(): void
}

/** In the menu: sound, notifications, the conversation as a file, and what is stored. */
export function DeviceEntries({ device, shut }: DeviceEntriesProps) {
  const { more, talk, view, words } = usePersonWords()
  const { sound, desktop, words: own } = device
  const title = view.title.value
  const file = {
    title: title ? words.chatWith.replace('{shop}', () => title) : words.title,
    bot: words.bot,
    by: more.by,
    picture: talk.picture.named,
  }
  return (
    <>
      {sound && (
        <button
          type="button"
          role="switch"
          aria-checked={sound.value}
          onClick={() => {
            sound.value = !sound.value
          }}
        >
          {own.sound}
        </button>
      )}
      {desktop.value === 'denied' && <p class="note">{own.desktopDenied}</p>}
      {/on|off/.test(desktop.value) && (
        <button type="button" role="switch" aria-checked={desktop.value === 'on'} onClick={() => void device.toggleDesktop()}>
          {own.desktop}
        </button>
      )}
      <button
        type="button"
        onClick={() => {
          shut()
          device.download(file)
        }}
      >
        {own.download}
      </button>
      <button
        type="button"
        onClick={() => {
          shut()
          device.showReceipt()
        }}
      >
        {own.receipt}
      </button>
    </>
  )
}
