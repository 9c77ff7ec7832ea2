import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { builtFile, CDN, DESK, entryFile, SHOP, shopPage, stub, tag } from './shop-page.js'

// What the panel that is drawn for a mouse must not change for anybody.

/** Keeps what the page is told of who is there. */
const HEAR =
  "<script>heard = []; document.addEventListener('shopbell:identity:changed', (event) => heard.push(event.detail.data.known))</script>"
const GREETING = 'Hi! What can I help you with today?'

const stage = stageForEach()

const { launcher, shopbell } = stage
const drawn = () => stage.page.locator('[part="panel"]')
const dialog = () => stage.page.getByRole('dialog')
const heard = () => stage.page.evaluate(() => (window as unknown as { heard: unknown[] }).heard)
const reach = async (greeting = GREETING) => {
  await launcher().hover()
  await drawn().getByText(greeting).waitFor({ state: 'attached' })
}
/** Keeps a file on its way until the answer is called. */
async function hold(address: string, body: string | undefined): Promise<() => void> {
  let arrive = () => {}
  const late = new Promise<void>((resolve) => {
    arrive = resolve
  })
  await stage.page.route(`${address}*`, async (route) => {
    await late
    await route.fulfill({ contentType: 'text/javascript', headers: { 'access-control-allow-origin': '*' }, body: body ?? '' })
  })
  return arrive
}
const built = (start: string) =>
  CDN + (readdirSync(new URL('../packages/widget/cdn/', import.meta.url)).find((name) => name.startsWith(`${start}-`)) ?? '')

test.each(['counter', 'kite'])('has its entrance when it is seen, in %s', async (theme) => {
  await stage.open(shopPage(tag(`data-backend="${DESK}" data-theme="${theme}"`)))
  await reach()
  const entrance = drawn().evaluate(
    (panel) =>
      new Promise((resolve) =>
        panel.addEventListener('animationstart', (event) => resolve((event as AnimationEvent).animationName), { once: true }),
      ),
  )
  await launcher().click()
  expect(await entrance).toBe('rise')
})

test.each(['counter', 'kite'])('only fades in where less motion is asked for, in %s', async (theme) => {
  await stage.page.emulateMedia({ reducedMotion: 'reduce' })
  await stage.open(shopPage(tag(`data-backend="${DESK}" data-theme="${theme}"`)))
  await reach()
  await launcher().click()
  await dialog().waitFor()
  expect(await drawn().evaluate((panel) => getComputedStyle(panel).animationName)).toBe('fade')
})

test('what the page opens and takes away while the chat is on its way is gone, and the page hears of both', async () => {
  const arrive = await hold(CDN + entryFile, builtFile(CDN + entryFile))
  await stage.open(shopPage(stub() + tag()))
  await launcher().hover()
  const done = Promise.all([shopbell('open'), shopbell('destroy')])
  arrive()
  await done
  await expect.poll(() => stage.page.locator('shopbell-chat').count()).toBe(0)
})

test('greets with a flow of the shop’s own, and with nothing before that is there', async () => {
  const arrive = await hold(`${SHOP}flow.json`, undefined)
  await stage.open(shopPage(tag(`data-backend="${DESK}" data-flow="/flow.json"`)))
  await launcher().hover()
  await drawn().waitFor({ state: 'attached' })
  expect(await drawn().getByText(GREETING).count()).toBe(0)
  // The file is none, so the default flow greets.
  arrive()
  await drawn().getByText(GREETING).waitFor({ state: 'attached' })
})

test('is complete while a flow of the shop’s own is on its way: it covers a phone', async () => {
  await hold(`${SHOP}flow.json`, undefined)
  await stage.page.setViewportSize({ width: 390, height: 700 })
  await stage.open(shopPage(tag(`data-backend="${DESK}" data-flow="/flow.json"`)))
  await launcher().click()
  await dialog().waitFor()
  await expect.poll(() => dialog().getAttribute('aria-modal')).toBe('true')
})

