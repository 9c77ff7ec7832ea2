import { type CDPSession, chromium, type Page } from 'playwright'
import { chromiumOptions } from '../e2e/browsers.js'
import { startDemoDesk } from '../e2e/demo-desk.js'

const ROUNDS = 15
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

/** Main-thread time of a change of theme while a conversation is open, at a CPU that is four times slower. */
export async function benchThemeSwitch(): Promise<void> {
  const [desk, browser] = await Promise.all([startDemoDesk(), chromiumOptions().then((options) => chromium.launch(options))])
  const busy: number[] = []
  const tasks: number[] = []
  try {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(desk.url)
    await page.locator('[part~="launcher"]').click()
    await page.getByRole('button', { name: 'FAQs' }).click()
    await page.getByRole('textbox').first().waitFor()
    for (const theme of ['fjord', 'peony', 'counter']) await switchTo(page, theme)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    for (let round = 0; round < ROUNDS; round++) {
      for (const theme of ['fjord', 'peony', 'counter']) {
        const before = await spent(session)
        busy.push(await switchTo(page, theme))
        tasks.push((await spent(session)) - before)
      }
    }
  } finally {
    await browser.close()
    await desk.stop()
  }
  console.log(`| change of theme at ${SLOWDOWN} × CPU, until it is laid out | ${spread(busy)} |`)
  console.log(`| what the main thread itself spent on script, styles and layout | ${spread(tasks)} |`)
}
