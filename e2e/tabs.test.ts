import { type Browser, type BrowserContext, chromium, type Page } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { chromiumOptions } from './browsers.js'
import { type DemoDesk, startDemoDesk } from './demo-desk.js'
import { type Agent, newAgent } from './people.js'
import { openStage, SHOP, tag } from './shop-page.js'
import { STRICT_POLICY } from './strict-pages.js'

// Several tabs of one shopper, as browsers really make, freeze, throw away and bring back pages.

let desk: DemoDesk
let browser: Browser
let agent: Agent
beforeAll(async () => {
  const options = await chromiumOptions()
  // Playwright turns the back/forward cache off, which a shopper's browser has.
  const launched = chromium.launch({ ...options, ignoreDefaultArgs: ['--disable-back-forward-cache'] })
  ;[desk, browser] = await Promise.all([startDemoDesk(), launched])
  agent = await newAgent(browser, desk.url)
})
afterAll(async () => {
  await browser?.close()
  await desk?.stop()
})

/** A device on which a shopper opens tabs, and what its pages have asked the desk for. */
interface Device {
  readonly context: BrowserContext
  /** How many sockets are open now, and how many there have been. */
  sockets(): { readonly open: number; readonly ever: number }
  tab(path?: string): Promise<Tab>
}
interface Tab {
  readonly page: Page
  ring(): Promise<void>
  tap(words: string): Promise<void>
  type(text: string): Promise<void>
  say(text: string): Promise<void>
  reads(words: string | RegExp): Promise<void>
  draft(): Promise<string>
  /** The shopper's lines, in order. */
  lines(of: RegExp): Promise<readonly string[]>
}

let device: Device
beforeEach(async () => {
  await desk.play({ hours: 'open', slow: 0, down: false })
  device = await newDevice()
})
afterEach(() => device.context.close())

async function newDevice(): Promise<Device> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, locale: 'en-GB' })
  const open = new Map<Page, number>()
  let ever = 0
  const count = (page: Page, more: number) => open.set(page, (open.get(page) ?? 0) + more)
  context.on('page', (page) => {
    page.on('websocket', (socket) => {
      ever++
      count(page, 1)
      socket.on('close', () => count(page, -1))
    })
    page.on('close', () => open.delete(page))
  })
  return {
    context,
    sockets: () => ({ open: [...open.values()].reduce((sum, more) => sum + more, 0), ever }),
    async tab(path = '/') {
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      await page.goto(desk.url + path)
      const panel = page.getByRole('dialog')
      const field = panel.getByLabel('Write a message')
      const tap = (words: string) =>
        panel
          .getByRole('button', { name: new RegExp(`^${words}`) })
          .last()
          .click()
      return {
        page,
        tap,
        async ring() {
          await page.getByRole('button', { name: /^Open chat/ }).click()
          await panel.waitFor()
        },
        type: (text) => field.fill(text),
        async say(text) {
          await field.fill(text)
          await field.press('Enter')
          await expect.poll(() => field.inputValue()).toBe('')
        },
        reads: (words) => panel.getByText(words).last().waitFor(),
        draft: () => field.inputValue(),
        lines: (of) => panel.getByRole('log').getByText(of).allTextContents(),
      }
    },
  }
}

async function callPerson(tab: Tab, email = 'ada@example.com'): Promise<void> {
  await tab.ring()
  await tab.reads('Hi! What can I help you with today?')
  await tab.tap('Talk to')
  const panel = tab.page.getByRole('dialog')
  await panel.getByLabel('E-mail').fill(email)
  await tab.tap('Send to a person')
  await tab.reads(/You’re next|in line/)
}

async function answer(email: string): Promise<void> {
  await agent.open('Queue')
  await agent.pick(email)
}

const counted = (text: string) => agent.page.getByRole('main').getByText(text, { exact: true }).count()

