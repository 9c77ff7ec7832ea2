// A part of its own: who needs no person never downloads it.
import { signal } from '@preact/signals'
import { deviceWords, type Entry, type Snapshot } from '@shopbell/core'
import type { Inside } from '../page/inside.js'
import { readEntry, writeEntry } from '../page/stored-here.js'
import type { Device } from '../ui/device.js'
import { titleMark } from './mark-title.js'
import { inOneTab } from './one-tab.js'
import { openReceipt } from './open-receipt.js'
import { plainLine } from './plain-line.js'
import { ring } from './sound.js'
import { handOver, transcriptText } from './transcript-file.js'

/** Characters of a message that a notification shows. */
const MOST = 120

/** Sees to it that an answer is noticed by a shopper who looks elsewhere, and offers what goes with it. The answer ends it. */
export function attendAnswers(inside: Inside): () => void {
  const { chat, view, site } = inside
  const mark = titleMark()
  const { device, wanted } = deviceFor(inside)
  Object.assign(view, { device })
  let before = chat.getSnapshot()

  const isLookedAt = () => view.opened.peek() && !document.hidden
  const tell = (entry: Entry) =>
    void inOneTab(`shopbell:${site}:told:${entry.id}`, () => {
      // Somebody has read it in the tab that was looked at.
      if (chat.getSnapshot().unread === 0) return
      if (device.sound?.value) ring()
      if (document.hidden && wanted()) notify(inside, entry, device.words.newMessage)
    })
  const look = () => {
    const now = chat.getSnapshot()
    mark(isLookedAt() ? 0 : now.unread)
    if (now.unread > before.unread && !isLookedAt()) {
      const entry = newest(now)
      if (entry) tell(entry)
    }
    before = now
  }
  const endings = [chat.subscribe(look), view.opened.subscribe(look)]
  document.addEventListener('visibilitychange', look)
  return () => {
    for (const end of endings) end()
    document.removeEventListener('visibilitychange', look)
    mark(0)
    Object.assign(view, { device: undefined })
  }
}

function newest({ transcript: { chunks, tail } }: Snapshot): Entry | undefined {
  const theirs = [...(chunks.at(-1) ?? []), ...tail].filter(({ by }) => by === 'agent' || by === 'desk' || by === 'assistant')
  return theirs.at(-1)
}

function deviceFor(inside: Inside): { readonly device: Device; wanted(): boolean } {
  const { chat, view, site, more = {} } = inside
  const keep = (entry: 'sound' | 'notify', value: string | null) => {
    if (inside.mayStore?.() ?? true) writeEntry(site, entry, value)
  }
  const sound = more.sound === 'off' ? null : signal(readEntry(site, 'sound') !== 'off')
  const offers = 'Notification' in window && window.isSecureContext && more.notifications !== 'off'
  const stand = () => {
    if (!offers) return 'none'
    if (Notification.permission === 'denied') return 'denied'
    return Notification.permission === 'granted' && readEntry(site, 'notify') === 'on' ? 'on' : 'off'
  }
  const desktop = signal<ReturnType<typeof stand>>(stand())
  const unheard = sound?.subscribe((on) => keep('sound', on ? null : 'off'))
  inside.endings.push(() => unheard?.())
  const device: Device = {
    words: view.words('device', deviceWords),
    sound,
    desktop,
    async toggleDesktop() {
      if (desktop.value === 'on') {
        keep('notify', null)
        desktop.value = 'off'
        return
      }
      const answer = await Notification.requestPermission()
      if (answer === 'granted') keep('notify', 'on')
      desktop.value = answer === 'granted' ? 'on' : stand()
    },
    download: (words) =>
      handOver(`${site}.txt`, transcriptText(chat.getSnapshot().transcript, { ...words, locale: view.locale, zone: view.zone })),
    showReceipt: () => openReceipt(inside),
  }
  return { device, wanted: () => desktop.value === 'on' }
}

function notify({ view, site, more = {} }: Inside, entry: Entry, words: string): void {
  const { content } = entry
  const text = more.notifications === 'full' && content.kind === 'text' ? plainLine(content.text, MOST) : words
  try {
    const told = new Notification(plainLine(view.title.peek() || document.title, 80), { body: text, tag: `shopbell:${site}` })
    told.addEventListener('click', () => {
      focus()
      view.opened.value = true
      told.close()
    })
  } catch {
    // Some browsers allow it only to a service worker.
  }
}
