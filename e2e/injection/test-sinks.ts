import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoDesk, startDemoDesk } from '../demo-desk.js'
import { openBrowser } from '../shop-page.js'
import { runInbox } from './inbox-sinks.js'
import { OWN_PAYLOADS } from './payloads.js'
import { runWidget } from './widget-sinks.js'

/** Puts `texts` into all sinks, and shows that the oracle would see it if one of them drew markup. */
export function testSinks(texts: readonly string[]): void {
  let desk: DemoDesk
  let browser: Browser
  beforeAll(async () => {
    ;[desk, browser] = await Promise.all([startDemoDesk(), openBrowser()])
    await desk.play({ hours: 'open' })
  })
  afterAll(async () => {
    await browser?.close()
    await desk?.stop()
  })

  test('nothing that anybody writes becomes more than text in the chat', async () => {
    const { seen, lost, written } = await runWidget(browser, texts)
    console.log(`${written} texts went into the chat.`)
    expect(seen).toEqual([])
    expect(lost).toEqual([])
  }, 600_000)

  test('nothing that anybody writes becomes more than text in the inbox', async () => {
    const { seen, lost, written } = await runInbox(browser, desk.url, texts)
    console.log(`${written} texts went into the inbox.`)
    expect(seen).toEqual([])
    expect(lost).toEqual([])
  }, 600_000)

  test.each([
    ['chat', (some: readonly string[]) => runWidget(browser, some, true)],
    ['inbox', (some: readonly string[]) => runInbox(browser, desk.url, some, true)],
  ] as const)('the oracle sees a renderer of the %s that draws markup', async (_, run) => {
    const { seen } = await run(OWN_PAYLOADS.slice(0, 8))
    expect(seen.some((what) => /^the policy/.test(what))).toBe(true)
    expect(seen.some((what) => /^a foreign element/.test(what))).toBe(true)
  })
}
