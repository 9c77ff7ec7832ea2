import { chromium, type Page } from 'playwright'
import { chromiumOptions } from '../e2e/browsers.js'
import { startDemoDesk } from '../e2e/demo-desk.js'

const ROUNDS = 7
const SLOWDOWN = 4

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** From the trusted click to the first frame in which the greeting's choices can be tapped. */
async function clickToGreeting(page: Page): Promise<number> {
  await page.evaluate(() => {
    const host = document.querySelector('shopbell-chat')
    const marks = window as unknown as { clicked: number; greeted: Promise<number> }
    addEventListener(
      'click',
      (event) => {
        marks.clicked = event.timeStamp
      },
      { capture: true, once: true },
    )
    marks.greeted = new Promise((resolve) => {
      const look = () => {
        const choice = host?.shadowRoot?.querySelector('[part~="quick-replies"] button')
        // It may have been drawn before, for nobody to see.
        if (choice?.checkVisibility({ visibilityProperty: true })) requestAnimationFrame(() => resolve(performance.now()))
        else requestAnimationFrame(look)
      }
      look()
    })
  })
  await page.locator('[part~="launcher"]').click({ noWaitAfter: true })
  return page.evaluate(async () => {
    const marks = window as unknown as { clicked: number; greeted: Promise<number> }
    return (await marks.greeted) - marks.clicked
  })
}

/** Click to greeting, with the code prefetched by the pointer and without, at a CPU that is four times slower. */
export async function benchGreeting(): Promise<void> {
  const [desk, browser] = await Promise.all([startDemoDesk(), chromiumOptions().then((options) => chromium.launch(options))])
  const figures: Record<'prefetched' | 'cold', number[]> = { prefetched: [], cold: [] }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      for (const kind of ['prefetched', 'cold'] as const) {
        const context = await browser.newContext()
        const page = await context.newPage()
        const session = await context.newCDPSession(page)
        await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
        await page.goto(desk.url)
        const launcher = page.locator('[part~="launcher"]')
        await launcher.waitFor()
        if (kind === 'prefetched') {
          const fetched = page.waitForResponse(/widget-.*\.js/)
          await launcher.hover()
          await (await fetched).finished()
          await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
        }
        figures[kind].push(await clickToGreeting(page))
        await context.close()
      }
    }
  } finally {
    await browser.close()
    await desk.stop()
  }
  console.log(`| click to greeting at ${SLOWDOWN} × CPU, code prefetched | ${median(figures.prefetched).toFixed(0)} ms |`)
  console.log(
    `| the same, nothing prefetched | ${median(figures.cold).toFixed(0)} ms | ${(median(figures.cold) / median(figures.prefetched)).toFixed(2)} × |`,
  )
}
