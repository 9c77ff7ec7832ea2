import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { browserTabs } from './browser-tabs.js'
import { leadTabs } from './lead-tabs.js'
import { tellByStorage } from './tell-by-storage.js'

let site = ''
let tests = 0
let life = new AbortController()
beforeEach(() => {
  tests += 1
  site = `tabs-${Date.now()}-${tests}`
  life = new AbortController()
})
afterEach(() => {
  life.abort()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** The lead as a list of what has happened to it. */
function candidate(name = site) {
  const seen: string[] = []
  const own = new AbortController()
  life.signal.addEventListener('abort', () => own.abort())
  const work = (leading: AbortSignal) => {
    seen.push('leads')
    leading.addEventListener('abort', () => seen.push('follows'))
  }
  return { seen, end: () => own.abort(), stand: (force = false) => leadTabs(name, work, own.signal, force) }
}
const held = async (name = site) => (await navigator.locks.query()).held?.some((lock) => lock.name === name) ?? false

describe('the channel', () => {
  test('reaches the other tabs and not this one, and is closed with the last listener', async () => {
    const [one, other] = [browserTabs(site), browserTabs(site)]
    const own: unknown[] = []
    const heard: unknown[] = []
    const ends = [one.heard((message) => own.push(message)), other.heard((message) => heard.push(message))]
    one.tell({ t: 'changed' })
    await vi.waitUntil(() => heard.length > 0)
    expect([own, heard]).toEqual([[], [{ t: 'changed' }]])
    for (const end of ends) end()
    one.tell({ t: 'changed' })
    expect(heard).toHaveLength(1)
  })

  test('hears of another site nothing', async () => {
    const heard: unknown[] = []
    const end = browserTabs(site).heard((message) => heard.push(message))
    const other = browserTabs(`${site}-other`)
    const endOther = other.heard(() => undefined)
    other.tell({ t: 'changed' })
    new BroadcastChannel(`shopbell:${site}`).postMessage('last')
    await vi.waitUntil(() => heard.length > 0)
    expect(heard).toEqual(['last'])
    end()
    endOther()
  })

  test('a logout on a page without the chat is heard by its mark', () => {
    const heard: unknown[] = []
    const end = browserTabs(site).heard((message) => heard.push(message))
    const mark = `shopbell:${site}:resume`
    window.dispatchEvent(new StorageEvent('storage', { key: mark, oldValue: 'open', newValue: null }))
    window.dispatchEvent(new StorageEvent('storage', { key: 'theirs' }))
    expect(heard).toEqual([{ t: 'changed' }])
    end()
    window.dispatchEvent(new StorageEvent('storage', { key: mark }))
    expect(heard).toHaveLength(1)
  })
})

describe('L04 a browser without channels', () => {
  test('tells by storage, and leaves nothing there', () => {
    const heard: unknown[] = []
    const { postMessage } = tellByStorage(site, (message) => heard.push(message), life.signal)
    const told = vi.spyOn(Storage.prototype, 'setItem')
    postMessage({ t: 'changed' })
    const [key = '', text = ''] = told.mock.calls.at(-1) ?? []
    expect(localStorage.getItem(key)).toBeNull()
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: text }))
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: '{not json' }))
    window.dispatchEvent(new StorageEvent('storage', { key, newValue: null }))
    expect(heard).toEqual([{ t: 'changed' }, null])
  })

  test('and without storage looks every few seconds while it is visible', () => {
    vi.useFakeTimers()
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError')
    })
    const heard: unknown[] = []
    const { postMessage } = tellByStorage(site, (message) => heard.push(message), life.signal)
    expect(() => postMessage({ t: 'changed' })).not.toThrow()
    vi.advanceTimersByTime(10_000)
    expect(heard).toEqual([{ t: 'changed' }, { t: 'changed' }])
    life.abort()
    vi.advanceTimersByTime(10_000)
    expect(heard).toHaveLength(2)
    vi.useRealTimers()
  })

  test('is found out by itself', async () => {
    const { BroadcastChannel: gone, ...rest } = window as unknown as Record<string, unknown>
    expect([typeof gone, Object.keys(rest).length > 0]).toEqual(['function', true])
    Reflect.deleteProperty(window, 'BroadcastChannel')
    try {
      const tabs = browserTabs(site)
      const told = vi.spyOn(Storage.prototype, 'setItem')
      const end = tabs.heard(() => undefined)
      await vi.waitUntil(() => {
        tabs.tell({ t: 'changed' })
        return told.mock.calls.some(([, text]) => text === '{"t":"changed"}')
      })
      end()
    } finally {
      Object.defineProperty(window, 'BroadcastChannel', { value: gone, configurable: true, writable: true })
    }
  })
})

