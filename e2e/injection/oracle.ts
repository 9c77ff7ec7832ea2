import type { BrowserContext, Page } from 'playwright'
import { bearWitness } from '../zoo/witness.js'

/** Says what happened on a page that nothing a stranger writes may make happen. */
export interface Oracle {
  /** Elements and attributes in the sinks that only markup could have brought. Looked at now. */
  look(): Promise<void>
  /** Touches, hovers and prints what is there, waits until it is idle, and tells all that was seen. */
  tell(): Promise<readonly string[]>
}

declare global {
  interface Window {
    /** What of the oracle is in the page. */
    readonly oracle: {
      /** The trees that hold the sinks: shadow roots, closed ones too, or the document where there are none. */
      roots(): readonly (Document | ShadowRoot)[]
      look(): void
      readonly seen: Set<string>
    }
  }
}

/** What a run has shown. */
export interface Run {
  /** What happened that must not. */
  readonly seen: readonly string[]
  /** Texts that were written and could not be read, by sink. */
  readonly lost: readonly string[]
  /** How many texts were written. */
  readonly count: number
}

/** Watches `page` from before it is opened. `allowed` are the addresses that it may ask. */
export async function watch(context: BrowserContext, page: Page, allowed: readonly string[]): Promise<Oracle> {
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
  await page.addInitScript(keepOracle)
  await page.addInitScript(bearWitness)

  return {
    look: () => page.evaluate(() => window.oracle.look()),
    async tell() {
      await page.emulateMedia({ media: 'print' })
      await page.emulateMedia({ media: 'screen' })
      await page.evaluate(touch)
      await page.evaluate(() => new Promise((idle) => setTimeout(() => requestIdleCallback(idle), 500)))
      const { hurt, violations, changed, polluted, found } = await page.evaluate(() => {
        window.oracle.look()
        return {
          hurt: Reflect.get(window, '__hurt') ?? Reflect.get(window, 'hurt'),
          violations: window.witness.violations,
          changed: window.witness.changed(),
          polluted: Object.keys(Object.prototype),
          found: [...window.oracle.seen],
        }
      })
      for (const what of found) seen.add(what)
      if (hurt !== undefined) seen.add(`a payload ran: ${hurt}`)
      for (const violation of violations) seen.add(`the policy: ${violation}`)
      for (const name of changed) if (!/^Window\.prototype|^window/.test(name)) seen.add(`changed: ${name}`)
      for (const name of polluted) seen.add(`Object.prototype.${name}`)
      return [...seen]
    },
  }
}

/** Runs in the page, before anything else. */
function keepOracle(): void {
  const TAGS =
    /^(div|span|p|a|b|i|em|strong|small|bdi|q|code|pre|br|hr|ul|ol|li|dl|dt|dd|h[1-6]|button|textarea|input|label|form|fieldset|legend|select|option|optgroup|output|progress|meter|details|summary|dialog|header|footer|main|nav|section|article|aside|figure|figcaption|table|thead|tbody|tr|th|td|time|svg|path|circle|rect|line|polyline|g|img|search|mark|hgroup|menu|kbd|blockquote|title|del|ins|html|head|body|meta|link|script|style|shopbell-chat|shopbell-debug)$/
  /** What a page's own head may have, and nothing below it. */
  const OF_HEAD = /^(meta|link|script|style|title)$/
  const shadows: ShadowRoot[] = []
  const { attachShadow } = Element.prototype
  Element.prototype.attachShadow = function (init) {
    const root = attachShadow.call(this, init)
    shadows.push(root)
    return root
  }
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'])
    Reflect.set(window, name, () => Reflect.set(window, '__hurt', name))

  const seen = new Set<string>()
  const roots = () => (shadows.length > 0 ? shadows.filter((root) => root.host.isConnected) : [document])
  const look = () => {
    for (const root of roots())
      for (const element of root.querySelectorAll('*')) {
        const name = element.localName
        // The inbox says to whom it has no scripts that it needs them.
        if (name === 'noscript' && element.parentElement === document.body) continue
        const misplaced = OF_HEAD.test(name) && !document.head?.contains(element) && !(element instanceof SVGElement)
        if (!TAGS.test(name) || misplaced) seen.add(`a foreign element: <${name}>`)
        for (const { name: attribute, value } of element.attributes) {
          if (/^on|^(srcdoc|formaction|is|ping|xlink:href|background|poster|http-equiv|autofocus)$/i.test(attribute))
            seen.add(`a foreign attribute: ${name} ${attribute}=${value}`)
          if (attribute === 'style' && /url|import|expression|position|@/i.test(value)) seen.add(`a foreign style: ${value}`)
          if (
            /^(href|src|action)$/.test(attribute) &&
            !/^(https:\/\/|mailto:|tel:|blob:|#|\/(?![/\\])|\.\/)/.test(value) &&
            URL.parse(value, location.href)?.origin !== location.origin
          )
            seen.add(`a foreign address: ${name} ${attribute}=${value}`)
        }
        if (element instanceof HTMLAnchorElement && element.target === '_blank' && !/noopener/.test(element.rel))
          seen.add(`an open door: ${element.href}`)
        if (element instanceof HTMLAnchorElement && (element.username || element.password))
          seen.add(`a disguised address: ${element.href}`)
      }
  }
  Reflect.set(window, 'oracle', { roots, look, seen })
}

/** Runs in the page: everything gets a pointer and the focus, and what is no way out of the page is tapped in no way that counts. */
function touch(): void {
  for (const root of window.oracle.roots())
    for (const element of root.querySelectorAll('*'))
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
