import { type Browser, chromium } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumOptions } from './browsers.js'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { type Agent, newAgent, newShopper } from './people.js'

let desk: DemoDesk
let browser: Browser
let agent: Agent
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDemoDesk(), chromiumOptions().then((options) => chromium.launch(options))])
  await desk.play({ hours: 'open' })
  agent = await newAgent(browser, desk.url)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

interface Page {
  Shopbell(method: 'boot' | 'update', options: object): Promise<unknown>
}

/** Calls a person on the demo shop, after the page has set its hooks by `setHooks`, which runs there. */
async function callPerson(email: string, setHooks: () => void) {
  const shopper = await newShopper(browser, desk.url)
  await shopper.page.evaluate(setHooks)
  await shopper.ring()
  await shopper.tap('Talk to an Agent')
  await shopper.fill({ 'E-mail': email })
  await shopper.tap('Send to a person')
  await shopper.reads(/You’re next|in line/)
  await agent.open('Queue')
  await agent.pick(email)
  return shopper
}

test('a page changes what is read, what is sent and what goes along', async () => {
  const shopper = await callPerson('hooked@example.com', () => {
    // It is answered once the chat is there, and nobody has opened it yet.
    void (window as unknown as Page).Shopbell('boot', {
      beforeSend: ({ text }: { text: string }) => text.replaceAll('my thing', 'my order'),
      beforeRender: ({ by, text }: { by: string; text: string }) =>
        by === 'bot' ? text.replace('today', 'this fine day') : undefined,
      beforeHandoff: async () => ({ plan: 'gold' }),
    })
  })
  await shopper.reads('Hi! What can I help you with this fine day?')
  await agent.reads('gold')
  await shopper.write('Where is my thing?')
  await agent.reads('Where is my order?')
  await shopper.reads('Where is my order?')
  expect(await agent.page.getByText('this fine day').count()).toBe(0)
  await agent.close()
  await shopper.leave()
})

test('hooks that throw or never answer keep nobody from a person', async () => {
  const shopper = await callPerson('patient@example.com', () => {
    // It is answered once the chat is there, and nobody has opened it yet.
    void (window as unknown as Page).Shopbell('boot', {
      beforeSend: () => new Promise(() => {}),
      beforeRender: () => {
        throw new Error('broken')
      },
      beforeHandoff: () => new Promise(() => {}),
    })
  })
  await shopper.write('Is anybody there?')
  await agent.reads('Is anybody there?')
  await agent.reply('Yes.')
  await shopper.reads('Yes.')
  await shopper.leave()
})
