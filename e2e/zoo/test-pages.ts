import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNodeAgent } from '../chaos/node-agent.js'
import { type DemoDesk, startDemoDesk } from '../demo-desk.js'
import { openBrowser, REACHES_DESK } from '../shop-page.js'
import type { HostPage } from './host-page.js'
import { differences, type Findings, type Visitors, visit } from './visit.js'

/** The desk answers at most ten questions about one order in an hour. */
const PAGES_PER_DESK = 8

/** Visits each page, and compares what was seen with the same on a plain page. */
export function testPages(pages: readonly HostPage[]): void {
  for (let from = 0; from < pages.length; from += PAGES_PER_DESK) testSome(pages.slice(from, from + PAGES_PER_DESK))
}

function testSome(pages: readonly HostPage[]): void {
  describe('the chat is at home on', () => {
    let desk: DemoDesk
    let browser: Browser
    let visitors: Visitors
    let plain: Findings
    beforeAll(async () => {
      const origins = ['https://shop.example', 'http://shop.example']
      ;[desk, browser] = await Promise.all([startDemoDesk({ origins }), openBrowser(REACHES_DESK)])
      await desk.play({ hours: 'open' })
      visitors = { browser, desk: desk.url, agent: await createNodeAgent(desk.url, 'Mira') }
      await visitors.agent.sitDown()
      plain = await visit({ name: 'a plain page' }, visitors)
    })
    afterAll(async () => {
      visitors?.agent.leave()
      await browser?.close()
      await desk?.stop()
    })

    test('a plain page', () => {
      expect(plain.faults).toEqual([])
      expect(plain.globals).toEqual(['Shopbell'])
    })

    test.each(pages.map((page) => [page.name, page] as const))('%s', async (_, page) => {
      const { sights, globals, faults } = await visit(page, visitors)
      expect([...faults, ...differences(sights, plain.sights)]).toEqual([])
      expect(globals).toEqual(['Shopbell'])
    })
  })
}
