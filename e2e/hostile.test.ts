import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { OWN_PAYLOADS, payloads } from './injection/payloads.js'
import { testSinks } from './injection/test-sinks.js'
import { newAgent, newShopper } from './people.js'
import { openBrowser, REACHES_DESK } from './shop-page.js'

/** So many of them, spread over all collections. */
const SAMPLE = 300

let desk: DemoDesk
let browser: Browser
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDemoDesk(), openBrowser(REACHES_DESK)])
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})
beforeEach(() => desk.play({ hours: 'open' }))

/** What happened on a page that must not: something ran, something popped up, a policy was hit. */
function watch(page: Page): () => Promise<readonly string[]> {
  const seen: string[] = []
  page.on('dialog', (dialog) => {
    seen.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) seen.push(message.text())
  })
  page.on('pageerror', (error) => seen.push(error.message))
  return async () => {
    const hurt = await page.evaluate(() => (window as { __hurt?: number }).__hurt)
    return hurt === undefined ? seen : [...seen, 'a payload ran']
  }
}

/** As it is shown: white space folded, and what steers direction taken out or kept, which is the page’s business. */
const shown = (text: string): string => text.replace(/[\s\u200b-\u200f\u2028-\u202e\u2066-\u2069]+/g, '')

/** Those that the way from a keyboard could change. */
const TYPED = OWN_PAYLOADS.filter((text) => /\u202e|\u0489|javascript:/.test(text)).slice(-3)

describe('what strangers type', () => {
  test('is text on both sides, whatever it is', async () => {
    const agent = await newAgent(browser, desk.url)
    const shopper = await newShopper(browser, desk.url)
    const harm = [watch(agent.page), watch(shopper.page)]
    const [first = ''] = OWN_PAYLOADS
    await shopper.ring()
    await shopper.tap('Order Status')
    await shopper.fill({ 'Order number': first, 'E-mail': first })
    await shopper.tap('Find my order')
    await shopper.reads('An order number is 3 to 12 digits')
    await shopper.write(first)
    await shopper.reads(first)
    await shopper.tap('Talk to a person')
    // The form before had an e-mail field, too.
    await shopper.reads('This is what I’ll pass on')
    await shopper.fill({ 'E-mail': 'mallory@example.com', 'What is it about?': first })
    await shopper.tap('Send to a person')
    await shopper.reads(/You’re next|in line/)
    await agent.open('Queue')
    await agent.pick('mallory@example.com')
    await agent.reads(first)
    await agent.reply(first)
    await shopper.panel.getByText(first).nth(1).waitFor()
    for (const payload of TYPED) {
      await shopper.write(payload)
      await expect
        .poll(async () => shown((await agent.page.getByRole('log').textContent()) ?? ''), { timeout: 15_000 })
        .toContain(shown(payload.trim()))
      expect(shown((await shopper.log.textContent()) ?? '')).toContain(shown(payload.trim()))
    }
    await agent.page.getByText('What the shopper’s browser showed').click()
    expect((await Promise.all(harm.map((tell) => tell()))).flat()).toEqual([])
    await Promise.all([shopper.leave(), agent.leave()])
  }, 120_000)

  test('and is too long, is answered with a sentence and kept', async () => {
    const long = 'x'.repeat(10_000)
    const agent = await newAgent(browser, desk.url)
    const shopper = await newShopper(browser, desk.url)
    await shopper.ring()
    await shopper.tap('Order Status')
    await shopper.fill({ 'Order number': long, 'E-mail': 'ada@example.com' })
    await shopper.tap('Find my order')
    await shopper.reads(/too long/)
    await shopper.write(long)
    await shopper.reads(/6,?000 characters too long/)
    expect(await shopper.panel.getByLabel('Write a message').inputValue()).toHaveLength(10_000)
    await shopper.tap('Talk to a person')
    // The form before had an e-mail field, too.
    await shopper.reads('This is what I’ll pass on')
    await shopper.fill({ 'E-mail': 'mallory@example.com', 'What is it about?': long })
    await shopper.tap('Send to a person')
    await shopper.reads(/keep the summary to 200 characters|too long/)
    await Promise.all([shopper.leave(), agent.leave()])
  })
})

testSinks(payloads(SAMPLE), () => ({ browser, desk: desk.url }))
