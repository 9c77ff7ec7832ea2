import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { chromiumOptions } from '../browsers.js'
import { builtFile, CDN } from '../shop-page.js'
import { STRICT_POLICY, withNonces } from '../strict-pages.js'

let browser: Browser
let server: Server
let shop = ''
beforeAll(async () => {
  server = createServer((request, response) => {
    const { url = '/' } = request
    const file = url.startsWith('/cdn/') ? builtFile(url.replace('/cdn/', CDN)) : undefined
    response.setHeader('content-type', file === undefined ? 'text/html' : 'text/javascript')
    response.setHeader('content-security-policy', STRICT_POLICY)
    response.statusCode = url.startsWith('/desk') ? 503 : 200
    response.end(
      file ??
        withNonces(
          `<!doctype html><html lang="en"><head><script async src="/cdn/shopbell.js" data-backend="/desk"></script></head><body>${url}</body></html>`,
        ),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  shop = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await chromium.launch({ ...(await chromiumOptions()), ignoreDefaultArgs: ['--disable-back-forward-cache'] })
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

interface Explanation {
  readonly type: string
  readonly reason: string
}

/**
 * Goes on and back, and answers why the page was not kept. The headless browser keeps none, and says of its own why; what the page itself
 * has done to be thrown away is said all the same.
 */
async function reasonsAgainst(visit: (page: Page) => Promise<unknown>): Promise<readonly string[]> {
  const page = await browser.newPage()
  const session = await page.context().newCDPSession(page)
  await session.send('Page.enable')
  const told = new Promise<readonly Explanation[]>((resolve) => {
    session.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => resolve(notRestoredExplanations))
  })
  await page.goto(`${shop}/first`)
  await page.getByRole('button', { name: 'Open chat' }).waitFor()
  await visit(page)
  await page.goto(`${shop}/second`)
  await page.goBack({ waitUntil: 'commit' })
  const reasons = (await told).filter(({ type }) => type !== 'Circumstantial').map(({ reason }) => reason)
  await page.close()
  return reasons
}

test('a page with an open chat may be kept for the way back', async () => {
  const reasons = await reasonsAgainst(async (page) => {
    await page.getByRole('button', { name: 'Open chat' }).click()
    await page.getByRole('button', { name: 'Order Status' }).click()
    await page.getByLabel(/order number/i).fill('1001')
  })
  expect(reasons).toEqual([])
})

test('one that listens for its end may not, so the browser does tell', async () => {
  expect(await reasonsAgainst((page) => page.evaluate("addEventListener('unload', () => {})"))).toEqual([
    'UnloadHandlerExistsInMainFrame',
  ])
})
