import { comesNear, keepClear, launcherCss, ownButtons, placeCss, UNSEEN } from './place.js'

const standing = new WeakMap<HTMLElement, () => void>()

/**
 * Puts what the loader has painted where the page wants it, until the rest takes over: away from corners and bars, behind the page's
 * own buttons, or out of sight until the element that will hold the chat is near.
 *
 * @param setting what the page has written, by the option's name.
 * @returns a style sheet over the launcher's own.
 */
export function stand(host: HTMLElement, setting: (name: string) => string, open: () => void, near: () => void): string {
  leave(host)
  const [offset, zIndex, avoid, side, launcher, inline] = names.map(setting)
  const placing = { offset, zIndex, avoid, side }
  // What comes after a destroy is none of ours.
  const tap = () => {
    if (host.isConnected) open()
    return host.isConnected
  }
  if (inline && inline !== 'false') standing.set(host, comesNear(inline === 'true' ? 'html' : inline, tap))
  else if (launcher) standing.set(host, ownButtons(launcher, tap, near))
  else {
    standing.set(host, () => {})
    // Once it is on the page.
    queueMicrotask(() => standing.has(host) && standing.set(host, keepClear(host, placing)))
    return placeCss(placing) + launcherCss(placing)
  }
  return UNSEEN
}

const names = ['offset', 'zIndex', 'avoid', 'side', 'launcher', 'inline']

/** The rest has taken over, or something else is asked for. */
export function leave(host: HTMLElement): void {
  standing.get(host)?.()
  standing.delete(host)
}
