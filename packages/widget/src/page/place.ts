/** Pixels between what is kept clear and the launcher. */
const GAP = 12
const LAUNCHER = 56
/** How far outside the window something is near. */
const NEAR = 300

/** Where the chat is, as the page has written it. */
export interface Placing {
  readonly offset?: string | undefined
  readonly zIndex?: number | string | undefined
  readonly avoid?: string | undefined
  readonly side?: string | undefined
  readonly inline?: string | boolean | undefined
}

/** Pixels from the side and from the bottom. What does not fit is said by whoever reads the options. */
function offsetOf({ offset = '' }: Placing): readonly [x: number, y: number] {
  const [x = 20, y = 20] = (offset.match(/\d+/g) ?? []).map(Number)
  return [x, y]
}

/** The style sheet that puts the launcher and the panel there; the same for what the loader paints and for what takes over. */
export function placeCss(placing: Placing): string {
  const { zIndex, inline } = placing
  const [x, y] = offsetOf(placing)
  const layer = zIndex === undefined || zIndex === '' ? 2147483000 : Number(zIndex)
  const above = Number.isInteger(layer) && layer >= 0 ? `:host{z-index:${layer}!important}` : ''
  if (inline) return above + INLINE
  const away = (side: string) => `calc(${x}px + env(safe-area-inset-${side}))`
  const up = (more: number) => `calc(${y + more}px + env(safe-area-inset-bottom) + var(--shopbell-lift,0px))`
  return (
    above +
    `.launcher{bottom:${up(0)}}` +
    `.launcher,.bubble{right:${away('right')}}[data-side="left"] .launcher{right:auto;left:${away('left')}}` +
    '@media (min-width:480px) and (min-height:480px){' +
    `.panel{bottom:${up(LAUNCHER + GAP)};right:${away('right')};height:min(680px,100dvh - ${y + LAUNCHER + GAP + 16}px - var(--shopbell-lift,0px))}` +
    `[data-side="left"] .panel{right:auto;left:${away('left')}}}`
  )
}

/** The same of the launcher alone, as the loader has painted it in a host that is as large as that. */
export function launcherCss(placing: Placing): string {
  const [x, y] = offsetOf(placing)
  return `:host{margin:${y}px ${x}px!important;bottom:calc(env(safe-area-inset-bottom) + var(--shopbell-lift,0px))!important}`
}

/** A launcher that nobody is to see or to reach; it keeps its place, so that nothing moves. */
export const UNSEEN = ':host{visibility:hidden!important}'

const INLINE =
  ':host{position:relative!important;inset:auto!important;z-index:auto!important;width:100%!important;height:100%!important;min-height:420px!important}' +
  '.root{position:absolute;inset:0}.bar>.icon-button:last-child{display:none}' +
  '.root .panel,.root[data-side="left"] .panel{position:absolute;inset:0;width:100%;max-width:none;height:100%;padding:0;box-shadow:none;animation:none;border:var(--shopbell-hairline);border-radius:var(--shopbell-radius);background:var(--shopbell-surface)}'

/**
 * Lifts the chat above what the selectors of `avoid` find in its way, as long as that is there: a cookie bar, a sticky cart. The answer
 * ends it.
 */
export function keepClear(host: HTMLElement, placing: Placing): () => void {
  const { avoid, side } = placing
  if (!avoid) return () => {}
  const [x, y] = offsetOf(placing)
  let frame = 0
  let lift = 0

  const look = () => {
    frame = 0
    // Taken off the page before there was more than the launcher.
    if (!host.isConnected) return
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
 * Lets the page's own buttons open and close the chat, also those that come later. `near` hears of a pointer or the focus on one. A
 * click for which `toggle` answers false stays the page's own. The answer ends it.
 */
export function ownButtons(selector: string, toggle: () => boolean, near: () => void): () => void {
  const stop = new AbortController()
  const { signal } = stop
  const within = ({ target }: Event) => (target instanceof Element ? target.closest(selector) : null)
  const click = (event: Event) => {
    // A link that has an address for browsers without scripts leads nowhere now.
    if (within(event) && toggle()) event.preventDefault()
  }
  document.addEventListener('click', click, { signal })
  for (const type of ['pointerover', 'focusin']) document.addEventListener(type, (event) => within(event) && near(), { signal })
  return () => stop.abort()
}

/** Calls back once when the element that the selector finds comes near the window; at once where there is none. The answer ends it. */
export function comesNear(selector: string, near: () => void): () => void {
  const stop = new AbortController()
  const observer = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      observer.disconnect()
      near()
    },
    { rootMargin: `${NEAR}px` },
  )
  const look = () => {
    const home = found(selector)
    if (home) observer.observe(home)
    // It may still be on its way. Where it never comes, the rest says so and is there all the same.
    else if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', look, { signal: stop.signal })
    else near()
  }
  look()
  return () => {
    stop.abort()
    observer.disconnect()
  }
}

function found(selector: string): Element | null {
  try {
    return document.querySelector(selector)
  } catch {
    return null
  }
}
