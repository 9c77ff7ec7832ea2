// A part of its own: only a page that says where the chat is to be downloads it.
import type { View } from '../ui/view.js'
import { hasLeft } from './has-left.js'
import type { Inside } from './inside.js'
import type { MoreOptions } from './more-options.js'

const placed = new WeakMap<Inside, () => void>()
/** The element that each chat was to be in, whether or not there was one. */
const sought = new WeakMap<Inside, string | true>()

/** Puts the chat where the page wants it: away from corners and bars, behind its own buttons, or in the page itself. */
export async function placeChat(inside: Inside, more: MoreOptions): Promise<void> {
  const { keepClear, leave, ownButtons, placeCss } = await import('./beside.js')
  const { host, view, endings, options } = inside
  leave(host)
  if (hasLeft(inside)) return
  const before = placed.get(inside)
  before?.()
  const { launcher, inline } = more
  // What was not found once is not looked for again with every change: a chat that floats stays where the shopper has found it.
  if (inline && sought.get(inside) !== inline && !view.inline) {
    sought.set(inside, inline)
    standInPage(inside, inline)
  }
  const placing = { ...more, side: options.side, inline: view.inline }
  inside.css = placeCss(placing)
  const ends = [keepClear(host, placing)]

  if (launcher) {
    view.launcher.value = false
    const toggle = () => {
      view.opened.value = !view.opened.value
      return true
    }
    ends.push(
      ownButtons(launcher, toggle, () => undefined),
      tellButtons(launcher, view.opened),
    )
  }
  const end = () => {
    for (const one of ends.splice(0)) one()
  }
  placed.set(inside, end)
  if (!before) endings.push(() => placed.get(inside)?.())
  // What is drawn already wears it now.
  if (inside.root.querySelector('.root')) await inside.change({})
}

const SPOKEN = ['aria-haspopup', 'aria-expanded'] as const

/** Says on the page's own buttons what they open, and whether it is. The end leaves them as they were. */
function tellButtons(launcher: string, opened: View['opened']): () => void {
  const before = new Map<Element, readonly (string | null)[]>()
  const stop = opened.subscribe((open) => {
    for (const button of document.querySelectorAll(launcher)) {
      if (!before.has(button))
        before.set(
          button,
          SPOKEN.map((name) => button.getAttribute(name)),
        )
      button.setAttribute('aria-haspopup', 'dialog')
      button.setAttribute('aria-expanded', String(open))
    }
  })
  return () => {
    stop()
    for (const [button, values] of before)
      SPOKEN.forEach((name, place) => {
        const value = values[place]
        if (value == null) button.removeAttribute(name)
        else button.setAttribute(name, value)
      })
  }
}

/** The chat as a part of the page: always open, without a launcher, and silent towards the desk until the shopper turns to it. */
function standInPage(inside: Inside, inline: string | true): void {
  const { host, view } = inside
  if (typeof inline === 'string') {
    const settle = () => {
      const home = document.querySelector(inline)
      if (home && host.parentElement !== home) home.append(host)
      return home
    }
    if (!settle()) {
      inside.warn(`Nothing on this page is found by inline: "${inline.slice(0, 80)}", so the chat floats above it.`)
      return
    }
    // A page that swaps what it shows brings its container again.
    const observer = new MutationObserver(settle)
    observer.observe(document.documentElement, { childList: true, subtree: true })
    inside.endings.push(() => observer.disconnect())
  }
  view.launcher.value = false
  Object.assign(view, { inline: true })
  // A part of the page is no dialog, however narrow the window is.
  const name = () => {
    const panel = inside.root.querySelector('.panel')
    if (panel?.role === 'dialog') panel.role = 'region'
    if (panel?.ariaModal) panel.ariaModal = null
  }
  const drawn = new MutationObserver(name)
  drawn.observe(inside.root, { childList: true, subtree: true, attributes: true, attributeFilter: ['role', 'aria-modal'] })
  inside.endings.push(() => drawn.disconnect())
  host.hidden = false
  // Nothing is asked of the desk before the shopper turns to it.
  const touched = new Promise<void>((resolve) => {
    for (const type of ['pointerdown', 'keydown', 'input']) host.addEventListener(type, () => resolve(), { once: true })
  })
  inside.wait = Promise.all([inside.wait, touched])
  view.opened.value = true
  // There is nothing to close.
  inside.endings.push(
    view.opened.subscribe((open) => {
      if (!open) view.opened.value = true
    }),
  )
}
