import { expect } from 'vitest'
import { DESK, type Stage, tag } from '../shop-page.js'

/** What a page holds on to. */
interface Held {
  readonly nodes: number
  readonly listeners: number
  readonly timers: number
  readonly sockets: number
  readonly channels: number
  readonly hosts: number
  readonly heap: number
}

type Counted = Window & { held: { timers: Set<unknown>; sockets: Set<unknown>; channels: Set<unknown> } }
type Page = Counted & { Shopbell(...call: unknown[]): Promise<unknown> }

/** Lets a chat come and go so often on a page of its own, after a few times that warm it up, and holds the page to what it held before. */
export async function leavesNothing(stage: Stage, times: number, warm: number): Promise<void> {
  await count(stage)
  await stage.open(`<!doctype html><html lang="en"><head>${tag()}</head><body><h1>Shop</h1></body></html>`)
  await stage.page.locator('shopbell-chat').waitFor()
  await cycle(stage, warm, { backend: DESK })
  const before = await held(stage)
  await cycle(stage, times, { backend: DESK })
  const after = await held(stage)
  expect(after).toMatchObject({ timers: 0, sockets: 0, channels: 0, hosts: 0 })
  expect(after.nodes).toBeLessThanOrEqual(before.nodes)
  expect(after.listeners).toBeLessThanOrEqual(before.listeners)
  expect(after.heap - before.heap).toBeLessThan(1_000_000)
}

/** Counts timers, sockets and channels of the page from its beginning. */
async function count(stage: Stage): Promise<void> {
  await stage.context.addInitScript(() => {
    const page = window as unknown as Counted
    page.held = { timers: new Set(), sockets: new Set(), channels: new Set() }
    const { timers, sockets, channels } = page.held
    const later = window.setTimeout.bind(window)
    const often = window.setInterval.bind(window)
    Object.assign(window, {
      setTimeout(work: () => void, ms?: number, ...given: unknown[]) {
        const id = later(
          () => {
            timers.delete(id)
            work()
          },
          ms,
          ...given,
        )
        timers.add(id)
        return id
      },
      setInterval(work: () => void, ms?: number) {
        const id = often(work, ms)
        timers.add(id)
        return id
      },
    })
    for (const name of ['clearTimeout', 'clearInterval'] as const) {
      const clear = window[name].bind(window)
      window[name] = (id) => {
        timers.delete(id)
        clear(id)
      }
    }
    window.WebSocket = class extends WebSocket {
      constructor(...given: ConstructorParameters<typeof WebSocket>) {
        super(...given)
        sockets.add(this)
        this.addEventListener('close', () => sockets.delete(this))
      }
    }
    window.BroadcastChannel = class extends BroadcastChannel {
      constructor(name: string) {
        super(name)
        channels.add(this)
      }
      override close() {
        channels.delete(this)
        super.close()
      }
    }
  })
}

/** Boots, opens, answers and destroys the chat so often. */
async function cycle(stage: Stage, times: number, options: Readonly<Record<string, unknown>>): Promise<void> {
  await stage.page.evaluate(
    async ([often, given]) => {
      const page = window as unknown as Page
      const found = async (selector: string, text: string) => {
        for (;;) {
          const root = document.querySelector('shopbell-chat')?.shadowRoot
          const one = [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])].find((element) =>
            element.textContent?.includes(text),
          )
          if (one) return one
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      }
      for (let time = 0; time < often; time++) {
        void page.Shopbell('boot', given)
        void page.Shopbell('open')
        const order = await found('button', 'Order Status')
        order.click()
        await found('label', 'number')
        await page.Shopbell('shutdown')
        await page.Shopbell('destroy')
      }
    },
    [times, options] as const,
  )
}

/** What is held once everything that can go has gone. */
async function held(stage: Stage): Promise<Held> {
  const session = await stage.context.newCDPSession(stage.page)
  await session.send('Performance.enable')
  // The patience with the database ends a second later, and holds on to what has waited until then.
  await stage.page.waitForFunction(() => (window as unknown as Counted).held.timers.size === 0)
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  const metric = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN
  const counts = await stage.page.evaluate(() => {
    const { timers, sockets, channels } = (window as unknown as Counted).held
    return {
      timers: timers.size,
      sockets: sockets.size,
      channels: channels.size,
      hosts: document.querySelectorAll('shopbell-chat').length,
    }
  })
  return { ...counts, nodes: metric('Nodes'), listeners: metric('JSEventListeners'), heap: metric('JSHeapUsedSize') }
}
