import { expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { CDN, DESK, entryFile, SHOP, shopPage, tag } from './shop-page.js'

const html = (attributes = '', body?: string) =>
  shopPage(`<meta name="viewport" content="width=device-width">${tag(`data-backend="${DESK}" ${attributes}`)}`, body)

const stage = stageForEach({ viewport: { width: 1000, height: 700 } })

const { launcher: bell, shopbell } = stage
const panel = () => stage.page.locator('[part=panel]')
const box = async (of: ReturnType<typeof bell>) => {
  const { x = 0, y = 0, width = 0, height = 0 } = (await of.boundingBox()) ?? {}
  return { left: x, top: y, right: 1000 - x - width, bottom: 700 - y - height }
}
const isGreeted = () => stage.page.getByRole('button', { name: 'Order Status' }).waitFor()
/** Taps the bell, and takes the pointer away again: it makes the bell a little larger. */
async function tapBell() {
  await bell().click()
  await stage.page.mouse.move(500, 10)
  await isGreeted()
}

test.each([
  { attributes: '', side: 'right', x: 20, y: 20, layer: '2147483000' },
  { attributes: 'data-side="left" data-offset="40 100"', side: 'left', x: 40, y: 100, layer: '2147483000' },
  { attributes: 'data-offset="24" data-z-index="5"', side: 'right', x: 24, y: 20, layer: '5' },
] as const)('the bell and the panel are where $attributes puts them, and nothing moves with the first tap', async (place) => {
  const { attributes, side, x, y, layer } = place
  await stage.open(html(attributes))
  const where = async () => {
    const { [side]: beside, bottom } = await box(bell())
    return [beside, bottom, await stage.page.locator('shopbell-chat').evaluate((host) => getComputedStyle(host).zIndex)]
  }
  await bell().waitFor()
  expect(await where()).toEqual([x, y, layer])
  await tapBell()
  await expect.poll(where).toEqual([x, y, layer])
  await expect.poll(() => box(panel())).toMatchObject({ [side]: x, bottom: y + 68 })
  expect((await box(panel())).top).toBeGreaterThanOrEqual(16)
  expect(stage.said.filter((line) => line.startsWith('[shopbell]'))).toEqual([])
})

test('the bell keeps clear of a cookie bar and a sticky cart, as long as they are there', async () => {
  const bars = `<div id="cart" style="position:fixed;bottom:0;left:0;right:0;height:60px">Cart</div>
    <div id="cookies" style="position:fixed;bottom:60px;left:0;right:0;height:90px">Cookies</div>`
  await stage.open(html('data-avoid="#cookies, #cart"', bars))
  await bell().waitFor()
  await expect.poll(() => box(bell())).toMatchObject({ right: 20, bottom: 162 })
  await tapBell()
  await expect.poll(() => box(bell())).toMatchObject({ right: 20, bottom: 162 })
  await expect.poll(() => box(panel())).toMatchObject({ bottom: 162 + 68 })
  await stage.page.evaluate(() => document.querySelector('#cookies')?.remove())
  await expect.poll(() => box(bell())).toMatchObject({ bottom: 72 })
  await stage.page.locator('#cart').evaluate((cart) => {
    cart.style.display = 'none'
  })
  await expect.poll(() => box(bell())).toMatchObject({ bottom: 20 })
})

test('a button of the page opens and closes the chat, and there is no bell', async () => {
  await stage.open(html('data-launcher=".help"', '<a class="help" href="/contact">Help</a>'))
  const help = stage.page.getByRole('link', { name: 'Help' })
  await stage.page.locator('shopbell-chat').waitFor({ state: 'attached' })
  expect(await bell().isVisible()).toBe(false)
  expect(stage.requests.some((url) => url.endsWith(entryFile))).toBe(false)
  await help.hover()
  await expect.poll(() => stage.requests.some((url) => url.endsWith(entryFile))).toBe(true)
  await help.click()
  await isGreeted()
  expect(await bell().count()).toBe(0)
  expect(await help.getAttribute('aria-expanded')).toBe('true')
  await help.click()
  await panel().waitFor({ state: 'hidden' })
  expect(await help.getAttribute('aria-expanded')).toBe('false')
  await shopbell('destroy')
  await help.click()
  await expect.poll(() => stage.page.url()).toBe(`${SHOP}contact`)
})

test('a chat within the page comes when its place comes near, and asks the desk nothing before it is touched', async () => {
  const hole = '<div style="height:3000px">Much</div><div id="chat" style="height:500px"></div><p>Below</p>'
  await stage.open(html('data-inline="#chat"', hole))
  await stage.page.locator('shopbell-chat').waitFor({ state: 'attached' })
  expect(await bell().isVisible()).toBe(false)
  expect(stage.requests.some((url) => url.endsWith(entryFile))).toBe(false)
  await stage.page.locator('#chat').scrollIntoViewIfNeeded()
  await isGreeted()
  const within = await stage.page.locator('#chat').boundingBox()
  expect(await panel().boundingBox()).toEqual(within)
  expect(await panel().getAttribute('role')).toBe('region')
  expect(await bell().count()).toBe(0)
  await stage.page.locator('.standing').waitFor()
  expect(await stage.page.evaluate(() => document.activeElement?.localName)).toBe('body')
  await shopbell('close')
  expect(await panel().isVisible()).toBe(true)
  expect(stage.beyond()).toEqual([])
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
})

test('J04 until the shopper agrees nothing is read, stored or asked for; then the story of before goes on', async () => {
  await stage.context.addInitScript(() => {
    const read = Storage.prototype.getItem
    Storage.prototype.getItem = function (name) {
      if (name.startsWith('shopbell')) console.log(`read ${name}`)
      return read.call(this, name)
    }
    localStorage['shopbell:shop:resume'] = 'open'
  })
  await stage.open(html('data-consent="required"'))
  await bell().waitFor()
  expect(stage.requests).toEqual([SHOP, `${CDN}shopbell.js`])
  await tapBell()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  const kept = () =>
    stage.page.evaluate(async () => [
      Object.keys(localStorage),
      sessionStorage.length,
      (await indexedDB.databases()).map(({ name }) => name),
    ])
  expect(await kept()).toEqual([['shopbell:shop:resume'], 0, []])
  expect(stage.said.filter((line) => line.startsWith('read'))).toEqual([])
  await shopbell('update', { consent: 'given' })
  await stage.page.getByRole('textbox', { name: 'Write a message' }).fill('hello')
  await stage.page.keyboard.press('Enter')
  await expect.poll(kept).toMatchObject([['shopbell:shop:resume'], {}, ['shopbell:shop']])
})

test('whoever logs out where nobody has been asked yet is forgotten all the same, in a chat that is open', async () => {
  await stage.open(html(''))
  await tapBell()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  const mark = () => stage.page.evaluate(() => localStorage.getItem('shopbell:shop:resume'))
  const held = () =>
    stage.page.evaluate(async () => {
      const opening = indexedDB.open('shopbell:shop')
      await new Promise((resolve) => opening.addEventListener('success', resolve))
      const asking = opening.result.transaction('conversation').objectStore('conversation').count()
      await new Promise((resolve) => asking.addEventListener('success', resolve))
      opening.result.close()
      return asking.result
    })
  await expect.poll(mark).toBe('story')
  await stage.open(html('data-consent="required"'))
  await tapBell()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  expect(await held()).toBe(1)
  await shopbell('shutdown')
  expect(await held()).toBe(0)
  expect(await mark()).toBeNull()
})

test('consent that comes before the first tap brings an open conversation back', async () => {
  await stage.context.addInitScript(() => {
    localStorage['shopbell:shop:resume'] = 'open'
  })
  await stage.open(html('data-consent="required"'))
  await bell().waitFor()
  expect(stage.requests.some((url) => url.endsWith(entryFile))).toBe(false)
  void stage.tell('update', { consent: 'given' })
  await expect.poll(() => stage.requests.some((url) => url.endsWith(entryFile))).toBe(true)
})

test('why the chat cannot be used is said before anything else of it is here', async () => {
  const asked = () => shopbell('getUnavailableReason')
  await stage.open(html())
  await bell().waitFor()
  expect(await asked()).toBe(null)
  expect(stage.requests.some((url) => url.endsWith(entryFile))).toBe(false)
  await stage.context.setOffline(true)
  expect(await asked()).toBe('offline')
  await stage.context.setOffline(false)
  await shopbell('destroy')
  expect(await asked()).toBe('not-on-page')

  stage.serve(entryFile, null)
  await stage.open(html())
  await bell().click()
  await stage.page.getByRole('alert').waitFor()
  expect(await asked()).toBe('not-loaded')

  await stage.open(`<!doctype html>${tag('data-mailto="help@shop.example"')}<body>`)
  await bell().waitFor()
  expect(await asked()).toBe('no-desk')
  await stage.open(`<!doctype html>${tag('')}<body>`)
  await stage.page.waitForLoadState('load')
  expect(await asked()).toBe('no-person')
})

test('who asks for more contrast gets edges that can be seen, and no quiet words', async () => {
  const colours = async (contrast: 'more' | 'no-preference') => {
    await stage.page.emulateMedia({ contrast })
    return stage.page.locator('.root').evaluate((root) => {
      const of = (name: string) => getComputedStyle(root).getPropertyValue(name).trim()
      return {
        quiet: of('--shopbell-quiet'),
        text: of('--shopbell-text'),
        hairline: of('--shopbell-hairline'),
        outline: of('--shopbell-outline'),
      }
    })
  }
  await stage.open(html())
  await tapBell()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  const usual = await colours('no-preference')
  const more = await colours('more')
  expect(usual.quiet).not.toBe(usual.text)
  expect(more.quiet).toBe(more.text)
  expect(more.hairline).toBe(`1px solid ${more.outline}`)
})

test('bell and panel keep out of the corners and bars of a phone', async () => {
  await stage.open(html('data-offset="16"'))
  await bell().waitFor()
  const session = await stage.context.newCDPSession(stage.page)
  await session.send('Emulation.setSafeAreaInsetsOverride', { insets: { top: 44, bottom: 34, left: 30, right: 30 } })
  await expect.poll(() => box(bell())).toMatchObject({ right: 46, bottom: 54 })
  await tapBell()
  await expect.poll(() => box(bell())).toMatchObject({ right: 46, bottom: 54 })
  await stage.page.setViewportSize({ width: 375, height: 700 })
  const composer = stage.page.getByRole('textbox', { name: 'Write a message' })
  await expect
    .poll(async () => {
      const { x = 0, y = 0, height = 0 } = (await composer.boundingBox()) ?? {}
      return x >= 30 && 700 - y - height >= 34
    })
    .toBe(true)
  expect((await stage.page.locator('.bar').boundingBox())?.y).toBeGreaterThanOrEqual(0)
})
