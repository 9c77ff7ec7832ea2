import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright'
import { openStage, SHOP, tag } from '../shop-page.js'
import { type Ears, listen } from './ears.js'

const core = fileURLToPath(new URL('../../packages/core/dist/', import.meta.url))
const CORE = `${SHOP}core/`

/** When every journey takes place: Wednesday, 18 November 2026, noon in London. */
export const NOON = Date.UTC(2026, 10, 18, 12)

/** Core's backend in memory: the shop's answers wait until the test lets them through, and the test plays the person. */
const script = `
import { demoAdapter } from '${CORE}adapters/demo.js'
const adapter = demoAdapter({ script: null, availability: () => counter.people })
const { orders, desk } = adapter
let open = () => {}
const here = { open: true, wait: { seconds: 240, basis: 'last-hour' }, opens: null, closes: null, reply: null }
const id = () => desk.conversations().at(-1).id
window.counter = {
  people: here,
  letThrough: () => open(),
  queue: (position) => desk.whisper({ type: 'queue', conversation: id(), position, wait: here.wait }),
  claim: (agent) => desk.record(id(), 'agent', { kind: 'claimed', agent }, agent),
  types: (name) => desk.whisper({ type: 'typing', conversation: id(), by: 'agent', name }),
  say: (text, agent) => desk.record(id(), 'agent', { kind: 'text', text }, agent),
  close: () => desk.record(id(), 'agent', { kind: 'closed', resolved: true }),
}
adapter.orders = {
  find: async (...query) => {
    await new Promise((resolve) => { open = resolve })
    return orders.find(...query)
  },
}
Shopbell('boot', { adapter, title: 'Corner Shop' })
`
const html = `<!doctype html><html lang="en"><title>Corner Shop</title><body><h1>Corner Shop</h1>
<script>window.Shopbell = (...call) => void (Shopbell.q ??= []).push(call)</script>${tag('')}
<script type="module">${script}</script></body></html>`

/** What the other side of the counter can do. */
export interface Counter {
  people: {
    open: boolean
    wait: { seconds: number; basis: string } | null
    opens: number | null
    closes: number | null
    reply: number | null
  }
  letThrough(): void
  queue(position: number): void
  claim(agent: string): void
  types(agent: string): void
  say(text: string, agent: string): void
  close(): void
}
declare global {
  interface Window {
    counter: Counter
  }
}

/** A shopper at the keyboard, who sees nothing and hears everything. */
export interface Listener extends Ears {
  readonly page: Page
  /** Presses keys one after the other, until these words are there. */
  press(keys: string, words: string | RegExp): Promise<void>
  /** Goes on with Tab until this is what has the focus; what lies on the way is heard too. */
  tabTo(name: string | RegExp, key?: 'Tab' | 'Shift+Tab'): Promise<void>
  type(text: string): Promise<void>
  /** The shop does something. */
  shop(deed: string, act: (counter: Counter) => void, words: string | RegExp): Promise<void>
  leave(): Promise<void>
}

/** A new visitor of the shop, with the keyboard on the page and the launcher before it. */
export async function newListener(browser: Browser): Promise<Listener> {
  const stage = await openStage(browser, { locale: 'en-GB', timezoneId: 'Europe/London' })
  const { page, context } = stage
  await context.route(`${CORE}**`, (route) => {
    const path = new URL(route.request().url()).pathname.slice('/core/'.length)
    return route.fulfill({ body: readFileSync(core + path, 'utf8'), contentType: 'text/javascript' })
  })
  await page.clock.setFixedTime(NOON)
  await stage.open(html)
  await page.waitForFunction(() => 'counter' in window && !!document.querySelector('shopbell-chat')?.shadowRoot)
  const ears = await listen(page)
  return {
    page,
    ...ears,
    press: (keys, words) =>
      ears.after(
        keys,
        async () => {
          for (const key of keys.split(' ')) await page.keyboard.press(key)
        },
        words,
      ),
    async tabTo(name, key = 'Tab') {
      for (let step = 0; step < 20; step++) {
        await ears.after(key, () => page.keyboard.press(key))
        if (ears.heard.at(-1)?.match(name)) return
      }
      throw new Error(`No way by ${key} to ${name}`)
    },
    type: (text) => ears.after(`types “${text}”`, () => page.keyboard.type(text)),
    shop: (deed, act, words) => ears.after(deed, () => page.evaluate(`(${act})(window.counter)`), words),
    leave: () => stage.close(),
  }
}
