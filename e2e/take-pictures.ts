import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Browser, chromium } from 'playwright'
import { chromiumOptions } from './browsers.js'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { newAgent, newShopper, type Shopper } from './people.js'

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url))

/** Plays both sides of the counter on the demo and takes the README's pictures, into `docs/pictures`. */
export async function takePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const options = await chromiumOptions()
  // The Chromium from npm looks for fonts in its own folder, which has one; the system's are nicer.
  process.env['FONTCONFIG_PATH'] = '/etc/fonts'
  const [desk, browser] = await Promise.all([startDemoDesk(), chromium.launch(options)])
  try {
    await desk.play({ hours: 'open' })
    const agent = await newAgent(browser, desk.url)
    await takeWidget(browser, desk, 'light')
    await takeWidget(browser, desk, 'dark')
    await takeDebug(browser, desk, 'light')
    await takeDebug(browser, desk, 'dark')
    const shopper = await late(browser, desk)
    await handOver(shopper)
    await agent.open('Queue')
    await agent.pick('ben@example.com')
    await agent.reads(/Order 1002: promised for /)
    await agent.reply('Hello Ben, I have asked the carrier and will stay with you until we know.')
    await shopper.reads('I have asked the carrier')
    await shopper.write('Thank you. It is a present for Friday.')
    await agent.reads('It is a present for Friday.')
    await agent.page.screenshot({ animations: 'disabled', path: `${folder}inbox.png` })
    await shopper.panel.screenshot({ animations: 'disabled', path: `${folder}live.png` })
  } finally {
    await browser.close()
    await desk.stop()
  }
}

async function takeWidget(browser: Browser, desk: DemoDesk, scheme: 'light' | 'dark'): Promise<void> {
  const greeted = await newShopper(browser, desk.url)
  await greeted.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await greeted.ring()
  await greeted.reads('Talk to an Agent')
  await greeted.page.screenshot({ animations: 'disabled', path: `${folder}shop-${scheme}.png` })
  await greeted.leave()
  const shopper = await late(browser, desk, scheme)
  await shopper.panel.screenshot({ animations: 'disabled', path: `${folder}order-${scheme}.png` })
  await shopper.leave()
}

/** The debug panel beside a conversation, with one step open. */
export async function takeDebug(browser: Browser, desk: DemoDesk, scheme: 'light' | 'dark'): Promise<void> {
  const shopper = await newShopper(browser, desk.url, '/?shopbell-debug')
  await shopper.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await shopper.ring()
  await shopper.tap('Order Status')
  await shopper.fill({ 'Order number': '1002', 'E-mail': 'ben@example.com' })
  await shopper.tap('Find my order')
  await shopper.reads('Talk to a person about this parcel')
  await shopper.page.getByRole('region', { name: 'Shopbell debug' }).locator('summary', { hasText: 'call.done' }).click()
  await shopper.page.screenshot({ animations: 'disabled', path: `${folder}debug-${scheme}.png` })
  await shopper.leave()
}

async function late(browser: Browser, desk: DemoDesk, scheme: 'light' | 'dark' = 'light'): Promise<Shopper> {
  const shopper = await newShopper(browser, desk.url)
  await shopper.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
  await shopper.ring()
  await shopper.tap('Order Status')
  await shopper.fill({ 'Order number': '1002', 'E-mail': 'ben@example.com' })
  await shopper.tap('Find my order')
  await shopper.reads('Talk to a person about this parcel')
  return shopper
}

async function handOver(shopper: Shopper): Promise<void> {
  await shopper.tap('Talk to a person about this parcel')
  await shopper.tap('Send to a person')
}
