import type { Browser, Locator, Page } from 'playwright'

/** What a shopper can do on the demo shop, in a shopper's words, in any browser. */
export interface AnyShopper {
  ring(): Promise<void>
  /** Taps a button of the panel whose name begins with these words. */
  tap(words: string): Promise<void>
  fill(fields: Readonly<Record<string, string>>): Promise<void>
  write(text: string): Promise<void>
  /** Waits until the panel shows these words. */
  reads(words: string | RegExp): Promise<void>
  /** Rates the conversation, from `Bad` to `Great`. */
  rate(score: string): Promise<void>
  leave(): Promise<void>
}

/** A shopper in a browser that Playwright drives. */
export interface Shopper extends AnyShopper {
  readonly page: Page
  readonly panel: Locator
  readonly log: Locator
}

/** A new visitor of the shop at `url`, on a device of their own. */
export async function newShopper(browser: Browser, url: string, path = '/'): Promise<Shopper> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(url + path)
  const panel = page.getByRole('dialog')
  return {
    page,
    panel,
    log: panel.getByRole('log'),
    async ring() {
      await page.getByRole('button', { name: /^Open chat/ }).click()
      await panel.waitFor()
    },
    async tap(words) {
      const name = new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
      await panel.getByRole('button', { name }).last().click()
    },
    async fill(fields) {
      for (const [label, value] of Object.entries(fields)) await panel.getByLabel(label).fill(value)
    },
    async write(text) {
      await panel.getByLabel('Write a message').fill(text)
      await panel.getByLabel('Write a message').press('Enter')
    },
    async reads(words) {
      await panel.getByText(words).last().waitFor()
    },
    async rate(score) {
      // The radio itself is drawn by its label.
      await panel.getByRole('radio', { name: score }).check({ force: true })
      await panel.getByRole('button', { name: 'Send rating' }).click()
    },
    leave: () => context.close(),
  }
}

/** What an agent can do in the inbox. */
export interface Agent {
  readonly page: Page
  open(list: 'Queue' | 'Mine' | 'Tickets' | 'Closed'): Promise<void>
  /** Takes up the conversation whose row shows these words. */
  pick(words: string | RegExp): Promise<void>
  reads(words: string | RegExp): Promise<void>
  reply(text: string): Promise<void>
  /** Closes the conversation as resolved. */
  close(): Promise<void>
  leave(): Promise<void>
}

/** An agent who signs in at the inbox. */
export async function newAgent(browser: Browser, url: string, name = 'Mira'): Promise<Agent> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${url}/inbox`)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Sign in' }).click()
  const tabs = page.getByRole('navigation', { name: 'Lists of conversations' })
  await tabs.waitFor()
  return {
    page,
    async open(list) {
      await tabs.getByRole('button', { name: new RegExp(`^${list}`) }).click()
    },
    async pick(words) {
      await page.getByRole('region', { name: 'Lists' }).getByRole('listitem').filter({ hasText: words }).first().click()
    },
    async reads(words) {
      await page.getByRole('main').getByText(words).first().waitFor()
    },
    async reply(text) {
      const box = page.getByRole('region', { name: 'Answer' }).getByRole('textbox')
      await box.fill(text)
      await box.press('Enter')
    },
    async close() {
      await page.getByRole('main').getByRole('button', { name: 'Close', exact: true }).click()
      await page.getByRole('button', { name: 'Close as resolved' }).click()
    },
    leave: () => context.close(),
  }
}
