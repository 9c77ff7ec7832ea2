import { announceChanges } from './announce-changes.js'
import { wakeOnReturn } from './browser/wake-on-return.js'
import type { Inside } from './page/inside.js'

/**
 * Looks after a conversation on its page: tells the page what happens, wakes it when the shopper is back, keeps what is typed, and
 * closes the panel where the shopper has left in another tab. It ends with the chat.
 */
export function attendChat(inside: Inside, since: number): void {
  const { chat, endings, events, view, site } = inside
  const name = `shopbell:${site}:view`
  let before = 'idle'
  let keeping = false

  const look = () => {
    const { status } = chat.getSnapshot()
    if (status === 'idle' && before !== status) {
      inside.stay = {}
      view.opened.value = false
      view.draft.value = ''
    }
    before = status
    // Not before there is something to keep: the shopper writes, has written before, or a person is called.
    if (
      keeping ||
      !(view.draft.peek() || (inside.mayStore?.() !== false && isKept(name)) || /sending|queued|live|ticket/.test(status))
    )
      return
    keeping = true
    import('./attend-shopper.js').then(
      ({ attendShopper }) => endings.push(attendShopper(inside, name)),
      () => {
        keeping = false
      },
    )
  }
  endings.push(announceChanges(chat, events, since), wakeOnReturn(chat.wake), chat.subscribe(look), view.draft.subscribe(look))
}

function isKept(name: string): boolean {
  try {
    return sessionStorage.getItem(name) !== null
  } catch {
    return false
  }
}
