import axe from 'axe-core'
import { expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { DESK, SHOP, tag } from './shop-page.js'

const stage = stageForEach()

const shop = (attributes: string) =>
  `<!doctype html><html lang="en"><title>Shop</title><main><h1>Shop</h1></main>${tag(attributes)}</html>`
const desk = `data-backend="${DESK}"`

/** A shop's page, and the chat on it opened until the answers' part is there. */
async function visit(attributes: string, query: string): Promise<void> {
  await stage.open(shop(attributes))
  await stage.page.goto(SHOP + query)
  await stage.page.getByRole('button', { name: 'Open chat' }).click()
  await stage.page.getByRole('button', { name: /^Talk to an Agent/ }).click()
  await stage.page
    .getByRole('button', { name: /^Send to a person|^Send/ })
    .first()
    .waitFor()
}

const panel = () => stage.page.getByRole('region', { name: 'Shopbell debug' })
const asked = () => stage.requests.filter((url) => /\/debug-/.test(url))

test('a page that allows it shows the panel to whoever asks for it in the address', async () => {
  await visit(`${desk} data-debug`, '?shopbell-debug')
  await panel().getByText('2 choose').waitFor()
  expect(asked()).toHaveLength(1)
  expect(stage.said.filter((words) => words.startsWith('[shopbell]'))).toEqual([])
})

test.each([
  ['does not allow it', desk, '?shopbell-debug'],
  ['has taken it back', `${desk} data-debug="false"`, '?shopbell-debug'],
  ['allows what nobody asks for', `${desk} data-debug`, ''],
])('a page that %s shows no panel and downloads nothing for it', async (_, attributes, query) => {
  await visit(attributes, query)
  expect(await stage.page.locator('shopbell-debug').count()).toBe(0)
  expect(asked()).toEqual([])
})

test('boot shows it without being asked', async () => {
  await stage.open(shop(desk))
  await stage.tell('boot', { debug: true })
  await stage.page.getByRole('button', { name: 'Open chat' }).click()
  await panel().waitFor()
})

test('a panel that does not load keeps nobody from the chat', async () => {
  await stage.context.route(/\/debug-/, (route) => route.abort())
  await stage.open(shop(`${desk} data-debug`))
  await stage.page.goto(`${SHOP}?shopbell-debug`)
  await stage.page.getByRole('button', { name: 'Open chat' }).click()
  await stage.page.getByRole('button', { name: /^Talk to an Agent/ }).click()
  await stage.page.getByRole('button', { name: /^Send/ }).first().waitFor()
})

test.each([
  ['light', { width: 1280, height: 860 }],
  ['dark', { width: 1280, height: 860 }],
  ['light', { width: 390, height: 844 }],
] as const)('nothing in it is hard to read or to reach: %s, %o', async (colorScheme, size) => {
  await stage.page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
  await stage.page.setViewportSize(size)
  await stage.open(shop(`${desk} data-debug`))
  await stage.page.goto(`${SHOP}?shopbell-debug`)
  await stage.page.getByRole('button', { name: 'Open chat' }).click()
  await stage.page.getByRole('button', { name: /^Order Status/ }).click()
  const pill = stage.page.getByRole('button', { name: /^Debug/ })
  if (size.width < 720) await pill.click()
  await panel().locator('summary').nth(1).click()
  await stage.page.evaluate(axe.source)
  const violations = await stage.page.evaluate(async () => {
    const judge = Reflect.get(window, 'axe') as typeof axe
    const { violations } = await judge.run({ include: ['shopbell-debug'] })
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(violations).toEqual([])
  if (process.env['SHOPBELL_PICTURES']) {
    await stage.page.screenshot({ path: `${process.env['SHOPBELL_PICTURES']}/debug-${colorScheme}-${size.width}.png` })
  }
})