describe('five tabs', () => {
  test('L01 L02 one conversation and one wire between them; closed one after the other, nothing is lost, nothing twice', async () => {
    const email = 'five@example.com'
    const first = await device.tab()
    await callPerson(first, email)
    const tabs = [first]
    for (let more = 0; more < 4; more++) {
      const tab = await device.tab('/cart.html')
      await tab.ring()
      await tab.reads(/You’re next|in line/)
      tabs.push(tab)
    }
    expect(device.sockets().open).toBe(1)
    await answer(email)
    await agent.reply('Hello, all five of you.')
    await Promise.all(tabs.map((tab) => tab.reads('Hello, all five of you.')))

    await Promise.all(tabs.map((tab, index) => tab.say(`line ${index}`)))
    for (const index of tabs.keys()) await agent.reads(`line ${index}`)
    const shown = await Promise.all(tabs.map((tab) => tab.lines(/^line \d$/)))
    await expect.poll(async () => (await first.lines(/^line \d$/)).length).toBe(5)
    expect(new Set(shown.flat())).toEqual(new Set(['line 0', 'line 1', 'line 2', 'line 3', 'line 4']))

    // The leader goes, each time.
    for (const tab of tabs.slice(0, 4)) {
      const next = tabs[tabs.indexOf(tab) + 1]
      await tab.page.close()
      const began = Date.now()
      await next?.say(`after ${tabs.indexOf(tab)}`)
      await agent.reads(`after ${tabs.indexOf(tab)}`)
      expect(Date.now() - began).toBeLessThan(3_000)
    }
    for (const text of [0, 1, 2, 3, 4].map((index) => `line ${index}`)) expect(await counted(text)).toBe(1)
  })

  test('L01 five tabs that call a person at the same moment have one conversation', async () => {
    const email = 'race@example.com'
    const tabs = await Promise.all(Array.from({ length: 5 }, () => device.tab()))
    for (const tab of tabs) {
      await tab.ring()
      await tab.reads('Hi! What can I help you with today?')
    }
    await Promise.all(tabs.map((tab) => tab.tap('Talk to').catch(() => undefined)))
    for (const tab of tabs) await tab.reads('This is what I’ll pass on')
    // Whichever is the first takes the form from the others, which have nothing to send any more.
    await Promise.all(
      tabs.map((tab) => {
        const panel = tab.page.getByRole('dialog')
        const send = async () => {
          await panel.getByLabel('E-mail').fill(email)
          await panel.getByRole('button', { name: /^Send to a person/ }).click()
        }
        void send().catch(() => undefined)
        return tab.reads(/You’re next|in line/)
      }),
    )
    expect(device.sockets().open).toBe(1)
    await agent.open('Queue')
    const rows = agent.page.getByRole('region', { name: 'Lists' }).getByRole('listitem').filter({ hasText: email })
    await rows.first().waitFor()
    expect(await rows.count()).toBe(1)
    await answer(email)
    await agent.reply('One is enough.')
    await Promise.all(tabs.map((tab) => tab.reads('One is enough.')))
  })
})

test('a logout in one tab empties the others at once, and what comes after is somebody else’s', async () => {
  const [one, other] = [await device.tab(), await device.tab()]
  await callPerson(one, 'leaving@example.com')
  await other.ring()
  await other.reads(/You’re next|in line/)
  await one.page.evaluate(() => (window as unknown as { Shopbell: (method: string) => Promise<void> }).Shopbell('shutdown'))
  await other.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await expect.poll(() => device.sockets().open).toBe(0)
  await other.ring()
  await other.reads('Hi! What can I help you with today?')
  expect(await other.page.getByText('leaving@example.com').count()).toBe(0)
})

