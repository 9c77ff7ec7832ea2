import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright'
import { chromiumOptions } from './browsers.js'
import { STRICT_POLICY, withNonces } from './strict-pages.js'

const cdn = fileURLToPath(new URL('../packages/widget/cdn/', import.meta.url))

/** Read once, so that a build which runs meanwhile does not mix two versions. */
const files = new Map(readdirSync(cdn).map((name) => [name, readFileSync(cdn + name, 'utf8')]))

/** A built file by its address on the CDN of the stage. */
export const builtFile = (url: string): string | undefined => files.get(url.slice(CDN.length).replace(/\?.*$/, ''))

/** The file that the loader fetches, by its name of the last build. */
export const entryFile: string = (JSON.parse(files.get('manifest.json') ?? '{}') as { entry: string }).entry

/** The small file for what comes before that. */
export const besideFile: string = [...files.keys()].find((name) => name.startsWith('beside-')) ?? ''

/** Addresses of the stage: a shop, the files on another origin, and a desk that nobody answers at. */
export const SHOP = 'https://shop.example/'
export const CDN = 'https://cdn.example/'
export const DESK = 'https://desk.example/'

export const tag = (attributes = `data-backend="${DESK}"`) => `<script async src="${CDN}shopbell.js" ${attributes}></script>`

/** Takes the calls of a page that comes before the script, and makes these at once. */
export const stub = (calls = '') =>
  `<script>window.Shopbell = function () { (Shopbell.q = Shopbell.q || []).push(arguments) }; ${calls}</script>`

/** A page of the shop, with the script tag in its head. */
export const shopPage = (head = tag(), body = '<h1>Shop</h1>') =>
  `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`

/** A shop's page with the built files on it, and what happened there. */
export interface Stage {
  readonly page: Page
  readonly context: BrowserContext
  /** Addresses that were asked for, in order. */
  readonly requests: string[]
  /** What the console said, errors of the page included. */
  readonly said: string[]
  /** What was asked for beyond the page itself and our own files. */
  beyond(): readonly string[]
  /** The errors of the page that nobody caught. */
  uncaught(): readonly string[]
  /** The page calls the chat, as `Shopbell(…)`, and waits for the answer. */
  shopbell(...call: readonly unknown[]): Promise<unknown>
  /** The same, without waiting for the answer, which may come late or never. */
  tell(...call: readonly unknown[]): Promise<void>
  /** The launcher, whatever it looks like and says. */
  launcher(): Locator
  /** Answers `file` of the CDN with this from now on; `null` breaks the connection, `undefined` is the built file. */
  serve(file: string, body: string | null | undefined): void
  open(html: string, headers?: Readonly<Record<string, string>>): Promise<void>
  close(): Promise<void>
}

/** For pages of the stage that ask a desk on this machine, which a browser otherwise forbids pages of the web. */
export const REACHES_DESK = '--disable-features=LocalNetworkAccessChecks'

/** Starts Chromium for a file of tests. */
export async function openBrowser(...flags: readonly string[]): Promise<Browser> {
  const { args = [], ...options } = await chromiumOptions()
  return chromium.launch({ ...options, args: [...args, ...flags] })
}

/** A fresh visitor on an empty stage; no request leaves the machine. */
export async function openStage(browser: Browser, options: BrowserContextOptions = {}): Promise<Stage> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const requests: string[] = []
  const said: string[] = []
  const served = new Map<string, string | null>()
  let html = ''
  let headers: Readonly<Record<string, string>> = {}

  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`))
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    requests.push(url)
    if (url.startsWith(SHOP))
      return route.fulfill({
        body: html,
        contentType: 'text/html',
        headers: { 'content-security-policy': STRICT_POLICY, ...headers },
      })
    if (!url.startsWith(CDN)) return route.abort()
    const file = url.slice(CDN.length).replace(/\?.*$/, '')
    const body = served.get(file)
    if (body === null) return route.abort()
    const cors = { 'access-control-allow-origin': '*' }
    const text = body ?? files.get(file)
    if (text === undefined) return route.fulfill({ status: 404, headers: cors })
    return route.fulfill({ body: text, contentType: 'text/javascript', headers: cors })
  })

  return {
    page,
    context,
    requests,
    said,
    beyond: () => requests.filter((url) => !url.startsWith(CDN) && url !== SHOP),
    uncaught: () => said.filter((line) => line.startsWith('uncaught')),
    shopbell: (...call) =>
      page.evaluate((given) => (window as unknown as { Shopbell(...call: unknown[]): unknown }).Shopbell(...given), call),
    tell: (...call) =>
      page.evaluate((given) => void (window as unknown as { Shopbell(...call: unknown[]): unknown }).Shopbell(...given), call),
    launcher: () => page.locator('shopbell-chat [part~=launcher]'),
    serve(file, body) {
      if (body === undefined) served.delete(file)
      else served.set(file, body)
    },
    async open(body, given = {}) {
      html = withNonces(body)
      headers = given
      await page.goto(SHOP)
    },
    close: () => context.close(),
  }
}
