import { expect } from 'vitest'
import type { Agent, Shopper } from './people.js'

/** How a file does not come, the first time that it is asked for. */
export const failures = {
  'a connection that breaks': null,
  'a server that is busy': { status: 503, body: 'Busy' },
  'a page of HTML in its place': { status: 200, contentType: 'text/html', body: '<!doctype html><p>Not found</p>' },
  'half a file': { status: 200, contentType: 'text/javascript', body: 'export const half = (' },
} as const

/** Every file of the chat but the loader fails once; the answer is their names. */
async function failOnce(shopper: Shopper, how: keyof typeof failures): Promise<Set<string>> {
  const failed = new Set<string>()
  await shopper.page.route(/\/[\w-]+-[a-z]{6}\.js/, async (route) => {
    const [, name = ''] = /\/([\w-]+)-[a-z]{6}\.js/.exec(route.request().url()) ?? []
    if (failed.has(name)) return route.continue()
    failed.add(name)
    const answer = failures[how]
    await (answer ? route.fulfill(answer) : route.abort())
  })
  return failed
}

/**
 * From the first tap to a person's answer, while each file fails at its first request, and without a reload: browsers remember the
 * address of a module that did not come.
 */
export async function reachPerson(shopper: Shopper, agent: Agent, how: keyof typeof failures): Promise<void> {
  const failed = await failOnce(shopper, how)
  const { page, panel } = shopper
  await page.addLocatorHandler(panel.getByRole('button', { name: 'Try again' }).first(), (button) => button.click())
  await page.getByRole('button', { name: /^Open chat/ }).click()
  // The pointer may have asked for the file before it tapped.
  await panel.or(page.getByText('The chat did not load. Please try again.')).waitFor()
  if (!(await panel.isVisible())) await shopper.ring()
  await shopper.tap('Order Status')
  await shopper.fill({ 'Order number': '1001', 'E-mail': 'ada@example.com' })
  await shopper.tap('Find my order')
  await shopper.reads(/Arrives/)
  await shopper.tap('No')
  await shopper.reads('This is what I’ll pass on')
  await shopper.tap('Send to a person')
  await shopper.reads(/You’re next|in line/)
  await agent.open('Queue')
  await agent.pick('ada@example.com')
  await agent.reply(`You came through ${how}.`)
  await shopper.reads(`You came through ${how}.`)
  await agent.close()
  await Promise.all([agent.leave(), shopper.leave()])
  // Of all the parts of such a visit, none came at the first try.
  expect([...failed].sort()).toEqual(expect.arrayContaining(['answer', 'live', 'log', 'orders', 'person', 'socket', 'widget']))
}