test('a logout on a page where nobody opened the chat empties the others, too', async () => {
  const other = await device.tab()
  await other.ring()
  await other.tap('FAQs')
  await other.reads('Returns')
  const one = await device.tab()
  await one.page.evaluate(() => (window as unknown as { Shopbell: (method: string) => Promise<void> }).Shopbell('shutdown'))
  await other.page.getByRole('dialog').waitFor({ state: 'hidden' })
  await other.ring()
  await other.tap('Order Status')
  await other.page.getByLabel(/order number/i).waitFor()
})

test('the bot’s story goes on in the other tab at once', async () => {
  const [one, other] = [await device.tab(), await device.tab()]
  for (const tab of [one, other]) {
    await tab.ring()
    await tab.reads('Hi! What can I help you with today?')
  }
  await one.tap('FAQs')
  await other.reads('FAQs')
  await other.page.getByRole('button', { name: /^Returns/ }).waitFor()
})

describe('what is typed', () => {
  test('L05 L14 survives a reload in its own tab, and is never another tab’s', async () => {
    const [one, other] = [await device.tab(), await device.tab()]
    for (const tab of [one, other]) {
      await tab.ring()
      await tab.reads('Hi! What can I help you with today?')
    }
    await one.type('A long text that I have not sent yet, about my order')
    await other.type('short')
    await one.page.reload()
    await one.page
      .getByRole('button', { name: /Open chat|Close/ })
      .first()
      .waitFor()
    await other.page.reload()
    for (const tab of [one, other]) await tab.ring()
    await expect.poll(() => one.draft()).toBe('A long text that I have not sent yet, about my order')
    await expect.poll(() => other.draft()).toBe('short')
  })

  test('L14 a page with a person on it comes back open, with what was typed, at the newest line', async () => {
    const tab = await device.tab()
    await callPerson(tab, 'reload@example.com')
    await tab.type('half a sen')
    await tab.page.reload()
    await tab.page.getByRole('dialog').waitFor()
    await tab.reads(/You’re next|in line/)
    expect(await tab.draft()).toBe('half a sen')
  })

  test('L11 a message is kept before the composer is emptied: the tab is closed at once, and another visit sends it', async () => {
    const email = 'closing@example.com'
    const tab = await device.tab()
    await callPerson(tab, email)
    await device.context.setOffline(true)
    await tab.say('written before the tab was closed')
    await tab.page.close()
    await device.context.setOffline(false)
    await answer(email)
    const next = await device.tab('/cart.html')
    await agent.reads('written before the tab was closed')
    expect(await counted('written before the tab was closed')).toBe(1)
    await next.page.close()
  })
})

describe('L12 the back/forward cache', () => {
  const locks = (page: Page) => page.evaluate(async () => ((await navigator.locks.query()).held ?? []).length)

  test('a page that is left and may come back has neither socket nor lock; on return it has everything', async () => {
    const email = 'left@example.com'
    const tab = await device.tab()
    await callPerson(tab, email)
    await answer(email)
    const tell = (type: string) =>
      tab.page.evaluate((name) => void window.dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type)
    await tell('pagehide')
    await expect.poll(() => device.sockets().open).toBe(0)
    await expect.poll(() => locks(tab.page)).toBe(0)
    await agent.reply('while you were away')
    await tell('pageshow')
    await tab.reads('while you were away')
    await tab.say('and I am back')
    await agent.reads('and I am back')
    expect(device.sockets().open).toBe(1)
  })

  test('the browser keeps the page with the chat open', async ({ skip }) => {
    const keeps = await keepsPages()
    if (!keeps) console.log('This Chromium keeps no page, not even an empty one: the real back/forward cache was not tried.')
    skip(!keeps)
    const email = 'back@example.com'
    const tab = await device.tab()
    await callPerson(tab, email)
    await answer(email)
    await tab.page.evaluate(() => {
      ;(window as unknown as { kept: boolean }).kept = true
    })
    await tab.page.goto(`${desk.url}/healthz`)
    await expect.poll(() => locks(tab.page)).toBe(0)
    await agent.reply('while you were gone')
    await tab.page.goBack()
    expect(await tab.page.evaluate(() => (window as unknown as { kept?: boolean }).kept)).toBe(true)
    await tab.reads('while you were gone')
  })

  /** Whether this browser keeps an empty page. */
  async function keepsPages(): Promise<boolean> {
    const page = await device.context.newPage()
    await page.goto(`${desk.url}/healthz`)
    await page.evaluate(() => {
      ;(window as unknown as { kept: boolean }).kept = true
    })
    await page.goto(`${desk.url}/healthz?again`)
    await page.goBack()
    const kept = await page.evaluate(() => (window as unknown as { kept?: boolean }).kept === true)
    await page.close()
    return kept
  }
})

