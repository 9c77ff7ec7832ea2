import axe from 'axe-core'
import type { Browser, FrameLocator, Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { openBrowser } from './shop-page.js'

// The theme studio as `npm start` serves it, with its content policy.

const built = new URL('../packages/themes/dist/index.js', import.meta.url).href
const themes = (await import(built)) as { checkTheme(theme: unknown): readonly unknown[] }

let desk: DemoDesk
let browser: Browser
beforeAll(async () => {
  ;[desk, browser] = await Promise.all([startDemoDesk(), openBrowser()])
})
afterAll(async () => {
  await browser.close()
  await desk.stop()
})

/** Somebody who makes a theme, with what the page has said and asked for. */
async function openStudio(scheme: 'light' | 'dark' = 'light') {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: scheme })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const said: string[] = []
  const requests: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(`uncaught: ${error.message}`))
  page.on('request', (request) => requests.push(request.url()))
  await page.goto(`${desk.url}/studio`)
  const stage = page.frameLocator('iframe').first()
  await stage.locator('html[data-state="played"]').waitFor({ state: 'attached' })
  return { page, stage, said, requests, leave: () => context.close() }
}

const accentOf = (stage: FrameLocator) =>
  stage.locator('shopbell-chat').evaluate((host) => getComputedStyle(host).getPropertyValue('--shopbell-accent').trim())
const finding = (page: Page, path: string) =>
  page.getByRole('region', { name: 'Findings' }).getByRole('listitem').filter({ hasText: path }).first()

/** What a file defines. */
async function defined(file: string): Promise<unknown> {
  const module = file.replace("'@shopbell/themes'", JSON.stringify(built))
  const { theme } = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as { theme: unknown }
  return theme
}

