import { randomBytes } from 'node:crypto'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blankPacket } from '../packages/core/src/testing/blank-commit.js'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { newShopper } from './people.js'
import { openBrowser } from './shop-page.js'
import { slowDatabase, slowWrites } from './slow-database.js'

let desk: DemoDesk
let browser: Browser
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDemoDesk(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

const newName = () => randomBytes(16).toString('base64url')

async function asked(path: string, body?: object, headers: Record<string, string> = {}) {
  const init = body === undefined ? { headers } : { method: 'POST', body: JSON.stringify(body), headers }
  return fetch(desk.url + path, { ...init, headers: { ...init.headers, 'Content-Type': 'application/json' } })
}

/** Somebody who left a ticket on another device, long ago. */
async function leaveTicket(email: string): Promise<string> {
  const [owner, secret, outbox, cmid] = [newName(), newName() + newName(), newName(), newName()]
  const at = Date.now()
  const packet = {
    ...blankPacket(cmid),
    summary: 'Does the kettle whistle?',
    facts: { email: { value: email, source: 'shopper', verified: false, at } },
    page: `${desk.url}/product.html`,
    opened: at,
  }
  const command = { op: 'open', want: 'ticket', packet, cmid, conversation: cmid, outbox, n: 1, at }
  const answer = await asked(
    '/v1/commands',
    { outbox, command },
    { Authorization: `Bearer ${secret}`, 'Shopbell-Owner': owner, 'Shopbell-Site': 'demo', 'Idempotency-Key': cmid },
  )
  expect(await answer.json()).toMatchObject({ t: 'committed' })
  return cmid
}

/** A ticket that somebody left and an agent has answered: the link in the mail about it, and the agent's session. */
async function answeredTicket(email: string, text: string) {
  const id = await leaveTicket(email)
  const login = await asked('/agent/login', { name: 'Maya', password: '' })
  const agent = { Cookie: login.headers.get('set-cookie')?.split(';')[0] ?? '' }
  expect((await asked(`/agent/conversations/${id}/reply`, { id: newName(), text, base: 999 }, agent)).status).toBe(200)
  const letters = await newShopper(browser, desk.url, '/mail')
  const link = await letters.page.locator(`a[href*="resume=${id}."]`).getAttribute('href')
  expect(link).toContain('/product.html#shopbell-resume=')
  await letters.leave()
  return { id, agent, link: link ?? '' }
}

test('a mailed link opens its ticket on another device, once, and leaves the address bar', async () => {
  const text = 'It sings, rather.'
  const { id, agent, link } = await answeredTicket('ada@example.com', text)

  const shopper = await newShopper(browser, 'about:', 'blank')
  await shopper.page.goto(link)
  await shopper.reads(text)
  expect(shopper.page.url()).toBe(`${desk.url}/product.html`)
  await shopper.write('How lovely')
  await expect
    .poll(async () => (await asked(`/agent/conversations/${id}`, undefined, agent)).text(), { timeout: 10_000 })
    .toContain('How lovely')
  await shopper.page.reload()
  await shopper.reads('How lovely')
  await shopper.leave()

  const second = await newShopper(browser, 'about:', 'blank')
  await second.page.goto(link)
  await second.panel.waitFor()
  expect(second.page.url()).toBe(`${desk.url}/product.html`)
  await second.panel
    .getByRole('button', { name: /^Talk to an Agent/ })
    .first()
    .waitFor()
  expect(await second.panel.getByText(text).count()).toBe(0)
  await second.leave()
})

test('L07 a mailed link opens its ticket where the browser’s database is slow at first', async () => {
  const text = 'In its own time.'
  const { link } = await answeredTicket('eve@example.com', text)
  const shopper = await newShopper(browser, 'about:', 'blank')
  await slowDatabase(shopper.page, 1_500)
  await shopper.page.goto(link)
  await shopper.reads(text)
  await shopper.leave()
})

test('L07 a mailed link opens its ticket where the browser’s database is slow at everything', async () => {
  const text = 'Not so fast.'
  const { link } = await answeredTicket('tim@example.com', text)
  const shopper = await newShopper(browser, 'about:', 'blank')
  await slowWrites(shopper.page, 1_500)
  await shopper.page.goto(link)
  await shopper.reads(text)
  await shopper.leave()
})

test('a mailed link opens its ticket where consent is required, stores nothing before that, and is kept with it', async () => {
  const text = 'Only in company.'
  const { link } = await answeredTicket('grace@example.com', text)
  const shopper = await newShopper(browser, 'about:', 'blank')
  await shopper.page.addInitScript(() => {
    const q: unknown[][] = []
    const page = window as unknown as { Shopbell(...call: unknown[]): void }
    page.Shopbell = Object.assign((...call: unknown[]) => void q.push(call), { q })
    page.Shopbell('boot', { consent: location.search === '?agreed' ? 'given' : 'required' })
  })
  await shopper.page.goto(link)
  await shopper.reads(text)
  const kept = () =>
    shopper.page.evaluate(async () => [
      ...Object.keys(localStorage).filter((name) => name.startsWith('shopbell')),
      ...(await indexedDB.databases()).map(({ name }) => name),
    ])
  expect(await kept()).toEqual([])
  await shopper.page.evaluate(() =>
    (window as unknown as { Shopbell(...call: unknown[]): Promise<unknown> }).Shopbell('update', { consent: 'given' }),
  )
  await expect.poll(kept).toEqual(['shopbell:demo:resume', 'shopbell:demo'])
  await shopper.reads(text)
  await shopper.page.goto(`${desk.url}/product.html?agreed`)
  await shopper.ring()
  await shopper.reads(text)
  await shopper.leave()
})
