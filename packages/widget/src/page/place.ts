// A part of its own, without any import: only a page that says where the chat is to be downloads it.

/** Pixels between what is kept clear and the launcher. */
const GAP = 12
const LAUNCHER = 56

/** Where the chat is, as the page has written it. */
export interface Placing {
  readonly offset?: string | undefined
  readonly zIndex?: number | string | undefined
  readonly avoid?: string | undefined
  readonly side?: string | undefined
  readonly inline?: string | boolean | undefined
}

/** The style sheet that puts the launcher and the panel there; the same for what the loader paints and for what takes over. */
export function placeCss({ offset = '', zIndex, inline }: Placing): string {
  const [x = 20, y = 20] = (String(offset).match(/\d+/g) ?? []).map(Number)
  const layer = Number(zIndex)
  const above = `:host{z-index:${Number.isInteger(layer) && zIndex !== undefined && zIndex !== '' ? layer : 2147483000}!important}`
  if (inline) return above + INLINE
  const away = (side: string) => `calc(${x}px + env(safe-area-inset-${side}))`
  const up = (more: number) => `calc(${y + more}px + env(safe-area-inset-bottom) + var(--shopbell-lift,0px))`
  return (
    above +
    // The loader's host is where its launcher is; later the host is a point, and the two in it are placed.
    `:host{bottom:${up(0)}!important;${x === 20 ? '' : `margin:0 ${x - 20}px!important`}}` +
    `.launcher{bottom:${up(0)}}` +
    `.launcher,.bubble{right:${away('right')}}[data-side="left"] .launcher{right:auto;left:${away('left')}}` +
    '@media (min-width:480px) and (min-height:480px){' +
    `.panel{bottom:${up(LAUNCHER + GAP)};right:${away('right')};height:min(680px,100dvh - ${y + LAUNCHER + GAP + 16}px - var(--shopbell-lift,0px))}` +
    `[data-side="left"] .panel{right:auto;left:${away('left')}}}`
  )
}

const INLINE =
  ':host{position:relative!important;inset:auto!important;z-index:auto!important;width:100%!important;height:100%!important;min-height:420px!important}' +
  '.root{position:absolute;inset:0}.bar>.icon-button:last-child{display:none}' +
  '.root .panel,.root[data-side="left"] .panel{position:absolute;inset:0;width:100%;max-width:none;height:100%;padding:0;box-shadow:none;animation:none;border:var(--shopbell-hairline);border-radius:var(--shopbell-radius);background:var(--shopbell-surface)}'

/**
 * Lifts the chat above what the selectors of `avoid` find in its way, as long as that is there: a cookie bar, a sticky cart. The answer
 * ends it.
 */
export function keepClear(host: HTMLElement, { avoid, side, offset = '' }: Placing): () => void {
  if (!avoid) return () => {}
  const [x = 20, y = 20] = (String(offset).match(/\d+/g) ?? []).map(Number)
  let frame = 0
  let lift = 0

  const look = () => {
    frame = 0
    const left = side === 'left' ? x : innerWidth - x - LAUNCHER
    let need = 0
    const boxes = obstacles(avoid, host)
    // Above one there may be another.
    for (let pass = 0; pass < boxes.length; pass++) {
      const bottom = innerHeight - y - need
      for (const box of boxes) {
        const beside = box.right < left - GAP || box.left > left + LAUNCHER + GAP
        const above = box.bottom < bottom - LAUNCHER - GAP
        const below = box.top > bottom + GAP
        if (!beside && !above && !below) need = Math.max(need, innerHeight - y - box.top + GAP)
      }
    }
    // What fills the window is in nobody's way: the chat is above it, or it is above the chat.
    if (need > innerHeight * 0.6) need = 0
    if (need === lift) return
    lift = need
    host.style.setProperty('--shopbell-lift', `${need}px`)
  }
  const soon = () => {
    frame ||= requestAnimationFrame(look)
  }
  const observer = new MutationObserver(soon)
  observer.observe(document.documentElement, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['class', 'style', 'hidden', 'open'],
  })
  const stop = new AbortController()
  for (const type of ['resize', 'scroll', 'transitionend', 'animationend', 'load'])
    addEventListener(type, soon, { signal: stop.signal, capture: true, passive: true })
  look()
  return () => {
    stop.abort()
    observer.disconnect()
    cancelAnimationFrame(frame)
    host.style.removeProperty('--shopbell-lift')
  }
}

function obstacles(avoid: string, host: HTMLElement): readonly DOMRect[] {
  try {
    return [...document.querySelectorAll(avoid)]
      .filter((element) => !host.contains(element) && !element.contains(host))
      .filter((element) => element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true)
      .map((element) => element.getBoundingClientRect())
      .filter(({ width, height, top }) => width > 0 && height > 0 && top < innerHeight)
  } catch {
    return []
  }
}

/**
 * Lets the page's own buttons open and close the chat, also those that come later. `near` hears of a pointer or the focus on one. The
 * answer ends it.
 */
export function ownButtons(selector: string, toggle: (button: Element) => void, near: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const found = ({ target }: Event) => (target instanceof Element ? target.closest(selector) : null)
  const click = (event: Event) => {
    const button = found(event)
    if (!button) return
    // A link that has an address for browsers without scripts leads nowhere now.
    event.preventDefault()
    toggle(button)
  }
  document.addEventListener('click', click, { signal })
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, (event) => found(event) && near(), { signal })
  return () => stop.abort()
}
