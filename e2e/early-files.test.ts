import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { builtFile, CDN, DESK, entryFile, REACHES_DESK, shopPage, tag } from './shop-page.js'

// What pages that ask for more than the default get from files of their own, which the loader may have asked for first.

const html = (attributes: string, body = '') => shopPage(tag(`data-backend="${DESK}" ${attributes}`), `<h1>Shop</h1>${body}`)

const stage = stageForEach({}, REACHES_DESK)

const { launcher } = stage
const panel = () => stage.page.getByRole('dialog')

/** A server that is busy, the first time that the file is asked for; the answer says whether it was. */
async function failOnce(name: string): Promise<() => boolean> {
  const file = entryFile.replace('widget', name)
  let failed = false
  await stage.context.route(`${CDN}${file}*`, (route) => {
    if (failed) return route.fallback()
    failed = true
    return route.fulfill({ status: 503 })
  })
  return () => failed
}

/** Opens the chat. */
async function openPanel() {
  await launcher().click()
  await stage.page.locator('shopbell-chat [part~=quick-reply]').first().waitFor()
}

test('a language that did not come at the first try is spoken all the same', async () => {
  const hasFailed = await failOnce('words-de')
  await stage.open(html('data-locale="de"'))
  await openPanel()
  await stage.page.getByText('Hallo!').first().waitFor()
  expect(hasFailed()).toBe(true)
})

test('a skin that did not come at the first try is worn all the same', async () => {
  const accent = () =>
    stage.page.evaluate(() => {
      const host = document.querySelector('shopbell-chat')
      return host && getComputedStyle(host).getPropertyValue('--shopbell-accent')
    })
  await stage.open(html('data-theme="fjord"'))
  await openPanel()
  const worn = await accent()
  await stage.renew()
  const hasFailed = await failOnce('skin-fjord')
  await stage.open(html('data-theme="fjord"'))
  const atFirst = await launcher().waitFor().then(accent)
  await openPanel()
  expect([hasFailed(), atFirst === worn, await accent()]).toEqual([true, false, worn])
})

test('the shop’s own button opens the chat, though the file for it did not come at the first try', async () => {
  const hasFailed = await failOnce('beside')
  await stage.open(html('data-launcher="#own"', '<button id="own">Chat with us</button>'))
  // Until it has come, the bell is there instead.
  await openPanel()
  await stage.page.keyboard.press('Escape')
  await panel().waitFor({ state: 'hidden' })
  await stage.page.locator('#own').click()
  await panel().waitFor()
  expect(hasFailed()).toBe(true)
})

test('where the shopper has to agree first, nothing is stored though the file that asks did not come at the first try', async () => {
  const hasFailed = await failOnce('more')
  await stage.open(html('data-consent="required"'))
  await openPanel()
  await stage.page.getByRole('button', { name: 'FAQs' }).click()
  await stage.page.getByRole('textbox').first().waitFor()
  const kept = await stage.page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length])
  expect([hasFailed(), kept]).toEqual([true, [0, 0]])
})

test('files behind a redirect are one chat, and not two', async () => {
  const server = createServer((request, response) => {
    const [, place, file = ''] = /^\/(lasting|here)\/([^?]*)/.exec(request.url ?? '') ?? []
    response.setHeader('access-control-allow-origin', '*')
    if (place === 'lasting') return response.writeHead(302, { location: `/here/${file}` }).end()
    return response.setHeader('content-type', 'text/javascript').end(builtFile(CDN + file))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await stage.context.route(`${origin}**`, (route) => route.continue())
  await stage.open(html('').replace(CDN, `${origin}lasting/`))
  await openPanel()
  await stage.page.getByRole('button', { name: 'Order Status' }).click()
  await stage.page.getByLabel(/order number/i).waitFor()
  expect(stage.uncaught()).toEqual([])
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})
