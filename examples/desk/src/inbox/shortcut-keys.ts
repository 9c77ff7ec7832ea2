import type { Inbox } from './inbox-store.js'
import { isBusy, shortcutOf } from './shortcuts.js'

/** Lets the keyboard drive the inbox; answers with what ends that. */
export function listenForShortcuts(page: Window, inbox: Inbox): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey, isComposing } = event
    const shortcut = shortcutOf({ key, ctrlKey, metaKey, altKey, isComposing, busy: isBusy(event.target) })
    if (shortcut === null || inbox.session.phase.peek() !== 'signed-in' || inbox.dialog.peek() !== null) return
    event.preventDefault()
    inbox.run(shortcut)
  }
  page.addEventListener('keydown', onKeyDown)
  return () => page.removeEventListener('keydown', onKeyDown)
}
