import type { Counter } from '../counter.js'
import { chooseByKey } from './choose-by-key.js'
import { keepFocus } from './keep-focus.js'

/** Where the panel covers the page, as the style sheet has it. */
const COVERS = '(max-width: 479px), (max-height: 479px)'

/** Looks after a panel while it is open. The answer stops it. */
export function attendPanel(panel: HTMLElement, counter: Counter): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const covers = matchMedia(COVERS)
  const cover = () => {
    if (!covers.matches || counter.view.inline) return
    import('../cover/cover-page.js').then(({ coverPage }) => coverPage(panel, counter.view, covers, signal), ignore)
  }
  const choose = (event: KeyboardEvent) => {
    if (!event.isComposing && !event.defaultPrevented) chooseByKey(event, counter)
  }
  cover()
  covers.addEventListener('change', cover, { signal })
  panel.addEventListener('keydown', choose, { signal })
  keepFocus(panel, signal, counter.view.inline)
  // Whether people are there may have changed since the panel was last seen.
  counter.chat.wake()
  return () => stop.abort()
}

/** Without it the panel can be used all the same. */
const ignore = () => undefined