describe('the lock', () => {
  test('L01 is held by one tab at a time, and passes on when that one ends', async () => {
    const [one, other] = [candidate(), candidate()]
    one.stand()
    other.stand()
    await vi.waitUntil(() => one.seen.length > 0)
    expect([one.seen, other.seen]).toEqual([['leads'], []])
    one.end()
    await vi.waitUntil(() => other.seen.length > 0)
    expect([one.seen, other.seen]).toEqual([['leads', 'follows'], ['leads']])
  })

  test.each<[string, EventTarget, string, EventTarget, string]>([
    ['L12 left', window, 'pagehide', window, 'pageshow'],
    ['L02 frozen', document, 'freeze', document, 'resume'],
  ])('%s: is given back, and asked for again on return', async (_, from, left, to, back) => {
    const one = candidate()
    one.stand()
    await vi.waitUntil(() => one.seen.length > 0)
    from.dispatchEvent(new Event(left))
    await vi.waitUntil(async () => !(await held()))
    to.dispatchEvent(new Event(back))
    await vi.waitUntil(() => one.seen.length === 3)
    expect(one.seen).toEqual(['leads', 'follows', 'leads'])
  })

  test('L02 can be taken from a tab that does not answer, which stands again behind it', async () => {
    const [one, other] = [candidate(), candidate()]
    one.stand()
    await vi.waitUntil(() => one.seen.length > 0)
    other.stand(true)
    await vi.waitUntil(() => one.seen.length === 2 && other.seen.length === 1)
    other.end()
    await vi.waitUntil(() => one.seen.length === 3)
    expect(one.seen).toEqual(['leads', 'follows', 'leads'])
  })

  test('L03 every tab leads where there are no locks, or they are forbidden', async () => {
    vi.spyOn(navigator.locks, 'request').mockRejectedValue(new DOMException('forbidden', 'SecurityError'))
    const [one, other] = [candidate(), candidate()]
    one.stand()
    other.stand()
    await vi.waitUntil(() => one.seen.length + other.seen.length === 2)
    window.dispatchEvent(new Event('pagehide'))
    expect([one.seen, other.seen]).toEqual([
      ['leads', 'follows'],
      ['leads', 'follows'],
    ])
  })

  test('L16 is not held after the end, however early that comes', async () => {
    const one = candidate()
    one.stand()
    one.end()
    await vi.waitUntil(async () => !(await held()))
    window.dispatchEvent(new Event('pageshow'))
    const other = candidate()
    other.stand(true)
    other.end()
    await vi.waitUntil(async () => !(await held()))
    expect([one.seen, other.seen]).toEqual([[], []])
  })

  test('L18 is not asked for by a page that nobody has seen yet', async () => {
    const state = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    const one = candidate()
    one.stand()
    await Promise.resolve()
    expect(await held()).toBe(false)
    state.mockReturnValue('visible')
    document.dispatchEvent(new Event('visibilitychange'))
    await vi.waitUntil(() => one.seen.length > 0)
    // Who has led goes on when hidden: the shopper waits for an answer there.
    state.mockReturnValue('hidden')
    document.dispatchEvent(new Event('visibilitychange'))
    expect(await held()).toBe(true)
  })
})
