import { comesNear, keepClear, launcherCss, ownButtons, placeCss, UNSEEN } from './place.js'

const standing = new WeakMap<HTMLElement, () => void>()
const sheets = new WeakMap<HTMLElement, CSSStyleSheet>()

/**
 * Puts what the loader has made where the page wants it, and paints it in the shop's own colour, until the rest takes over: away from
 * corners and bars, behind the page's own buttons, or out of sight until the element that will hold the chat is near. The loader waits
 * for it before there is anything to be seen.
 *
 * @param setting what the page has written, by the option's name.
 */
export function stand(host: HTMLElement, setting: (name: string) => string): void {
  leave(host)
  const root = host.shadowRoot
  const button = root?.querySelector('button')
  if (!root || !button) return
  const [offset, zIndex, avoid, side, launcher, inline] = names.map(setting)
  const placing = { offset, zIndex, avoid, side }
  // What comes after a destroy is none of ours. To the loader alone it is a tap: the page hears of none.
  const tap = () => host.isConnected && button.dispatchEvent(new Event('click'))
  const near = () => void button.dispatchEvent(new Event('focus'))
  const sheet = sheets.get(host) ?? new CSSStyleSheet()
  if (!sheets.has(host)) root.adoptedStyleSheets.push(sheet)
  sheets.set(host, sheet)
  sheet.replaceSync(UNSEEN)
  if (inline && inline !== 'false') standing.set(host, comesNear(inline === 'true' ? 'html' : inline, tap))
  else if (launcher) standing.set(host, ownButtons(launcher, tap, near))
  else {
    sheet.replaceSync(placeCss(placing) + launcherCss(placing))
    // It looks for the first time as soon as the host is on the page.
    standing.set(host, keepClear(host, placing))
  }
  button.style.cssText = accentCss(setting('accent'))
}

const names = ['offset', 'zIndex', 'avoid', 'side', 'launcher', 'inline']

/** The rest has taken over, or something else is asked for. */
export function leave(host: HTMLElement): void {
  standing.get(host)?.()
  standing.delete(host)
}

/**
 * Black or white, whichever reads better on the shop's own colour; just white in a browser that cannot tell. What is no colour changes
 * nothing. The ring is seen on dark pages only, where a dark colour could not be told from the page.
 */
function accentCss(accent: string): string {
  return (
    accent &&
    `background:${accent};color:#fff;color:lch(from ${accent} calc((49 - l)*1e9) 0 0);box-shadow:0 0 0 1px #fff8,0 12px 36px #0003`
  )
}
