import type { Browser } from 'playwright'
import { afterAll, beforeAll } from 'vitest'
import { type DemoDesk, startDemoDesk } from '../demo-desk.js'
import { openBrowser, REACHES_DESK } from '../shop-page.js'
import { payloads } from './payloads.js'
import { testSinks } from './test-sinks.js'

let desk: DemoDesk
let browser: Browser
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDemoDesk(), openBrowser(REACHES_DESK)])
  await desk.play({ hours: 'open' })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

testSinks(payloads(), () => ({ browser, desk: desk.url }))
