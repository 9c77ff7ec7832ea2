import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { mount } from '../index.js'
import type { Options } from '../options.js'
import { keptOf } from '../testing/kept-of.test.support.js'
import type { Widget } from '../widget.js'

// What a page calls one after the other, and in one breath, as the script tag hands it over: each alone is looked at elsewhere.

// The build says it; what is not built fetches nothing by it.
Object.assign(globalThis, { __SHOPBELL_VERSION__: 'unbuilt' })
const { start } = await import('../cdn.js')

type Call = (name: string, ...given: readonly unknown[]) => Promise<unknown>
const GREETING = 'What can I help you with'
const MAILED = { mailto: 'help@shop.example' }
const ends: (() => unknown)[] = []
const rejected: unknown[] = []
const hearRejection = ({ reason }: PromiseRejectionEvent) => rejected.push(reason)
let count = 0

/** A page whose loader has handed over. */
function pageOf(data: Readonly<Record<string, string>> = MAILED) {
  const site = `together-${count++}`
  const host = document.createElement('shopbell-chat')
  const launcher = document.createElement('button')
  launcher.part = 'launcher'
  host.attachShadow({ mode: 'open' }).append(launcher)
  document.body.after(host)
  const queue: Parameters<typeof start>[2] = []
  start.call({}, host, launcher, queue, { site, ...data })
  const call: Call = (...given) => new Promise((done) => queue.push(Object.assign([...given], { done })))
  ends.push(() => call('destroy'))
  return { call, site }
}

/** A chat that an application has mounted. */
function mountedAs(options: Options = {}) {
  const site = `together-${count++}`
  const chat = mount({ ...MAILED, site, ...options }) as Widget
  ends.push(() => chat.destroy())
  return { chat, site }
}

const hosts = () => document.querySelectorAll('shopbell-chat')
const shadow = () => hosts()[0]?.shadowRoot
const drawn = () => shadow()?.querySelector<HTMLElement>('.root')
const said = () => drawn()?.textContent ?? ''

/** Somebody opens the chat, and writes; what is kept then. */
async function keptWhenWriting({ call, site }: ReturnType<typeof pageOf>): Promise<string> {
  await call('open')
  await call('send', 'hello from here')
  await expect.poll(() => keptOf(site)).toContain('hello from here')
  await settle()
  return `${await keptOf(site)}${shadow()?.querySelector('textarea')?.value}`
}

/** Until everything that was on its way is here, and has done what it does. */
async function settle(): Promise<void> {
  for (let round = 0; round < 6; round++) {
    await vi.dynamicImportSettled()
    await new Promise((done) => requestAnimationFrame(done))
  }
}

beforeEach(() => addEventListener('unhandledrejection', hearRejection))
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
  await settle()
  removeEventListener('unhandledrejection', hearRejection)
  const left = hosts().length
  for (const host of hosts()) host.remove()
  document.body.replaceChildren()
  vi.restoreAllMocks()
  expect([left, rejected.splice(0)]).toEqual([0, []])
})

