import type { View } from '../view.js'
import { closeOnBack } from './close-on-back.js'
import { fitKeyboard } from './fit-keyboard.js'
import { keepTabIn } from './keep-tab-in.js'

/** Looks after a panel for as long as it covers the page, as on a phone, until `signal` aborts or there is room beside it again. */
export function coverPage(panel: HTMLElement, view: View, covers: MediaQueryList, signal: AbortSignal): void {
  const stop = new AbortController()
  const end = () => stop.abort()
  if (signal.aborted || !covers.matches) return
  signal.addEventListener('abort', end, { signal: stop.signal })
  covers.addEventListener('change', end, { signal: stop.signal })
  panel.setAttribute('aria-modal', 'true')
  stop.signal.addEventListener('abort', () => panel.removeAttribute('aria-modal'))
  fitKeyboard(panel, stop.signal)
  keepTabIn(panel, stop.signal)
  closeOnBack(view, stop.signal)
}