test('L02 a leader that is frozen gives the wire to the next tab', async () => {
  const email = 'frozen@example.com'
  const one = await device.tab()
  await callPerson(one, email)
  const other = await device.tab()
  await other.ring()
  await other.reads(/You’re next|in line/)
  const session = await device.context.newCDPSession(one.page)
  await session.send('Page.setWebLifecycleState', { state: 'frozen' })
  await answer(email)
  const began = Date.now()
  await other.say('is anybody there?')
  await agent.reads('is anybody there?')
  expect(Date.now() - began).toBeLessThan(3_000)
  await session.send('Page.setWebLifecycleState', { state: 'active' })
  await one.reads('is anybody there?')
  await expect.poll(() => device.sockets().open).toBe(1)
})

test('L02 a leader whose page hangs loses the lead within three seconds of somebody’s asking, and the message goes', async () => {
  const email = 'hanging@example.com'
  const one = await device.tab()
  await callPerson(one, email)
  const other = await device.tab()
  await other.ring()
  await other.reads(/You’re next|in line/)
  await answer(email)
  // Another process of the browser, or the other tab would hang along. It waits for an answer, and keeps no processor from the others.
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await device.context.route('**/hanging', async (route) => {
    await held
    await route.fulfill({ body: '' })
  })
  const hanging = one.page.evaluate(() => {
    const request = new XMLHttpRequest()
    request.open('GET', '/hanging', false)
    request.send()
  })
  const began = Date.now()
  await other.say('still here')
  await agent.reads('still here')
  // The asking, the taking over, and a new wire.
  expect(Date.now() - began).toBeLessThan(5_000)
  release()
  await hanging
  expect(await counted('still here')).toBe(1)
})