describe('whoever logs out has left nothing', () => {
  const OLD = { facts: { name: 'words of old' } }

  test('to a chat that is mounted anew after that', async () => {
    const page = pageOf()
    await page.call('boot', OLD)
    await page.call('shutdown')
    await page.call('boot', { phone: '12345' })
    expect(await keptWhenWriting(page)).not.toContain('words of old')
  })

  test('to one that is mounted anew before what they were started with was here', async () => {
    const page = pageOf()
    const calls = [page.call('boot', OLD), page.call('shutdown')]
    await Promise.all(calls)
    await page.call('boot', { phone: '12345' })
    expect(await keptWhenWriting(page)).not.toContain('words of old')
  })

  test('to one that is mounted anew in the same breath', async () => {
    const page = pageOf()
    const heard = vi.fn()
    await page.call('on', 'identity:changed', heard)
    await page.call('set', { facts: { name: 'words of old' } })
    await page.call('track', 'words of old')
    await page.call('identify', { id: 'words of old' })
    await Promise.all([page.call('boot', { phone: '12345' }), page.call('shutdown')])
    expect(await keptWhenWriting(page)).not.toContain('words of old')
    await page.call('track', 'words of the next')
    await settle()
    expect(await keptOf(page.site)).toContain('words of the next')
    expect(await keptOf(page.site)).not.toContain('words of old')
    expect(heard.mock.calls.map(([{ data }]) => data)).toEqual([{ known: true }, { known: false }])
  })

  test('to a chat that is taken off after that, and started again', async () => {
    const page = pageOf()
    await page.call('boot', OLD)
    await page.call('shutdown')
    await page.call('destroy')
    await page.call('boot')
    expect(await keptWhenWriting(page)).not.toContain('words of old')
  })

  test('where the chat was taken off before', async () => {
    const { call, site } = pageOf()
    await call('open')
    await call('send', 'words of old')
    await expect.poll(() => keptOf(site)).toContain('words of old')
    await call('destroy')
    await settle()
    await call('shutdown')
    expect(await keptOf(site)).not.toContain('words of old')
    expect(localStorage.getItem(`shopbell:${site}:resume`)).toBeNull()
  })

  test('where an application has taken its chat off before', async () => {
    const { chat, site } = mountedAs()
    await chat.open()
    await chat.send('words of old')
    await expect.poll(() => keptOf(site)).toContain('words of old')
    chat.destroy()
    await settle()
    await chat.shutdown()
    expect(await keptOf(site)).not.toContain('words of old')
  })

  test('of what they had typed in this tab before it was loaded again', async () => {
    const { chat, site } = mountedAs()
    sessionStorage.setItem(`shopbell:${site}:view`, JSON.stringify({ draft: 'words of old', open: false }))
    await chat.shutdown()
    await chat.open()
    await chat.send('hello from the next')
    await settle()
    expect(shadow()?.querySelector('textarea')?.value).toBe('')
    expect(sessionStorage.getItem(`shopbell:${site}:view`) ?? '').not.toContain('words of old')
  })

  test.each([
    ['has turned to it', true],
    ['has not turned to it', false],
  ])('of a chat within the page, which greets the next, where the one before %s', async (_, turns) => {
    document.body.append(Object.assign(document.createElement('div'), { id: 'home' }))
    const { chat } = mountedAs({ inline: '#home' })
    await expect.poll(said).toContain(GREETING)
    if (turns) {
      hosts()[0]?.dispatchEvent(new Event('pointerdown'))
      await chat.send('words of old')
      await expect.poll(said).toContain('words of old')
    }
    await chat.shutdown()
    await expect.poll(said).toContain(GREETING)
    expect(said()).not.toContain('words of old')
    hosts()[0]?.dispatchEvent(new Event('pointerdown'))
    await chat.send('words of the next')
    await expect.poll(said).toContain('words of the next')
  })
})

describe('a language that is on its way', () => {
  test('is spoken by the chat that is mounted anew meanwhile, in the words that this one was given', async () => {
    const { call } = pageOf({ ...MAILED, locale: 'ja' })
    const asked = call('setLocale', 'de')
    await Promise.all([asked, call('boot', { texts: { greeting: 'Moin!' } })])
    await call('open')
    await settle()
    expect(drawn()?.lang).toBe('de')
    expect(said()).toContain('Moin!')
  })

  test.each([0, 1, 2, 3])('gives way to a start that names another, %i moments later', async (moments) => {
    const { call } = pageOf({ ...MAILED, locale: 'en' })
    const asked = call('setLocale', 'de')
    for (let moment = 0; moment < moments; moment++) await undefined
    await Promise.all([asked, call('boot', { locale: 'fr' })])
    await settle()
    expect(drawn()?.lang).toBe('fr')
  })

  test('and one that is asked for after the chat was mounted anew is the one that is spoken', async () => {
    const { call } = pageOf({ ...MAILED, locale: 'en' })
    await call('track', 'looked at mugs')
    await Promise.all([call('setLocale', 'de'), call('boot', { phone: '12345' }), call('setLocale', 'en-GB')])
    await settle()
    expect(drawn()?.lang).toBe('en-GB')
  })
})

test('who listens hears of every step, also where the chat is mounted anew in the same breath', async () => {
  const { call } = pageOf()
  const heard = vi.fn()
  await Promise.all([call('on', 'choice:selected', heard), call('boot', { phone: '12345' })])
  await call('open')
  await expect.poll(said).toContain(GREETING)
  // The part that tells of steps is fetched with the first listener.
  await settle()
  shadow()?.querySelector<HTMLElement>('[part="quick-reply"]')?.click()
  await expect.poll(() => heard.mock.calls.length).toBe(1)
})

test('who listens once hears of what is called in the same breath', async () => {
  const { call } = pageOf()
  const heard = vi.fn()
  await Promise.all([call('once', 'panel:opened', heard), call('open'), call('close'), call('open')])
  await settle()
  expect(heard).toHaveBeenCalledTimes(1)
})

