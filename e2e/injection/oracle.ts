import type { BrowserContext, Page } from 'playwright'
import { bearWitness } from '../zoo/witness.js'

/** Says what happened on a page that nothing a stranger writes may make happen. */
export interface Oracle {
  /** Elements and attributes under the sinks that only markup could have brought. Looked at now. */
  look(): Promise<void>
  /** Touches, hovers and prints what is there, waits until it is idle, and tells all that was seen. */
  tell(): Promise<readonly string[]>
}

/**
 * Watches `page` from before it is opened. `allowed` are the addresses that it may ask; `root` is the element whose shadow tree holds
 * the sinks, or the page's own root.
 */
export async function watch(context: BrowserContext, page: Page, allowed: readonly string[], root: string): Promise<Oracle> {
  const seen = new Set<string>()
  page.on('dialog', (dialog) => {
    seen.add(`a dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('pageerror', ({ message }) => seen.add(`an error: ${message}`))
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to|Trusted/.test(message.text())) seen.add(`the policy: ${message.text()}`)
  })
  page.on('popup', (popup) => seen.add(`a window: ${popup.url()}`))
  page.on('framenavigated', (frame) => {
    if (frame !== page.mainFrame()) seen.add(`a frame: ${frame.url()}`)
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!allowed.some((address) => url.startsWith(address)) && !url.startsWith('blob:')) seen.add(`a request: ${url}`)
  })
  await page.addInitScript(bearWitness)
  await page.addInitScript(() => {
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
      Reflect.set(window, name, () => Reflect.set(window, '__hurt', name))
  })

  async function look(): Promise<void> {
    for (const found of await page.evaluate(inspect, root)) seen.add(found)
  }

  return {
    look,
    async tell() {
      await page.emulateMedia({ media: 'print' })
      await page.emulateMedia({ media: 'screen' })
      await page.evaluate(touch, root)
      await page.evaluate(() => new Promise((idle) => setTimeout(() => requestIdleCallback(idle), 500)))
      await look()
      const { hurt, violations, changed, polluted } = await page.evaluate(() => ({
        hurt: Reflect.get(window, '__hurt'),
        violations: window.witness.violations,
        changed: window.witness.changed(),
        polluted: Object.keys(Object.prototype),
      }))
      if (hurt !== undefined) seen.add(`a payload ran: ${hurt}`)
      for (const violation of violations) seen.add(`the policy: ${violation}`)
      for (const name of changed) if (!/^Window\.prototype|^window/.test(name)) seen.add(`changed: ${name}`)
      for (const name of polluted) seen.add(`Object.prototype.${name}`)
      return [...seen]
    },
  }
}

/** Runs in the page. */
function inspect(root: string): readonly string[] {
  const TAGS =
    /^(div|span|p|a|b|i|em|strong|small|bdi|code|pre|br|hr|ul|ol|li|dl|dt|dd|h[1-6]|button|textarea|input|label|form|fieldset|legend|select|option|optgroup|output|progress|details|summary|dialog|header|footer|main|nav|section|article|aside|figure|figcaption|table|thead|tbody|tr|th|td|time|svg|path|circle|rect|line|polyline|g|img|search|mark|hgroup|menu|kbd|blockquote|title)$/
  const found: string[] = []
  const base = document.querySelector(root)
  for (const element of (base?.shadowRoot ?? base ?? document).querySelectorAll('*')) {
    const name = element.localName
    if (!TAGS.test(name)) found.push(`a foreign element: <${name}>`)
    for (const { name: attribute, value } of element.attributes) {
      if (/^on|^(srcdoc|formaction|is|ping|xlink:href|background|poster|http-equiv|autofocus)$/i.test(attribute))
        found.push(`a foreign attribute: ${name} ${attribute}`)
      if (attribute === 'style' && /url|import|expression|position|@/i.test(value)) found.push(`a foreign style: ${value}`)
      if (
        /^(href|src|action)$/.test(attribute) &&
        !/^(https:\/\/|mailto:|tel:|blob:|#|\/(?![/\\]))/.test(value) &&
        !(element as HTMLAnchorElement).href?.startsWith(location.origin)
      )
        found.push(`a foreign address: ${name} ${attribute}=${value}`)
    }
    if (element instanceof HTMLAnchorElement && element.target === '_blank' && !/noopener/.test(element.rel))
      found.push(`an open door: ${element.href}`)
    if (element instanceof HTMLAnchorElement && (element.username || element.password))
      found.push(`a disguised address: ${element.href}`)
  }
  return found
}

/** Runs in the page: everything gets a pointer and the focus, and what is no way out of the page is tapped in no way that counts. */
function touch(root: string): void {
  const base = document.querySelector(root)
  for (const element of (base?.shadowRoot ?? base ?? document).querySelectorAll('*')) {
    for (const type of [
      'pointerover',
      'mouseover',
      'mouseenter',
      'pointerdown',
      'mousedown',
      'toggle',
      'error',
      'load',
      'animationstart',
      'transitionend',
    ])
      element.dispatchEvent(new Event(type, { bubbles: false }))
  }
}
