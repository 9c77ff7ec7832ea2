import { expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { CDN, DESK, shopPage, tag } from './shop-page.js'
import { slowDatabase } from './slow-database.js'

const html = (body?: string, head?: string) => shopPage(head, body)

const stage = stageForEach()

const launcher = () => stage.page.getByRole('button', { name: 'Open chat' })
const panel = () => stage.page.getByRole('dialog')
const { shopbell, beyond } = stage

async function openPanel() {
  await launcher().click()
  await stage.page.getByRole('button', { name: 'Order Status' }).waitFor()
}

test('greets after the first tap, which is not lost', async () => {
  await stage.open(html())
  await openPanel()
  expect(await stage.page.getByText('Hi! What can I help you with today?').count()).toBeGreaterThan(0)
  // Nobody answers at this desk.
  expect(stage.said.filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
})

test('draws the panel for a mouse that comes near: nobody is told, asked or remembered, and nothing moves', async () => {
  await stage.open(html())
  await launcher().waitFor()
  const before = await launcher().boundingBox()
  await launcher().hover()
  const drawn = stage.page.locator('[part="panel"]')
  await drawn.getByText('Hi! What can I help you with today?').waitFor({ state: 'attached' })
  expect(await panel().count()).toBe(0)
  expect(beyond()).toEqual([])
  expect(stage.requests.filter((url) => url.startsWith(CDN)).map((url) => url.replace(/.*\/(\w+).*/, '$1'))).toEqual([
    'shopbell',
    'widget',
  ])
  expect(
    await stage.page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length]),
  ).toEqual([0, 0, 0])
  await stage.page.mouse.move(0, 0)
  await expect.poll(() => launcher().boundingBox()).toEqual(before)
  await launcher().click()
  await panel().waitFor()
  await expect.poll(() => panel().getByRole('button', { name: 'Order Status' }).count()).toBe(1)
})

test('takes the launcher over without losing the focus', async () => {
  await stage.open(html())
  await launcher().focus()
  await stage.page.evaluate(() => (window as unknown as { Shopbell: { open(): void; close(): void } }).Shopbell.open())
  await panel().waitFor()
  await stage.page.keyboard.press('Escape')
  await panel().waitFor({ state: 'hidden' })
  const focused = await stage.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))
  expect(focused).toBe('launcher')
})

test('a launcher that has the keyboard’s focus is taken over by a passing mouse, and the new one has it', async () => {
  await stage.open(html())
  await launcher().focus()
  await launcher().hover()
  await stage.page.locator('[part="panel"]').waitFor({ state: 'attached' })
  await stage.page.mouse.move(5, 5)
  const focused = await stage.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))
  expect(focused).toBe('launcher')
})

test('a logout page forgets the story before anybody taps', async () => {
  await stage.open(html())
  await openPanel()
  await stage.page.getByRole('button', { name: 'FAQs' }).click()
  const mark = () => stage.page.evaluate(() => localStorage.length)
  await expect.poll(mark).toBeGreaterThan(0)
  await stage.page.reload()
  await launcher().waitFor()
  await shopbell('shutdown')
  expect(await mark()).toBe(0)
})

test('stores nothing for a greeting that nobody answers', async () => {
  await stage.open(html())
  await openPanel()
  await shopbell('close')
  expect(await stage.page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length])).toEqual([0, 0])
})

test('keeps the story over a reload, once the shopper has answered', async () => {
  await stage.open(html())
  await openPanel()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  await stage.page.reload()
  await launcher().click()
  await stage.page.getByLabel(/order number/i).waitFor()
})

test('L07 keeps it where the browser’s database is slow at first, too', async () => {
  await stage.open(html())
  await openPanel()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  await slowDatabase(stage.page, 2_500)
  await stage.page.reload()
  await launcher().click()
  await stage.page.getByLabel(/order number/i).waitFor()
})

test('works under a strict content security policy and trusted types', async () => {
  const policy = `default-src 'none'; script-src 'nonce-n' 'strict-dynamic'; connect-src ${DESK}; require-trusted-types-for 'script'; trusted-types 'none'`
  await stage.open(html('', tag(`nonce="n" data-backend="${DESK}"`)), { 'content-security-policy': policy })
  await openPanel()
  expect(await panel().evaluate((element) => getComputedStyle(element).position)).toBe('fixed')
  expect(stage.said.filter((line) => !line.includes('ERR_FAILED'))).toEqual([])
})

