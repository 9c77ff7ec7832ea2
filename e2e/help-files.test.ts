import { expect, test } from 'vitest'
import { stageForEach } from './each-stage.js'
import { SHOP, shopPage, tag } from './shop-page.js'

const HELP = {
  faqs: [
    { question: 'How long does delivery take?', answer: 'Two days, **always**.' },
    { title: 'Sizes', articles: [{ question: 'How do aprons fit?', answer: 'Loosely.' }] },
  ],
  hours: { zone: 'Europe/Berlin', week: { mon: [{ from: '09:00', to: '18:00' }] } },
}

const stage = stageForEach({ timezoneId: 'Europe/Berlin' })

test('a shop without a desk answers from a file, says its hours, and writes a mail', async () => {
  const { page, context } = stage
  const asked: string[] = []
  await context.route(`${SHOP}help.json`, (route) => {
    asked.push(route.request().url())
    return route.fulfill({ json: HELP })
  })
  // A Sunday.
  await page.clock.install({ time: new Date('2026-11-22T10:00Z') })
  await stage.open(shopPage(tag('data-mailto="help@shop.example" data-faqs="/help.json" data-hours="/help.json"'), ''))
  await page.getByRole('button', { name: 'Open chat' }).click()
  await page.getByRole('button', { name: 'FAQs' }).waitFor()
  await page.getByText('people back Mon, 9:00 AM').waitFor()
  // Nobody is promised to write first, where nothing but a mail leads to a person.
  expect(await page.getByText('We’ll write to you').count()).toBe(0)
  await page.getByRole('button', { name: 'FAQs' }).click()
  await page.getByRole('button', { name: 'Sizes' }).click()
  await page.getByRole('button', { name: 'How do aprons fit?' }).click()
  await page.getByText('Loosely.').first().waitFor()
  expect(asked).toEqual([`${SHOP}help.json`])
  await expect.poll(() => page.locator('a[href^="mailto:help@shop.example"]').count()).toBeGreaterThan(0)
  expect(stage.said.filter((line) => line.startsWith('[shopbell]'))).toEqual([])
})
