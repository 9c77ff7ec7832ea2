import { type Browser, chromium, firefox } from 'playwright'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { chromiumOptions, firefoxOptions } from './browsers.js'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { failures, reachPerson } from './failing-files.js'
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

const firefoxHere = firefoxOptions()

describe.each(Object.keys(failures) as (keyof typeof failures)[])('each file fails once: %s', (how) => {
  test('in Chromium', async () => {
    await reachPerson(await newShopper(browser, desk.url), await newAgent(browser, desk.url), how)
  })

  test.skipIf(!firefoxHere)('in Firefox', async () => {
    const engine = await firefox.launch(firefoxHere ?? {})
    await reachPerson(await newShopper(engine, desk.url), await newAgent(browser, desk.url), how)
    await engine.close()
  })
})
