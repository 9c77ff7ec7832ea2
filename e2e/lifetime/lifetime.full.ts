import type { Browser } from 'playwright'
import { afterAll, beforeAll, test } from 'vitest'
import { openBrowser, openStage, type Stage } from '../shop-page.js'
import { leavesNothing } from './cycles.js'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage(browser)
})
afterAll(() => browser.close())

test(
  'a chat that comes and goes two hundred times leaves nothing behind, and less than a megabyte',
  () => leavesNothing(stage, 200, 10),
  240_000,
)