test('what a start says at last how to reach somebody is shown where the loader had painted, and once', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { call } = pageOf({ mailto: 'nobody' })
  await settle()
  await call('boot', MAILED)
  await call('open')
  await expect.poll(said).toContain(GREETING)
  expect(hosts()).toHaveLength(1)
})

test('the first place that an update asks for is taken at once', async () => {
  const { chat } = mountedAs()
  await settle()
  await chat.update({ offset: '100 90' })
  const launcher = shadow()?.querySelector('.launcher')
  expect(launcher && getComputedStyle(launcher).right).toBe('100px')
})

test('what is stored can be asked for again after a change of language', async () => {
  const { chat } = mountedAs({ locale: 'en' })
  const dialog = () => shadow()?.querySelector('dialog')
  await chat.open({ privacy: true })
  await expect.poll(() => dialog()?.open).toBe(true)
  await chat.setLocale('de')
  await chat.open({ privacy: true })
  await expect.poll(() => dialog()?.closest<HTMLElement>('.root')?.lang).toBe('de')
})

/** Chance, the same each time. */
function chanceFrom(seed: number): (most: number) => number {
  let state = seed
  return (most) => {
    state = (state * 1664525 + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * most)
  }
}

/** A page whose calls come in any order and in any breath. It knows what has to be true at the end. */
async function wander(seed: number) {
  const chance = chanceFrom(seed)
  const page = pageOf({ ...MAILED, locale: 'en' })
  const { call } = page
  let shopper = 0
  let locale = 'en'
  let phones = 0
  // What says of this shopper who they are must be found nowhere once they have left.
  const mine = () => `words-of-${shopper}.`
  const proofs: (() => void)[] = []
  const wait = [
    () => undefined,
    () => Promise.resolve(),
    () => new Promise((done) => setTimeout(done)),
    () => new Promise((done) => requestAnimationFrame(done)),
    settle,
  ]
  const calls: readonly (() => unknown)[] = [
    () => call('open'),
    () => call('close'),
    () => call('set', { facts: { name: mine() } }),
    () => call('track', mine()),
    () => call('prefill', mine()),
    () => call('send', mine()),
    () => call('talkToAgent', mine()),
    () => call('page', { title: mine() }),
    () => call('boot', { facts: { name: mine() } }),
    () => call('update', { facts: { company: mine() } }),
    () => call('update', { offset: `${20 + chance(50)}` }),
    // Mounts anew, where nothing has begun.
    () => call('boot', { phone: `1234${phones++}` }),
    () => call('on', 'handoff:offered', () => undefined),
    () => {
      const name = mine()
      return call('identify', { name, token: () => new Promise((done) => proofs.push(() => done(name))) })
    },
    () => {
      for (const prove of proofs.splice(0)) prove()
    },
    () => {
      locale = ['de', 'en', 'fr', 'ar', 'en-GB'][chance(5)] ?? 'en'
      return call('setLocale', locale)
    },
    () => {
      shopper += 1
      return call('shutdown')
    },
    () => {
      // A start after that is in the language of the options.
      locale = 'en'
      void call('destroy')
      return call('boot')
    },
    () => drawn()?.dispatchEvent(new PointerEvent('pointerenter', { pointerType: 'mouse' })),
  ]
  const made: string[] = []
  for (let step = 0; step < 20; step++) {
    const next = chance(calls.length)
    made.push(String(calls[next]).replace(/\s+/g, ' ').slice(6, 80))
    void calls[next]?.()
    await wait[chance(wait.length)]?.()
    expect(hosts().length, made.join('\n')).toBe(1)
  }
  for (const prove of proofs.splice(0)) prove()
  return { ...page, locale, shopper, made: made.join('\n') }
}

describe('whatever a page calls, in whatever breath', () => {
  beforeEach(() => {
    vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  })

  test.each(Array.from({ length: 16 }, (_, seed) => 1_117_579 + 7_919 * seed))(
    'there is one chat, which knows who is here and speaks what was asked for last (%i)',
    async (seed) => {
      const page = await wander(seed)
      await settle()
      const kept = await keptWhenWriting(page)
      const known = [...kept.matchAll(/words-of-(\d+)\./g)].map(([, of]) => Number(of))
      expect(
        known.filter((of) => of !== page.shopper),
        page.made,
      ).toEqual([])
      expect(drawn()?.lang, page.made).toBe(page.locale)
    },
  )
})
