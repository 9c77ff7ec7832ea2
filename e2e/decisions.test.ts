import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeFlow, returns } from '../packages/core/src/flow/flows.js'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { newAgent, newShopper, type Shopper } from './people.js'
import { openBrowser } from './shop-page.js'

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

const FLOW = JSON.stringify(composeFlow({ id: 'returns', version: 1, modules: [returns] }))

/** A shopper in the demo shop, which has put returns into its flow. */
async function shopperWithReturns(): Promise<Shopper> {
  const shopper = await newShopper(browser, 'about:', 'blank')
  await shopper.page.route('**/returns-flow.json', (route) => route.fulfill({ body: FLOW, contentType: 'application/json' }))
  await shopper.page.route(`${desk.url}/`, async (route) => {
    const page = await route.fetch()
    const html = (await page.text()).replace('data-site="demo"', 'data-site="demo" data-flow="/returns-flow.json"')
    await route.fulfill({ response: page, body: html })
  })
  await shopper.page.goto(`${desk.url}/`)
  return shopper
}

test('the bot prepares a return, a person refunds it, and the shopper reads that, also after a reload, and answers', async () => {
  const agent = await newAgent(browser, desk.url, 'Maya')
  const shopper = await shopperWithReturns()
  await shopper.ring()
  await shopper.tap('Return or exchange')
  await shopper.tap('I don’t have the number')
  const fields = shopper.panel.locator('form').filter({ has: shopper.page.getByRole('combobox') })
  await fields.getByRole('textbox').first().fill('The butter kettle')
  for (const choice of await fields.getByRole('combobox').all()) await choice.selectOption({ index: 1 })
  await fields.locator('button[type=submit]').click()
  await shopper.fill({ 'E-mail': 'ada@example.com' })
  await shopper.tap('Send to a person')
  await shopper.reads('You’re next')

  await agent.open('Queue')
  await agent.pick('ada@example.com')
  await agent.reads('To decide: a return')
  const card = agent.page.getByRole('main')
  await card.getByText('Refund', { exact: true }).click()
  await card.getByLabel(/Amount in GBP/).fill('12.50')
  await card.getByLabel(/The shopper reads this/).fill('The lid was loose. Keep the kettle.')
  await card.getByRole('button', { name: 'Decide: refund' }).click()
  await agent.reads('Refund of £12.50')

  await shopper.reads('You get £12.50 back')
  await shopper.reads('The lid was loose. Keep the kettle.')
  await shopper.page.reload()
  // A page that is loaded again finds the panel as it was.
  await shopper.reads('You get £12.50 back')
  await shopper.write('That is kind. Thank you.')
  await agent.reads('That is kind. Thank you.')

  await card.getByRole('button', { name: 'Decide again' }).click()
  await card.getByText('Send a new one', { exact: true }).click()
  await card.getByRole('button', { name: 'Decide: send a new one' }).click()
  await card.getByText('Say why; the shopper reads this.').waitFor()
  await card.getByLabel(/The shopper reads this/).fill('We found one more.')
  await card.getByRole('button', { name: 'Decide: send a new one' }).click()
  await shopper.reads('We’ll send you a new one')
  await shopper.reads('This takes the place of what we told you before.')
  expect(await shopper.log.getByText('You get £12.50 back').count()).toBe(1)
  await Promise.all([shopper.leave(), agent.leave()])
})
