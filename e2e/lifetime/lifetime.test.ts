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

test('a chat that comes and goes leaves nothing behind', () => leavesNothing(stage, 12, 3))
