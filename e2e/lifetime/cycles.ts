import type { Stage } from '../shop-page.js'

/** What a page holds on to. */
export interface Held {
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

/** Counts timers, sockets and channels of the page from its beginning. */
export async function count(stage: Stage): Promise<void> {
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
export async function cycle(stage: Stage, times: number, options: Readonly<Record<string, unknown>>): Promise<void> {
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
export async function held(stage: Stage): Promise<Held> {
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