test('keeps typing from the page’s shortcuts', async () => {
  await stage.open(html('<script>keys = []; addEventListener("keydown", (event) => keys.push(event.key))</script>'))
  await openPanel()
  await stage.page.getByRole('textbox').first().fill('')
  await stage.page.keyboard.type('s/?')
  expect(await stage.page.evaluate(() => (window as unknown as { keys: string[] }).keys)).toEqual([])
})

test('comes back, open, when the page swaps its body', async () => {
  await stage.open(html())
  await openPanel()
  await stage.page.evaluate(() => document.documentElement.replaceChild(document.createElement('body'), document.body))
  await stage.page.getByRole('button', { name: 'Order Status' }).waitFor()
  await stage.page.evaluate(() => document.body.replaceChildren())
  await stage.page.getByRole('button', { name: 'Order Status' }).waitFor()
  expect(await stage.page.locator('shopbell-chat').count()).toBe(1)
})

test('says once which option and which method were probably meant, and works', async () => {
  await stage.open(html('', tag(`data-backend="${DESK}" data-them="fjord"`)))
  await openPanel()
  await shopbell('opne')
  await shopbell('opne')
  const mistakes = () => stage.said.filter((line) => line.includes('Did you mean'))
  await expect.poll(mistakes).toHaveLength(2)
  expect(mistakes()).toEqual([
    '[shopbell] There is no option "them". Did you mean "theme"?',
    '[shopbell] There is no method "opne". Did you mean "open"?',
  ])
})

test('tells the page what happens, and never what was said', async () => {
  const listen = `<script>
    heard = []
    for (const type of ['ready', 'panel:opened', 'panel:closed', 'state:changed', 'message:sent', 'message:received'])
      document.addEventListener('shopbell:' + type, (event) => heard.push(event.detail))
  </script>`
  await stage.open(html('', listen + tag()))
  await openPanel()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  const heard = await stage.page.evaluate(
    () => (window as unknown as { heard: { type: string; flow: string; v: number; id: string }[] }).heard,
  )
  expect(heard.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['ready', 'panel:opened', 'state:changed', 'message:sent']),
  )
  expect(new Set(heard.map(({ id }) => id)).size).toBe(heard.length)
  expect(heard.every(({ v, flow }) => v === 1 && /^storefront@\d+$/.test(flow))).toBe(true)
  expect(JSON.stringify(heard)).not.toContain('Order Status')
})

test('leaves nothing after destroy, and starts again with boot', async () => {
  await stage.open(html())
  await openPanel()
  // Behind the body, or in it: nothing of it stays.
  const elements = () => stage.page.evaluate(() => document.querySelectorAll('*').length)
  const before = await elements()
  await shopbell('destroy')
  expect(await stage.page.locator('shopbell-chat').count()).toBe(0)
  expect(await elements()).toBe(before - 1)
  await shopbell('open')
  expect(await stage.page.locator('shopbell-chat').count()).toBe(0)
  await shopbell('boot')
  await launcher().waitFor()
  expect(stage.uncaught()).toEqual([])
})

test('sends nothing anywhere but to the desk', async () => {
  await stage.open(html())
  await openPanel()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  expect(beyond().filter((url) => !url.startsWith(DESK))).toEqual([])
})

test('a text of the page that is too long waits in the composer, uncut, with a sentence', async () => {
  await stage.open(html())
  const long = 'x'.repeat(4_001)
  await shopbell('send', long)
  await stage.page.getByText('1 character too long').waitFor()
  expect(await stage.page.getByLabel('Write a message').inputValue()).toBe(long)
})

test('a locale that is no language costs the shopper nothing', async () => {
  await stage.open(html('<h1>Shop</h1>', tag(`data-backend="${DESK}" data-locale="en_US@posix"`)))
  await openPanel()
  await shopbell('prefill', 'x'.repeat(4_001))
  await stage.page.getByText('1 character too long').waitFor()
  expect(stage.uncaught()).toEqual([])
})
