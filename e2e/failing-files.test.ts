import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, test } from 'vitest'
import { chromiumOptions } from './browsers.js'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { reachPerson } from './failing-files.js'
import { newAgent, newShopper } from './people.js'

let desk: DemoDesk
let browser: Browser
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDemoDesk(), chromiumOptions().then((options) => chromium.launch(options))])
  await desk.play({ hours: 'open' })
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

test('each file fails once, and the shopper reaches a person without a reload', async () => {
  const agent = await newAgent(browser, desk.url)
  await reachPerson(await newShopper(browser, desk.url), agent, 'a server that is busy')
})
