import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DESK, openBrowser, openStage, type Stage, tag } from '../shop-page.js'
import { count, cycle, held } from './cycles.js'

let browser: Browser
let stage: Stage
beforeAll(async () => {
  browser = await openBrowser()
  stage = await openStage(browser)
})
afterAll(() => browser.close())

test('a chat that comes and goes two hundred times leaves nothing behind, and less than a megabyte', async () => {
  await count(stage)
  await stage.open(`<!doctype html><html lang="en"><head>${tag()}</head><body><h1>Shop</h1></body></html>`)
  await stage.page.locator('shopbell-chat').waitFor()
  await cycle(stage, 10, { backend: DESK })
  const before = await held(stage)
  await cycle(stage, 200, { backend: DESK })
  const after = await held(stage)
  console.log(`The heap grew by ${Math.round((after.heap - before.heap) / 1_000)} kB.`)
  expect(after).toMatchObject({ timers: 0, sockets: 0, channels: 0, hosts: 0 })
  expect(after.nodes).toBeLessThanOrEqual(before.nodes)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners)
  expect(after.heap - before.heap).toBeLessThan(1_000_000)
}, 240_000)