test('a colour below the contrast is found with the nearest that passes, and one tap takes it', async () => {
  const { page, stage, said, leave } = await openStudio()
  await page.getByRole('button', { name: 'kite' }).click()
  await expect.poll(() => accentOf(stage)).toBe('#5a3ed6')
  await page.getByRole('textbox', { name: 'Quiet text, light', exact: true }).fill('#c8c8c8')
  const found = finding(page, 'light.quiet')
  await found.waitFor()
  await page.getByText('light has colours that cannot be told apart and is left out').waitFor()
  expect(await found.textContent()).toMatch(/has a contrast of 1\.\d+:1 on surface.*, and needs 4\.5:1/)
  // The widget itself does not wear it either, once it has been handed it; and says so once.
  const told = [expect.stringContaining('light has colours that cannot be told apart')]
  await expect.poll(() => said).toEqual(told)
  const take = found.getByRole('button', { name: /Use #[0-9a-f]{6} for light\.quiet/ })
  const nearest = /#[0-9a-f]{6}/.exec((await take.textContent()) ?? '')?.[0]
  await take.click()
  await page.getByText('Nothing: everybody can read this theme.').waitFor()
  expect(await page.getByRole('textbox', { name: 'Quiet text, light', exact: true }).inputValue()).toBe(nearest)
  expect(said).toEqual(told)
  await leave()
})

test('what is copied is a file that passes', async () => {
  const { page, leave } = await openStudio()
  await page.getByRole('button', { name: 'onyx' }).click()
  await page.getByLabel('Name, the same as the file’s').fill('corner-shop')
  await page.getByLabel('One line for galleries').fill("The corner shop's own, in champagne.")
  await page.getByLabel('Radius').selectOption('round')
  await page.getByRole('textbox', { name: 'Accent, light', exact: true }).fill('#7a2f5b')
  await page.getByRole('button', { name: 'Copy the file' }).click()
  await page.getByText('corner-shop.ts is copied.').waitFor()
  const theme = await defined(await page.evaluate(() => navigator.clipboard.readText()))
  expect(theme).toMatchObject({ name: 'corner-shop', radius: 'round', bubble: 'open', light: { accent: '#7a2f5b' } })
  expect(themes.checkTheme(theme)).toEqual([])
  await page.getByRole('button', { name: 'Copy as JSON' }).click()
  await page.getByText('The JSON is copied.').waitFor()
  expect(themes.checkTheme(await page.evaluate(() => navigator.clipboard.readText()))).toEqual([])
  await leave()
})

test('a change is worn at once, without the chat beginning anew', async () => {
  const { page, stage, leave } = await openStudio()
  const panel = stage.locator('[part~="panel"]')
  await panel.evaluate((element) => element.setAttribute('data-marked', ''))
  await page.getByRole('textbox', { name: 'Accent, light', exact: true }).fill('#7a2f5b')
  await expect.poll(() => accentOf(stage)).toBe('#7a2f5b')
  await page.getByText('Dark', { exact: true }).click()
  await expect.poll(() => stage.locator('shopbell-chat').getAttribute('data-scheme')).toBe('dark')
  expect(await stage.locator('[data-marked]').count()).toBe(1)
  await leave()
})

test('every kind of message is played from left to right, every third from right to left, too, and nothing is asked of anybody else', async () => {
  const { page, requests, said, leave } = await openStudio()
  await page.getByLabel('Message').selectOption('')
  const frames = page.locator('iframe')
  expect(await frames.count()).toBeGreaterThan(20)
  for (const direction of ['ltr', 'rtl']) {
    await page.getByText(direction === 'ltr' ? 'Left to right' : 'Right to left').click()
    for (let index = 0; index < (await frames.count()); index += direction === 'ltr' ? 1 : 3) {
      await frames.nth(index).scrollIntoViewIfNeeded()
      const html = page.frameLocator('iframe').nth(index).locator(`html[dir="${direction}"][data-state]`)
      await html.waitFor({ state: 'attached', timeout: 30_000 })
      // A ring around what has the focus would look like a part of the theme.
      const seen = html.evaluate((root) => [root.dataset['state'], document.activeElement?.localName])
      expect(await seen, (await frames.nth(index).getAttribute('title')) ?? '').toEqual(['played', 'body'])
    }
  }
  expect(requests.filter((url) => !url.startsWith(desk.url))).toEqual([])
  expect(said).toEqual([])
  await leave()
}, 180_000)

test('parts that are no JSON yet change nothing, and hostile ones are findings', async () => {
  const { page, leave } = await openStudio()
  await page.getByText('Parts and pictures').click()
  const parts = page.getByLabel('Parts, as JSON')
  await parts.fill('{ "launcher": ')
  await page.getByText('This is not JSON yet.').waitFor()
  await page.getByText('What is written as parts is not JSON yet and is not judged').waitFor()
  expect(await page.getByText('Nothing: everybody can read this theme.').count()).toBe(0)
  await parts.fill('{ "launcher": { "size": 20 } }')
  await finding(page, 'parts.launcher.size').getByRole('button', { name: 'Use 48 for parts.launcher.size' }).click()
  await page.getByText('Nothing: everybody can read this theme.').waitFor()
  await leave()
})

test('a theme of one’s own is opened as data, judged, and there again after a reload', async () => {
  const { page, stage, leave } = await openStudio()
  const name = page.getByLabel('Name, the same as the file’s')
  const open = async (text: string) => {
    await page.getByLabel('Its JSON, or the text of its file').fill(text)
    await page.getByRole('button', { name: 'Open', exact: true }).click()
  }
  await page.getByText('Open a theme').click()
  await open('export const theme = defineTheme({ name: alert(1) })')
  await page.getByText('This is no plain data on line 1.').waitFor()
  await open('{"version":1,"name":"plum","description":"Plum.","light":{"accent":"#7a2f5b","quiet":"#c8c8c8"},"onclick":"x"}')
  await page.getByText('plum is open. Left out, because no theme can say it: onclick.').waitFor()
  await finding(page, 'light.quiet').waitFor()
  await expect.poll(() => accentOf(stage)).toBe('#1c5a4a')
  await open(
    await page
      .getByLabel('Text of the file')
      .inputValue()
      .then((file) => file.replace('#c8c8c8', '#555555')),
  )
  await page.getByText('Nothing: everybody can read this theme.').waitFor()
  await expect.poll(() => accentOf(stage)).toBe('#7a2f5b')
  await page.reload()
  await expect.poll(() => name.inputValue()).toBe('plum')
  await stage.locator('html[data-state="played"]').waitFor({ state: 'attached' })
  expect(await accentOf(stage)).toBe('#7a2f5b')
  await leave()
})

test('no choice is cut', async () => {
  const { page, leave } = await openStudio()
  await page.setViewportSize({ width: 1400, height: 900 })
  const cut = await page.locator('.choices select').evaluateAll((selects) =>
    selects.flatMap((select) => {
      const brush = document.createElement('canvas').getContext('2d')
      if (!brush || !(select instanceof HTMLSelectElement)) return ['no canvas']
      brush.font = getComputedStyle(select).font
      // Beside its words a select has a mark of some 24 px.
      const room = select.clientWidth - 24
      return [...select.options].map(({ text }) => text).filter((text) => brush.measureText(text).width > room)
    }),
  )
  expect(cut).toEqual([])
  await leave()
})

describe.each(['light', 'dark'] as const)('in %s', (scheme) => {
  test('has nothing that axe finds', async () => {
    const { page, leave } = await openStudio(scheme)
    await page.getByRole('textbox', { name: 'Quiet text, light', exact: true }).fill('#c8c8c8')
    await finding(page, 'light.quiet').waitFor()
    await page.getByText('Parts and pictures').click()
    await page.evaluate(axe.source)
    const violations = await page.evaluate(async () => {
      const judge = Reflect.get(window, 'axe') as typeof axe
      // What stands in the frames is the chat's, and judged there.
      const { violations } = await judge.run(document, { iframes: false })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    })
    expect(violations).toEqual([])
    if (process.env['SHOPBELL_PICTURES']) {
      const picture = (name: string) =>
        page.screenshot({ path: `${process.env['SHOPBELL_PICTURES']}/studio-${scheme}-${name}.png` })
      await picture('one')
      await page.getByRole('button', { name: 'kiln' }).click()
      await page.getByLabel('Message').selectOption('')
      await page.locator('iframe').nth(5).scrollIntoViewIfNeeded()
      await page.frameLocator('iframe').nth(5).locator('html[data-state]').waitFor({ state: 'attached' })
      await picture('all')
      await page.getByLabel('Message').selectOption('order')
      await page.getByText('Phone').click()
      await page.frameLocator('iframe').first().locator('html[data-state]').waitFor({ state: 'attached' })
      await picture('phone')
    }
    await leave()
  })
})
