import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterEach, expect } from 'vitest'

// Runs before each file of the end-to-end tests. Wherever the chat or the inbox is, a policy as strict as can be stands over it, and
// a test during which it had to stop anything fails.

/** What a strict policy has, whatever else it says: no string becomes markup or code. */
const STRICT = "require-trusted-types-for 'script'; trusted-types 'none'"

/** The policy of the pages that the tests make up themselves. Its scripts and styles have the nonce `n`. */
export const STRICT_POLICY = `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; style-src 'nonce-n'; style-src-attr 'unsafe-inline'; connect-src https: wss: http://127.0.0.1:* ws://127.0.0.1:*; img-src https: blob:; frame-src https: http:; form-action https: http:; ${STRICT}`

/** The page with the nonce that `STRICT_POLICY` wants on its scripts and styles. */
export const withNonces = (html: string): string => html.replaceAll(/<(script|style)(?=[\s>])(?![^>]* nonce=)/g, '<$1 nonce="n"')

const LAX = Symbol.for('a page that may break its policy')

/** For a control, which has to break a policy, and for what a page does on its own that no strict policy lets it. */
export function mayBreakPolicy(context: BrowserContext): void {
  Reflect.set(context, LAX, true)
}

const broken: string[] = []

function watchContext(context: BrowserContext): BrowserContext {
  const say = (what: string) => void (Reflect.get(context, LAX) || broken.push(what))
  context.on('console', (message) => {
    if (/Content Security Policy|Trusted(HTML|Script)|Trusted Type/.test(message.text())) say(message.text())
  })
  context.on('page', (page) => watchPage(page, say))
  return context
}

function watchPage(page: Page, say: (what: string) => void): void {
  page.on('response', (response) => {
    const { 'content-security-policy': policy = '', 'content-type': type = '' } = response.headers()
    const isPage = response.request().isNavigationRequest() && response.ok() && type.includes('html')
    if (isPage && !policy.includes(STRICT)) say(`${response.url()} has no strict policy`)
  })
}

const { launch } = chromium
chromium.launch = async (options) => {
  const browser: Browser = await launch.call(chromium, options)
  const { newContext } = browser
  browser.newContext = async (given) => watchContext(await newContext.call(browser, given))
  return browser
}

afterEach(() => {
  expect(broken.splice(0)).toEqual([])
})
