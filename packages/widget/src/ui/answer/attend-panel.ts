import type { Counter } from '../counter.js'
import { chooseByKey } from './choose-by-key.js'
import { fitKeyboard } from './fit-keyboard.js'
import { keepFocus } from './keep-focus.js'

/** Where the panel covers the page, as the style sheet has it. */
const COVERS = '(max-width: 479px), (max-height: 479px)'

/** Looks after a panel while it is open. The answer stops it. */
export function attendPanel(panel: HTMLElement, counter: Counter): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const covers = matchMedia(COVERS)
  const tellCover = () => {
    panel.ariaModal = covers.matches ? 'true' : null
  }
  const choose = (event: KeyboardEvent) => {
    if (!event.isComposing && !event.defaultPrevented) chooseByKey(event, counter)
  }
  tellCover()
  covers.addEventListener('change', tellCover, { signal })
  panel.addEventListener('keydown', choose, { signal })
  fitKeyboard(panel, signal)
  keepFocus(panel, signal)
  // Whether people are there may have changed since the panel was last seen.
  counter.chat.wake()
  return () => stop.abort()
}
