import type { Browser, BrowserContextOptions } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import { openBrowser, openStage, type Stage } from './shop-page.js'

/** The stage of the test that runs. */
export interface EachStage extends Stage {
  /** Another fresh visitor, in the middle of a test. */
  renew(): Promise<void>
}

/**
 * One browser for the file of tests that calls this, and in it a fresh stage for each test.
 *
 * @example
 * const stage = stageForEach()
 * test('paints a launcher', async () => {
 *   await stage.open(shopPage())
 *   await stage.launcher().waitFor()
 * })
 */
export function stageForEach(options: BrowserContextOptions = {}, ...flags: readonly string[]): EachStage {
  let browser: Browser
  let now: Stage
  beforeAll(async () => {
    browser = await openBrowser(...flags)
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    now = await openStage(browser, options)
  })
  afterEach(() => now.close())

  return {
    get page() {
      return now.page
    },
    get context() {
      return now.context
    },
    get requests() {
      return now.requests
    },
    get said() {
      return now.said
    },
    beyond: () => now.beyond(),
    uncaught: () => now.uncaught(),
    launcher: () => now.launcher(),
    shopbell: (...call) => now.shopbell(...call),
    tell: (...call) => now.tell(...call),
    serve: (file, body) => now.serve(file, body),
    open: (html, headers) => now.open(html, headers),
    close: () => now.close(),
    async renew() {
      await now.close()
      now = await openStage(browser, options)
    },
  }
}
