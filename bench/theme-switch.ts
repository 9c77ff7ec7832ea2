import { type Browser, type CDPSession, chromium, type Page } from 'playwright'
import { chromiumOptions } from '../e2e/browsers.js'
import { startDemoDesk } from '../e2e/demo-desk.js'

const ROUNDS = 25
const SLOWDOWN = 4

const at = (share: number, values: readonly number[]): string =>
  (values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN).toFixed(1)

/** The middle, and the ends: on a machine that does something else as well, the least is nearest to the truth. */
const spread = (values: readonly number[]): string => `${at(0.5, values)} ms | ${at(0, values)} to ${at(1, values)} ms`

/** What the main thread has spent on scripts, styles and layout so far, in ms. */
async function spent(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  const counted = metrics.filter(({ name }) => /^(Script|RecalcStyle|Layout)Duration$/.test(name))
  return counted.reduce((sum, { value }) => sum + value * 1_000, 0)
}

/** Switches to a theme in one go, to the end of the frame that shows it, and says how long the main thread was at it. */
async function switchTo(page: Page, theme: string): Promise<number> {
  return page.evaluate(async (name) => {
    const chat = (window as unknown as { Shopbell(method: string, options: object): Promise<unknown> }).Shopbell
    const host = document.querySelector('shopbell-chat')
    const before = host?.shadowRoot?.querySelector('[part~="panel"]')
    // The file of the skin is there already: what is measured is the switch, not the network.
    const started = performance.now()
    await chat('update', { theme: name })
    // What the browser does because of it happens here: styles and layout, at once and not when it suits.
    void host?.shadowRoot?.querySelector('[part~="composer"]')?.getBoundingClientRect().top
    const busy = performance.now() - started
    if (host?.shadowRoot?.querySelector('[part~="panel"]') !== before) throw new Error('The panel was mounted anew.')
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    return busy
  }, theme)
}

/**
 * What the like of it costs where nothing is ours: the same number of elements in the same tree, without classes, and one sheet of two
 * rules whose colour and font change. It says how fast the machine is just now.
 */
async function putReference(page: Page): Promise<void> {
  await page.evaluate(() => {
    const drawn = document.querySelector('shopbell-chat')?.shadowRoot?.querySelector('.root')
    if (!drawn) throw new Error('The chat is not drawn.')
    const host = document.createElement('div')
    host.id = 'reference'
    host.style.cssText = 'position:fixed;inset:0 auto auto 0;width:384px;height:680px;overflow:hidden;visibility:hidden'
    const root = host.attachShadow({ mode: 'open' })
    const copy = drawn.cloneNode(true) as Element
    for (const element of [copy, ...copy.querySelectorAll('*')])
      for (const { name } of [...element.attributes]) if (name !== 'd' && name !== 'viewBox') element.removeAttribute(name)
    root.append(copy)
    root.adoptedStyleSheets = [new CSSStyleSheet()]
    document.body.append(host)
  })
}

/** Changes its colour and font, to the end of the frame that shows it. */
async function switchReference(page: Page, nth: number): Promise<void> {
  await page.evaluate(
    async (odd) => {
      const root = document.querySelector('#reference')?.shadowRoot
      const look = odd ? '--ink:#123456;--type:serif' : '--ink:#654321;--type:monospace'
      root?.adoptedStyleSheets[0]?.replaceSync(`:host{${look}}div{color:var(--ink);font-family:var(--type)}`)
      void root?.lastElementChild?.getBoundingClientRect().top
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    },
    nth % 2 === 1,
  )
}

/** A page of the shop with the conversation open, and how much its main thread has done so far. */
async function openShop(browser: Browser, url: string) {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(url)
  await page.locator('[part~="launcher"]').click()
  await page.getByRole('button', { name: 'FAQs' }).click()
  await page.getByRole('textbox').first().waitFor()
  const session = await context.newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return { page, session, slow: () => session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN }) }
}

/** Main-thread time of a change of theme while a conversation is open, at a CPU that is four times slower. */
export async function benchThemeSwitch(): Promise<void> {
  const [desk, browser] = await Promise.all([startDemoDesk(), chromiumOptions().then((options) => chromium.launch(options))])
  const busy: number[] = []
  const tasks: number[] = []
  const plain: number[] = []
  try {
    const shop = await openShop(browser, desk.url)
    // In a page of its own: a sheet that changes has the browser forget what it knows of every other style in the page.
    const reference = await openShop(browser, desk.url)
    for (const theme of ['fjord', 'peony', 'counter']) await switchTo(shop.page, theme)
    await putReference(reference.page)
    for (const nth of [1, 2, 3]) await switchReference(reference.page, nth)
    await Promise.all([shop.slow(), reference.slow()])
    for (let round = 0; round < ROUNDS; round++) {
      for (const theme of ['fjord', 'peony', 'counter']) {
        await shop.page.bringToFront()
        const before = await spent(shop.session)
        busy.push(await switchTo(shop.page, theme))
        tasks.push((await spent(shop.session)) - before)
        await reference.page.bringToFront()
        const start = await spent(reference.session)
        await switchReference(reference.page, plain.length)
        plain.push((await spent(reference.session)) - start)
      }
    }
  } finally {
    await browser.close()
    await desk.stop()
  }
  console.log(`| change of theme at ${SLOWDOWN} × CPU, until it is laid out | ${spread(busy)} |`)
  console.log(`| what the main thread itself spent on script, styles and layout | ${spread(tasks)} |`)
  console.log(`| the same for as many elements without any style of ours | ${spread(plain)} |`)
  console.log(`| that is | ${(Number(at(0.5, tasks)) / Number(at(0.5, plain))).toFixed(2)} × |`)
}