test('the greeting that was drawn is gone where the conversation begins with something else', async () => {
  const arrive = await hold(built('answer'), builtFile(built('answer')))
  const opening = { id: 'sizes', text: 'Need a hand with sizes?', when: { seconds: 1 }, next: 'hand-over' }
  await stage.open(shopPage(`${stub()}<script>Shopbell('boot', { proactive: [${JSON.stringify(opening)}] })</script>${tag()}`))
  const bubble = stage.page.getByRole('button', { name: opening.text })
  await bubble.waitFor()
  await reach()
  await bubble.click()
  await dialog().waitFor()
  expect(await drawn().getByText(GREETING).count()).toBe(0)
  arrive()
  await dialog().getByText(opening.text).waitFor()
})

test('who is known stays known when the panel is drawn, and is told of when they leave', async () => {
  await stage.open(shopPage(`${HEAR}${stub()}<script>Shopbell('identify', { id: '7' })</script>${tag()}`))
  await reach()
  await expect.poll(heard).toEqual([true])
  await shopbell('shutdown')
  await expect.poll(heard).toEqual([true, false])
})

test('who is known stays known when their conversation comes back', async () => {
  await stage.open(shopPage())
  await stage.page.evaluate(() => localStorage.setItem('shopbell:shop:resume', 'open'))
  await stage.open(shopPage(`${HEAR}${stub()}<script>Shopbell('identify', { id: '7' })</script>${tag()}`))
  await expect.poll(heard).toEqual([true])
  await shopbell('open')
  await dialog().getByRole('button', { name: 'Order Status' }).waitFor()
  expect(await heard()).toEqual([true])
})

test('a start that says more counts as it does where no mouse has passed over the bell', async () => {
  await stage.open(shopPage(`${HEAR}${tag('data-mailto="help@shop.example"')}`))
  await launcher().hover()
  await drawn().waitFor({ state: 'attached' })
  await stage.page.mouse.move(5, 5)
  await stage.page.evaluate(
    ([backend]) => {
      const page = window as unknown as { Shopbell(...call: unknown[]): void; opened: number }
      page.opened = 0
      // What is said before the start goes along with it, and what comes in the same breath finds it done.
      page.Shopbell('on', 'panel:opened', () => page.opened++)
      page.Shopbell('identify', { id: '7' })
      page.Shopbell('update', { title: 'Corner Shop' })
      page.Shopbell('boot', { backend, locale: 'de' })
      page.Shopbell('open')
    },
    [DESK],
  )
  await dialog().getByRole('button', { name: 'Bestellstatus' }).waitFor()
  await dialog().getByText('Corner Shop').first().waitFor()
  expect(await stage.page.evaluate(() => (window as unknown as { opened: number }).opened)).toBe(1)
  expect(stage.said.filter((line) => line.startsWith('[shopbell]'))).toEqual([])
  await expect.poll(heard).toEqual([true])
  await shopbell('shutdown')
  await expect.poll(heard).toEqual([true, false])
})

test('a start that says more leaves the focus and what the page hides where they are', async () => {
  await stage.open(shopPage(tag('data-mailto="help@shop.example"')))
  await launcher().focus()
  await launcher().hover()
  await drawn().waitFor({ state: 'attached' })
  await stage.page.mouse.move(5, 5)
  await shopbell('update', { backend: DESK })
  expect(await stage.page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('part'))).toBe(
    'launcher',
  )
  await shopbell('hide')
  await shopbell('boot', { site: 'other' })
  expect(await launcher().count()).toBe(0)
  await shopbell('open')
  await dialog().getByRole('button', { name: 'Order Status' }).waitFor()
})

test('what has begun is not begun anew, and the console says so', async () => {
  await stage.open(shopPage(tag('data-mailto="help@shop.example"')))
  await launcher().click()
  await dialog().waitFor()
  await shopbell('boot', { backend: DESK })
  await expect.poll(() => stage.said.join()).toContain('cannot change while the chat runs')
  expect(await dialog().getByRole('button', { name: 'Order Status' }).count()).toBe(0)
})

test('what the page has said in a start still counts after the chat was taken away', async () => {
  await stage.open(shopPage(tag('data-mailto="help@shop.example"')))
  await launcher().hover()
  await drawn().waitFor({ state: 'attached' })
  await shopbell('boot', { backend: DESK })
  await shopbell('destroy')
  await shopbell('boot')
  await shopbell('open')
  await dialog().getByRole('button', { name: 'Order Status' }).waitFor()
})
