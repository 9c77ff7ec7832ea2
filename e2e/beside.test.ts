import type { Route } from 'playwright'
import { expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { besideFile, CDN, DESK, entryFile, SHOP, shopPage, tag } from './shop-page.js'

// What the loader leaves to the file beside it, and what becomes of the shopper where that does not come.

const CONTACT = 'data-mailto="help@shop.example" data-phone="+44 20 7946 0018"'
const html = (attributes: string, body?: string) => shopPage(tag(`data-backend="${DESK}" ${attributes}`), body)

const stage = stageForEach()

const host = () => stage.page.locator('shopbell-chat')
const { launcher, tell: shopbell } = stage
const ground = () => launcher().evaluate((button) => getComputedStyle(button).backgroundColor)
/** Two frames, in which whatever is there has been drawn. */
const drawn = () =>
  stage.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))

/** Holds the file back until it is let go. */
function hold(file: string) {
  const asked = new Promise<Route>((resolve) => void stage.context.route(`${CDN}${file}`, resolve))
  return { asked, letGo: async () => (await asked).fallback() }
}

test('the launcher is not seen in another colour than the shop’s own', async () => {
  const { asked, letGo } = hold(besideFile)
  await stage.open(html('data-accent="#7a2f5b"'))
  await asked
  await drawn()
  expect(await host().count()).toBe(0)
  await letGo()
  await launcher().waitFor()
  expect(await ground()).toBe('rgb(122, 47, 91)')
  expect(stage.said).toEqual([])
})

test('the shop’s own colour is worn over that of a skin, at the place that the page asks for', async () => {
  await stage.open(html('data-accent="#7a2f5b" data-theme="fjord" data-offset="40 60"'))
  await launcher().waitFor()
  const { width = 0, height = 0 } = stage.page.viewportSize() ?? {}
  const { x = 0, y = 0, width: wide = 0, height: high = 0 } = (await launcher().boundingBox()) ?? {}
  expect([await ground(), width - x - wide, height - y - high]).toEqual(['rgb(122, 47, 91)', 40, 60])
  expect(await stage.page.getByRole('button', { name: 'Need a hand?' }).count()).toBe(1)
})

test('a colour that does not come leaves the shopper the launcher of the skin', async () => {
  stage.serve(besideFile, null)
  await stage.open(html('data-accent="#7a2f5b"'))
  await launcher().waitFor()
  expect(await ground()).toBe('rgb(28, 90, 74)')
})

test('who takes the chat off the page while its colour is on the way gets no launcher', async () => {
  const { asked, letGo } = hold(besideFile)
  await stage.open(html('data-accent="#7a2f5b"'))
  await asked
  await shopbell('destroy')
  await letGo()
  await drawn()
  expect(await host().count()).toBe(0)
  await shopbell('boot')
  await launcher().waitFor()
  expect(await ground()).toBe('rgb(122, 47, 91)')
})

test('where no file comes at all, the launcher itself says so and names the other ways, and another tap is another try', async () => {
  stage.serve(entryFile, null)
  stage.serve(besideFile, null)
  await stage.open(html(CONTACT))
  await launcher().click()
  const words = 'The chat did not load. Please try again. help@shop.example +44 20 7946 0018'
  await expect.poll(() => launcher().textContent()).toBe(words)
  expect(await stage.page.getByRole('button', { name: words }).count()).toBe(1)
  await expect.poll(() => launcher().getAttribute('aria-busy')).toBe(null)
  const { width = 0 } = stage.page.viewportSize() ?? {}
  const box = await launcher().boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(20)
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBe(width - 20)
  expect(stage.uncaught()).toEqual([])

  stage.serve(entryFile, undefined)
  await launcher().click()
  await stage.page.getByRole('button', { name: 'FAQs' }).waitFor()
})

test('on a phone the words of the launcher fit', async () => {
  await stage.page.setViewportSize({ width: 320, height: 568 })
  stage.serve(entryFile, null)
  stage.serve(besideFile, null)
  await stage.open(html(CONTACT).replace('<head>', '<head><meta name="viewport" content="width=device-width">'))
  await launcher().click()
  await expect.poll(async () => (await launcher().textContent())?.length).toBeGreaterThan(40)
  const { x = 0, width = 0 } = (await launcher().boundingBox()) ?? {}
  expect(x).toBeGreaterThanOrEqual(0)
  expect(x + width).toBeLessThanOrEqual(320)
})

test('a shopper who has tapped the page’s own button is told, too', async () => {
  stage.serve(entryFile, null)
  await stage.open(html(`data-launcher="#own" ${CONTACT}`, '<button id="own">Chat with us</button>'))
  await host().waitFor({ state: 'attached' })
  await stage.page.locator('#own').click()
  await stage.page.getByRole('alert').waitFor()
  expect(await launcher().isVisible()).toBe(false)
  expect(await stage.page.getByRole('link', { name: 'help@shop.example' }).getAttribute('href')).toBe('mailto:help@shop.example')
})

test('a boot that comes while the file is on the way is not told that it leads to nobody', async () => {
  const { asked, letGo } = hold(besideFile)
  await stage.open(html('').replace(/data-backend="[^"]*"/, ''))
  await asked
  await shopbell('boot', { backend: DESK })
  await launcher().waitFor()
  await letGo()
  await drawn()
  expect(stage.said).toEqual([])
  expect(await stage.page.getByRole('alert').count()).toBe(0)
})

test.each([
  [
    'swaps its body',
    "document.querySelector('html').replaceChild(document.createElement('body'), document.querySelector('body'))",
  ],
  ['empties its body', "document.querySelector('body').replaceChildren()"],
  ['swaps all that it has', "document.querySelector('html').replaceChildren(document.createElement('body'))"],
])('a page that %s does not lose the launcher', async (_, swap) => {
  await stage.open(html(''))
  await launcher().waitFor()
  // Without a frame between.
  const count = await stage.page.evaluate(
    `(${swap}, Promise.resolve().then(() => document.querySelectorAll('shopbell-chat').length))`,
  )
  expect(count).toBe(1)
  await launcher().click()
  await stage.page.getByRole('button', { name: 'FAQs' }).waitFor()
  expect(stage.requests.filter((url) => url.startsWith(SHOP))).toEqual([SHOP])
})

test('a body that is moved aside later, as for a menu, leaves the launcher and the panel where they are', async () => {
  await stage.open(html(''))
  await launcher().waitFor()
  const before = await launcher().boundingBox()
  await stage.page.locator('body').evaluate((body) => {
    body.style.transform = 'translateX(-300px)'
  })
  expect(await launcher().boundingBox()).toEqual(before)
  await launcher().click()
  await stage.page.mouse.move(9, 9)
  await expect.poll(() => launcher().boundingBox()).toEqual(before)
})
