import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { budgets, readManifest } from '../scripts/size.mjs'
import { chromiumOptions } from './browsers.js'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { newShopper, type Shopper } from './people.js'

// What a browser really asks for, from the shop's page to the bot's last word: brotli bytes, as the manifest tells them.

interface File {
  readonly file: string
  readonly step: string
  readonly brotli: number
}

const { files } = readManifest() as { readonly files: readonly File[] }

let desk: DemoDesk
let browser: Browser
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDemoDesk(), chromiumOptions().then((options) => chromium.launch(options))])
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** The widget's files that were downloaded while `talk` went on. */
async function downloadsOf(talk: (shopper: Shopper) => Promise<void>): Promise<readonly File[]> {
  const shopper = await newShopper(browser, desk.url)
  const asked = new Set<string>()
  shopper.page.on('request', (request) => asked.add(new URL(request.url()).pathname.split('/').at(-1) ?? ''))
  await shopper.page.reload()
  await shopper.ring()
  await talk(shopper)
  // Whatever comes late counts, too.
  await shopper.page.waitForLoadState('networkidle')
  await shopper.leave()
  return files.filter(({ file }) => asked.has(file))
}

interface Conversation {
  readonly about: string
  /** The steps of the manifest that it needs, after the loader's, the greeting's and what every answer needs. */
  readonly part: string
  readonly budget: string
  talk(shopper: Shopper): Promise<void>
}

const conversations: readonly Conversation[] = [
  {
    about: 'order status, card, helped',
    part: 'orders',
    budget: 'A whole conversation about an order',
    async talk(shopper) {
      await shopper.tap('Order Status')
      await shopper.fill({ 'Order number': '1001', 'E-mail': 'ada@example.com' })
      await shopper.tap('Find my order')
      await shopper.reads(/Arrives/)
      await shopper.tap('Yes')
      await shopper.reads('Glad to hear it. Is there anything else?')
    },
  },
  {
    about: 'topic, article, helped',
    part: 'articles',
    budget: 'A whole conversation about an article',
    async talk(shopper) {
      await shopper.tap('FAQs')
      await shopper.tap('Returns')
      await shopper.panel.getByRole('list').getByRole('button').first().click()
      await shopper.tap('Yes')
      await shopper.reads('Good. Is there anything else?')
    },
  },
]

describe.each(conversations)('$about', ({ part, budget, talk }) => {
  let downloaded: readonly File[] = []
  beforeAll(async () => {
    downloaded = await downloadsOf(talk)
  })

  test('nothing is downloaded that another conversation needs', () => {
    expect(new Set(downloaded.map(({ step }) => step))).toEqual(new Set(['loader', 'greeting', 'answer', part]))
  })

  test('what a browser asks for stays within the budget', () => {
    const limit = budgets.find(({ name }) => name === budget)?.limit ?? 0
    const total = downloaded.reduce((sum, { brotli }) => sum + brotli, 0)
    expect(total, downloaded.map(({ file, brotli }) => `${file} ${brotli}`).join(', ')).toBeLessThanOrEqual(limit)
  })
})

test('a late order brings what is said of one, and nothing else', async () => {
  const downloaded = await downloadsOf(async (shopper) => {
    await shopper.tap('Order Status')
    await shopper.fill({ 'Order number': '1002', 'E-mail': 'ben@example.com' })
    await shopper.tap('Find my order')
    await shopper.reads(/It should have been with you by now/)
    await shopper.tap('I’ll wait a little longer')
    await shopper.reads(/If it has not come in two days/)
  })
  expect(new Set(downloaded.map(({ step }) => step))).toEqual(new Set(['loader', 'greeting', 'answer', 'orders', 'troubles']))
})
