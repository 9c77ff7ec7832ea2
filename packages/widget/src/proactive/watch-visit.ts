// A chunk of its own: only a shop that speaks first downloads it, once the page has nothing else to do.
import { type Chat, type Proactive, storefrontOpening } from '@shopbell/core'
import { hasLeft } from '../page/has-left.js'
import type { Inside } from '../page/inside.js'
import { asksConsent } from './asks-consent.js'
import { type Bubble, showBubble } from './bubble.js'
import { cartWorth } from './cart-worth.js'
import { dueOpening } from './due.js'
import { readOpenings } from './read-openings.js'
import { seenOpenings } from './seen-openings.js'

/** Seconds are counted by this many milliseconds. */
const TICK = 1_000

/** A pointer that can leave a page on purpose: a mouse, not a thumb. */
const POINTER = '(hover: hover) and (pointer: fine)'

/** What watching a visit needs of the widget. */
export interface VisitOptions extends Pick<Inside, 'root' | 'view' | 'resume' | 'options' | 'speech' | 'begin' | 'mayStore'> {
  readonly chat: Pick<Chat, 'getSnapshot'>
  /** What the page has told so far, read when a cart matters. */
  readonly untold: readonly unknown[]
}

const watched = new WeakSet<Inside>()

/** Watches a visit once everything is here that an opening is said with, as long as the chat is on the page. */
export async function watchWhenReady(inside: Inside): Promise<void> {
  await inside.ready
  if (hasLeft(inside) || watched.has(inside)) return
  watched.add(inside)
  inside.endings.push(watchVisit(inside))
}

/**
 * Watches a visit until an opening of the flow's own is due, and shows it beside the launcher: each once to a visitor, one on a page
 * at most, none during a conversation or over a question for consent. What the page sets later counts from then on, and where the shopper
 * has to agree first, nothing is shown before. Until one is shown it stores nothing and asks nobody. The answer ends it.
 */
export function watchVisit(visit: VisitOptions): () => void {
  const { root, view, chat, resume, untold: told, begin } = visit
  const { site = 'shop' } = visit.options
  const seenBefore = seenOpenings(site)
  const pathNow = () => location.pathname
  let path = pathNow()
  let seconds = 0
  let shownHere = false
  let opened = view.opened.peek()
  let bubble: Bubble | null = null
  let shown: Proactive | undefined
  const flow = () => (typeof visit.options.flow === 'object' ? visit.options.flow : undefined)
  // What is shown once to a visitor has to be remembered, so it takes the consent to that.
  const silent = () => String(visit.options.proactive) === 'false' || visit.mayStore?.() === false
  const busy = () =>
    shownHere || opened || !view.launcher.peek() || chat.getSnapshot().status !== 'idle' || resume.read() !== null

  let written: unknown
  let openings: readonly Proactive[] = []
  function openingsNow(): readonly Proactive[] {
    const now = [visit.options.proactive, visit.speech?.proactive, flow()?.proactive].find(Array.isArray)
    if (now !== written) openings = readOpenings(now)
    written = now
    return openings
  }

  function consider(leaving: boolean): void {
    if (silent()) return
    const due = dueOpening(openingsNow(), {
      path,
      seconds,
      cart: cartWorth(told),
      leaving,
      busy: busy(),
      seen: seenBefore.has,
      asksConsent: () => asksConsent(root.host),
    })
    if (due) show(due)
  }

  function show(due: Proactive): void {
    // Where the words of the openings are, and where a conversation begins that has no other place. The language may change.
    const own = visit.options.opening ?? flow() ?? storefrontOpening
    const opening = visit.speech?.opening(own) ?? own
    const { id, text, next = opening.menu } = due
    const texts: Readonly<Record<string, string>> = { ...flow()?.texts, ...opening.texts }
    shownHere = true
    shown = due
    bubble = showBubble({
      root,
      view,
      text: Object.hasOwn(texts, text) ? (texts[text] ?? text) : text,
      taken() {
        bubble = null
        void begin({ step: next, say: text })
        view.opened.value = true
      },
      closed() {
        bubble = null
      },
    })
    seenBefore.add(id)
  }

  function clear(): void {
    bubble?.remove()
    bubble = null
  }

  const hide = () => bubble?.hide(!view.launcher.peek() || asksConsent(root.host))

  function tick(): void {
    const now = pathNow()
    if (now !== path) {
      // A page of a shop that never loads a whole page anew.
      path = now
      seconds = 0
      shownHere = false
      clear()
    } else if (document.visibilityState === 'visible') seconds++
    if (silent()) clear()
    else if (bubble) hide()
    else consider(false)
  }

  function left({ relatedTarget, clientY }: MouseEvent): void {
    if (relatedTarget === null && clientY <= 0 && matchMedia(POINTER).matches) consider(true)
  }

  /** Where everything was drawn again, as after a change of language, it says the same in its words. */
  const drawn = new MutationObserver(() => {
    if (!shown || !bubble || bubble.isThere) return
    clear()
    show(shown)
    hide()
  })

  drawn.observe(root, { childList: true })
  const timer = setInterval(tick, TICK)
  document.addEventListener('mouseout', left)
  const unsubscribe = view.opened.subscribe((open) => {
    opened ||= open
    if (open) clear()
  })
  return () => {
    drawn.disconnect()
    clearInterval(timer)
    document.removeEventListener('mouseout', left)
    unsubscribe()
    clear()
  }
}
