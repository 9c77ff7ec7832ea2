import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../shop-page.js'
import { type Listener, NOON, newListener } from './shop.js'

// What a screen reader would say, from the first Tab to the last word. Each journey is a text file beside this one: read it as
// somebody who sees nothing. `vitest run --project e2e e2e/spoken -u` writes them anew; then read them again.

const HOUR = 3_600_000

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function open(me: Listener) {
  await me.press('Tab', 'Corner Shop')
  await me.press('Enter', 'Hi! What can I help you with today?')
}

async function askForOrder(me: Listener, number: string) {
  await open(me)
  await me.press('1', 'Find my order')
  await me.tabTo('Order number')
  await me.type(number)
  await me.tabTo('E-mail')
  await me.type('sam@example.com')
  await me.press('Enter', 'Looking it up')
}

const journeys: Readonly<Record<string, (me: Listener) => Promise<void>>> = {
  async 'order status that helps'(me) {
    await askForOrder(me, '1002')
    await me.shop('The shop answers', ({ letThrough }) => letThrough(), 'Did this help?')
    await me.press('1', 'Glad to hear it.')
    await me.tabTo('Order Status')
    await me.readAll()
    await me.press('Escape', 'Corner Shop')
  },

  async 'an article that does not help, then a person'(me) {
    await open(me)
    await me.press('2', 'Pick a topic')
    await me.tabTo('Returns and refunds')
    await me.press('Enter', 'Here is what we have on that.')
    await me.tabTo('Can I exchange a size?')
    await me.press('Enter', 'Did this help?')
    await me.readAll()
    await me.tabTo('No')
    await me.press('Enter', /missing/)
    await me.tabTo(/missing/)
    await me.type('Shoes')
    await me.tabTo('Send this')
    await me.press('Enter', 'I’m sorry it did not.')
    await me.tabTo('Talk to a person')
    await me.press('Enter', 'This is what I’ll pass on')
    await me.tabTo('E-mail')
    await me.type('sam@example.com')
    await me.press('Enter', 'You’re in line')
    await me.shop('The line moves', ({ queue }) => queue(1), 'You’re next')
    await me.shop('Maya comes', ({ claim }) => claim('Maya'), 'Maya is with you')
    await me.shop('Maya types', ({ types }) => types('Maya'), 'Maya is typing')
    await me.shop('Maya answers', ({ say }) => say('Hello Sam. Shoes can be exchanged, too.', 'Maya'), 'Hello Sam.')
    await me.tabTo('Write a message')
    await me.type('Wonderful, thank you')
    await me.press('Enter', 'Sent')
    await me.shop('Maya ends it', ({ close }) => close(), 'How did we do?')
    await me.tabTo('5, Great', 'Shift+Tab')
    await me.press('ArrowLeft', 'How did we do?')
    await me.tabTo('Send rating')
    await me.press('Enter', 'Thank you.')
    await me.readAll()
  },

  async 'a ticket after hours'(me) {
    await me.page.evaluate((hours) => Object.assign(window.counter.people, { open: false, wait: null, ...hours }), {
      opens: NOON + 21 * HOUR,
      reply: NOON + 23 * HOUR,
    })
    await open(me)
    await me.tabTo('Talk to an Agent')
    await me.press('3', 'This is what I’ll pass on')
    await me.tabTo('E-mail')
    await me.type('sam')
    await me.press('Enter', /please check|does not look|needs/i)
    await me.type('@example.com')
    await me.press('Enter', 'We have your message')
    await me.readAll()
  },

  async 'an order that is late, and what is passed on'(me) {
    await askForOrder(me, '1003')
    await me.shop('The shop answers', ({ letThrough }) => letThrough(), 'Talk to a person about this parcel')
    await me.tabTo('Talk to a person about this parcel')
    await me.press('Enter', 'This is what I’ll pass on')
    await me.readAll()
    await me.tabTo('In short')
    await me.press('End', 'This is what I’ll pass on')
    await me.type(' It is a present.')
    await me.tabTo('Leave out: What I found')
    await me.press('Enter', 'Send to a person')
    await me.tabTo('Send to a person')
    await me.press('Enter', 'You’re in line')
  },
}

describe('what is heard', () => {
  test.each(Object.entries(journeys))('%s', async (name, take) => {
    const me = await newListener(browser)
    try {
      await take(me)
    } catch (error) {
      console.log(me.heard.join('\n'))
      throw error
    }
    await expect(`${name}\n${me.heard.join('\n')}\n`).toMatchFileSnapshot(`./${name.replace(/\W+/g, '-')}.txt`)
    await me.leave()
  })
})
