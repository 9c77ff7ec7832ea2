import { expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { DESK, shopPage } from './shop-page.js'

const stage = stageForEach()

/** A shopper who asks for a person, while the address of the desk answers with `status` and `body`. */
async function callPersonAt(status: number, body: string): Promise<void> {
  await stage.context.route(`${DESK}**`, (route) =>
    route.fulfill({ status, body, contentType: 'text/html', headers: { 'access-control-allow-origin': '*' } }),
  )
  await stage.open(shopPage())
  await stage.launcher().click()
  await stage.page.getByRole('button', { name: /^Talk to an Agent/ }).click()
  await stage.page.getByLabel('E-mail').fill('ada@example.com')
  await stage.page.getByRole('button', { name: /^Send to a person|^Send, we/ }).click()
}

test.each([
  ['another site’s page', 200, '<!doctype html><h1>Shop</h1>'],
  ['a 404', 404, 'Not found'],
])('the console says how to find out about a desk whose address answers with %s', async (_what, status, body) => {
  await callPersonAt(status, body)
  await expect
    .poll(() => stage.said.join('\n'))
    .toContain(
      `[shopbell] No desk answers at the address in "backend". Open ${DESK}v1/availability?site=shop in a browser. If JSON comes, the desk has to allow this page, https://shop.example.`,
    )
  expect(stage.said.filter((line) => line.includes('No desk answers'))).toHaveLength(1)
})