describe('what a browser can forbid', () => {
  test.each<[string, string]>([
    [
      'L06 storage that throws when it is looked at',
      `for (const name of ['indexedDB', 'localStorage', 'sessionStorage']) Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })`,
    ],
    ['L07 a database that never answers', 'indexedDB.open = () => new EventTarget()'],
    [
      'L07 a database that is full',
      `IDBObjectStore.prototype.put = function () { this.transaction.abort() }; Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }`,
    ],
  ])('%s: the chat works, and says that nothing is kept', async (_, script) => {
    await device.context.addInitScript(script)
    const tab = await device.tab()
    await callPerson(tab, 'forbidden@example.com')
    await tab.reads('Not saved if you leave this page')
  })

  test.each<[string, string]>([
    ['L04 without channels', 'delete window.BroadcastChannel'],
    ['L03 without locks', `Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })`],
  ])('%s: two tabs show the same, nothing twice', async (how, script) => {
    const email = `${how.slice(0, 3)}@example.com`
    await device.context.addInitScript(script)
    const one = await device.tab()
    await callPerson(one, email)
    const other = await device.tab()
    await other.ring()
    await other.reads(/You’re next|in line/)
    await answer(email)
    await other.say('from the second tab')
    await one.reads('from the second tab')
    await one.say('from the first tab')
    await other.reads('from the first tab')
    // Each tab may have a wire of its own here, so either line may be the first at the desk.
    for (const text of ['from the first tab', 'from the second tab']) await agent.reads(text)
    for (const text of ['from the first tab', 'from the second tab']) expect(await counted(text)).toBe(1)
  })

  test('L07 a database that is deleted while the chat is open takes nothing along', async () => {
    const email = 'deleted@example.com'
    const tab = await device.tab()
    await callPerson(tab, email)
    const deleted = await tab.page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
      const results = names.map(
        (name) =>
          new Promise((resolve) => {
            const request = indexedDB.deleteDatabase(name)
            request.onsuccess = () => resolve('deleted')
            request.onblocked = () => resolve('blocked')
          }),
      )
      return Promise.all(results)
    })
    expect(deleted).toEqual(['deleted'])
    await tab.say('still the same conversation')
    await answer(email)
    await agent.reads('still the same conversation')
    await tab.page.reload()
    await tab.reads('still the same conversation')
  })

  test('L10 in a frame of another site the chat works with whatever storage it is given', async () => {
    const stage = await openStage(browser)
    await stage.context.route('https://elsewhere.example/', (route) =>
      route.fulfill({
        contentType: 'text/html',
        headers: { 'content-security-policy': STRICT_POLICY },
        body: `<iframe src="${SHOP}" width="900" height="700"></iframe>`,
      }),
    )
    await stage.open(`<!doctype html><html lang="en"><head>${tag()}</head><body><h1>Shop</h1></body></html>`)
    await stage.page.goto('https://elsewhere.example/')
    const frame = stage.page.frameLocator('iframe')
    await frame.getByRole('button', { name: /^Open chat/ }).click()
    await frame.getByRole('button', { name: 'Order Status' }).click()
    await frame.getByLabel(/order number/i).waitFor()
    expect(stage.said.filter((line) => line.startsWith('uncaught'))).toEqual([])
    await stage.close()
  })
})

test('L15 the browser’s word that it is offline stops nothing', async () => {
  const email = 'liar@example.com'
  await device.context.addInitScript(`Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })`)
  const tab = await device.tab()
  await callPerson(tab, email)
  await tab.page.evaluate(() => window.dispatchEvent(new Event('offline')))
  await tab.say('sent all the same')
  await answer(email)
  await agent.reads('sent all the same')
})

test('L16 destroyed in the middle of a handoff, it leaves no socket, no lock and no late word', async () => {
  const tab = await device.tab()
  const errors: string[] = []
  tab.page.on('pageerror', (error) => errors.push(error.message))
  await tab.ring()
  await tab.tap('Talk to')
  await tab.page.getByRole('dialog').getByLabel('E-mail').fill('gone@example.com')
  await tab.tap('Send to a person')
  await tab.page.evaluate(() => (window as unknown as { Shopbell: (method: string) => Promise<void> }).Shopbell('destroy'))
  await expect.poll(() => device.sockets().open).toBe(0)
  const locks = () => tab.page.evaluate(async () => ((await navigator.locks.query()).held ?? []).length)
  await expect.poll(locks).toBe(0)
  expect(errors).toEqual([])
})

test('L18 a tab that is opened in the background calls nobody before it is looked at', async () => {
  const one = await device.tab()
  await callPerson(one, 'background@example.com')
  await one.page.close()
  await expect.poll(() => device.sockets().open).toBe(0)
  const { ever } = device.sockets()
  await device.context.addInitScript(
    `Object.defineProperty(Document.prototype, 'visibilityState', { get: () => window.looked ? 'visible' : 'hidden', configurable: true })`,
  )
  const page = await device.context.newPage()
  await page.goto(desk.url)
  await page.getByRole('button', { name: /chat/ }).first().waitFor()
  await page.waitForLoadState('networkidle')
  expect(device.sockets().ever).toBe(ever)
  await page.evaluate(() => {
    ;(window as unknown as { looked: boolean }).looked = true
    document.dispatchEvent(new Event('visibilitychange'))
  })
  await expect.poll(() => device.sockets().ever).toBe(ever + 1)
})
