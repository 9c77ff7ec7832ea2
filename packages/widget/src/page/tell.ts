import { reasonBefore } from './reason-before.js'

/**
 * Says why there is no chat: to the shopper who has tapped in vain, with the other ways to a person; and to the developer, where there
 * is no way to a person at all and so nobody could have tapped.
 *
 * @returns true: it has been said.
 */
export function tell(host: HTMLElement, setting: (name: string) => string): true {
  if (reasonBefore(host, setting) === 'no-person')
    console.warn('[shopbell] No way to a person: set data-backend, data-mailto or data-phone.')
  // Whoever has tapped is waiting. What the developer has mended meanwhile is not worth a word.
  else if (host.shadowRoot?.querySelector('[aria-busy]')) notify(host, setting)
  return true
}

function notify(host: HTMLElement, setting: (name: string) => string): void {
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  // Seen also where the page has a launcher of its own, and ours is out of sight.
  notice.style.cssText = `visibility:visible;position:absolute;${setting('side') === 'left' ? 'left' : 'right'}:0;bottom:56px;width:240px;padding:14px;border-radius:28px;background:var(--shopbell-accent);color:var(--shopbell-on-accent);font:600 15px/28px system-ui;box-shadow:0 12px 36px #0003`
  notice.append('The chat did not load. Please try again.')
  for (const [to, scheme] of [
    [setting('mailto'), 'mailto'],
    [setting('phone'), 'tel'],
  ] as const) {
    if (!to) continue
    const link = document.createElement('a')
    link.href = `${scheme}:${to}`
    link.style.color = 'inherit'
    link.append(to)
    notice.append(' ', link)
  }
  // What was said the last time.
  host.shadowRoot?.querySelector('[role="alert"]')?.remove()
  host.shadowRoot?.append(notice)
}
