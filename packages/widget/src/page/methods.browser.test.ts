import { afterEach, describe, expect, test, vi } from 'vitest'
import { mount } from '../index.js'
import { keptOf } from '../testing/kept-of.test.support.js'
import type { Widget } from '../widget.js'

const chats: Widget[] = []
let count = 0

/** A chat of a site of its own, by mail, so that nobody is asked; and what is kept of it in this browser. */
function chatOf(options: Parameters<typeof mount>[0] = {}) {
  const site = `methods-${count++}`
  const chat = mount({ mailto: 'help@shop.example', site, ...options })
  if (!chat) throw new Error('there is a way to a person')
  chats.push(chat)
  return { chat, kept: () => keptOf(site) }
}

/** Somebody else at the same machine opens the chat, and writes. */
async function nextShopperWrites({ chat, kept }: ReturnType<typeof chatOf>): Promise<string> {
  await chat.open()
  await chat.send('hello from the next')
  await expect.poll(kept).toContain('hello from the next')
  return kept()
}

function gate<Value>() {
  let open: (value: Value) => void = () => undefined
  const passed = new Promise<Value>((resolve) => {
    open = resolve
  })
  return { passed, open }
}

afterEach(() => {
  for (const chat of chats.splice(0)) chat.destroy()
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

describe('what was called for a shopper who has left meanwhile is not the next one’s', () => {
  test('who they are, while the page fetches a proof', async () => {
    const here = chatOf()
    const known = vi.fn()
    here.chat.on('identity:changed', ({ data }) => known(data))
    const asked = gate<void>()
    const token = gate<string>()
    const told = here.chat.identify({
      email: 'old@example.com',
      token: () => {
        asked.open()
        return token.passed
      },
    })
    await asked.passed
    await here.chat.shutdown()
    token.open('proof-of-old')
    await told
    expect(await nextShopperWrites(here)).not.toMatch(/old@example|proof-of-old/)
    expect(known).not.toHaveBeenCalled()
  })

  test.each<[string, (chat: Widget) => Promise<unknown>]>([
    ['a wish for a person, and its reason', (chat) => chat.talkToAgent('words of old')],
    ['a message', (chat) => chat.send('words of old')],
    ['a draft', (chat) => chat.prefill('words of old')],
    ['a step of the flow', (chat) => chat.startFlow('order', { name: 'words of old' })],
    ['what the page knows', (chat) => chat.set({ facts: { name: 'words of old' } })],
    ['where they are', (chat) => chat.page({ title: 'words of old' })],
    ['what they do', (chat) => chat.track('words of old')],
    ['what an update says of them', (chat) => chat.update({ facts: { name: 'words of old' } })],
    ['a view', (chat) => chat.open({ flow: 'order', variables: { name: 'words of old' } })],
  ])('%s', async (_, call) => {
    const here = chatOf()
    const { chat } = here
    const called = call(chat)
    await Promise.all([called, chat.shutdown()])
    expect(chat.getState()).toMatchObject({ open: false, status: 'idle' })
    expect(await nextShopperWrites(here)).not.toContain('words of old')
    expect(document.querySelector('shopbell-chat')?.shadowRoot?.querySelector('textarea')?.value).toBe('')
  })

  test('what was done before, of which the newest go along', async () => {
    const here = chatOf()
    await here.chat.track('words of old')
    await here.chat.shutdown()
    await here.chat.track('looked at mugs')
    const kept = await nextShopperWrites(here)
    expect(kept).toContain('looked at mugs')
    expect(kept).not.toContain('words of old')
  })

  test('a message that the page’s hook is still at', async () => {
    const asked = gate<void>()
    const edited = gate<string>()
    const here = chatOf({
      beforeSend: ({ text }) => {
        if (!text.includes('old')) return text
        asked.open()
        return edited.passed
      },
    })
    await here.chat.open()
    const said = here.chat.send('words of old')
    await asked.passed
    await here.chat.shutdown()
    edited.open('words of old')
    await said
    expect(await nextShopperWrites(here)).not.toContain('words of old')
  })

  test('an opening: who logs out in the same breath finds nobody greeted', async () => {
    const { chat } = chatOf()
    await Promise.all([chat.open(), chat.shutdown()])
    await vi.dynamicImportSettled()
    expect(chat.getState()).toMatchObject({ open: false, status: 'idle' })
  })
})

describe('a change of language', () => {
  const root = () => document.querySelector('shopbell-chat')?.shadowRoot?.querySelector<HTMLElement>('.root')

  test('that is overtaken by a later one is dropped, however long it took to come', async () => {
    const { chat } = chatOf({ locale: 'en' })
    await Promise.all([chat.setLocale('de'), chat.setLocale('en')])
    expect(root()?.lang).toBe('en')
    await Promise.all([chat.setLocale('ar'), chat.setLocale('fr'), chat.setLocale('en-GB')])
    await vi.dynamicImportSettled()
    expect([root()?.lang, root()?.dir]).toEqual(['en-GB', 'ltr'])
  })

  test('counts also where the first language is still on its way', async () => {
    const { chat } = chatOf({ locale: 'ja' })
    await chat.setLocale('en')
    await vi.dynamicImportSettled()
    expect(root()?.lang).toBe('en')
  })

  test('keeps what the shop says by itself as it looks, in the words of the language, until the shopper has closed it', async () => {
    localStorage.clear()
    const { chat } = chatOf({ locale: 'en', proactive: [{ id: 'hi', text: 'Any questions?', when: { seconds: 1 } }] })
    const shadow = document.querySelector('shopbell-chat')?.shadowRoot
    const bubble = () => shadow?.querySelector<HTMLElement>('.bubble-beside')
    const dismiss = () => bubble()?.querySelector<HTMLElement>('.icon-button')
    await expect.poll(() => bubble()?.textContent).toBe('Any questions?')
    expect(dismiss()?.ariaLabel).toBe('Close this message')
    const before = bubble()?.getBoundingClientRect()
    await chat.setLocale('de')
    await expect.poll(() => bubble()?.textContent).toBe('Any questions?')
    expect(dismiss()?.ariaLabel).toBe('Diese Nachricht schließen')
    expect(bubble()?.closest<HTMLElement>('.root')?.lang).toBe('de')
    expect(bubble()?.getBoundingClientRect()).toEqual(before)
    expect(shadow?.querySelectorAll('.bubble-beside')).toHaveLength(1)
    dismiss()?.click()
    await chat.setLocale('en')
    expect(bubble()).toBeFalsy()
  })

  test.each([
    ['it', 'There is no language "it", so the chat speaks English. The languages are en, zh-Hans, es, de, fr, pt-BR, ja, ar.'],
    [
      'zh-TW',
      'There is no language "zh-TW", so the chat speaks English. The languages are en, zh-Hans, es, de, fr, pt-BR, ja, ar.',
    ],
  ])('to %s, which is not spoken, is English, and the console says once what there is', async (tag, said) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { chat } = chatOf({ locale: 'de' })
    await chat.setLocale(tag)
    await chat.setLocale(tag)
    await vi.dynamicImportSettled()
    expect(root()?.lang).toBe('en')
    expect(warned.mock.calls).toEqual([[`[shopbell] ${said}`]])
  })

  test('to what is no language tag changes nothing, and the console says so', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { chat } = chatOf({ locale: 'de' })
    await chat.setLocale('german!')
    await vi.dynamicImportSettled()
    await expect.poll(() => root()?.lang).toBe('de')
    expect(warned.mock.calls).toEqual([
      [
        '[shopbell] "german!" is no language tag, so the language stays. The languages are en, zh-Hans, es, de, fr, pt-BR, ja, ar.',
      ],
    ])
  })

  test.each(['en-AU', 'de-AT', 'zh-CN', 'pt'])('to %s is nothing to be said of', async (tag) => {
    const warned = vi.spyOn(console, 'warn')
    const { chat } = chatOf({ locale: 'en' })
    await chat.setLocale(tag)
    await vi.dynamicImportSettled()
    expect(warned).not.toHaveBeenCalled()
  })
})

describe('an option that has come too late is named', () => {
  test.each<[Parameters<Widget['update']>[0], string]>([
    [{ locale: 'de' }, 'The language does not change by an option while the chat runs. Call setLocale("de").'],
    [{ site: 'other' }, 'The option site cannot change while the chat runs. Call destroy(), and start the chat again with it.'],
    [
      { site: 'other', mailto: 'other@shop.example' },
      'The options site, mailto cannot change while the chat runs. Call destroy(), and start the chat again with them.',
    ],
  ])('%j', async (patch, said) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const { chat } = chatOf({ locale: 'en' })
    await chat.update(patch)
    await vi.dynamicImportSettled()
    expect(warned.mock.calls).toEqual([[`[shopbell] ${said}`]])
  })
})

describe('a mailed link where consent is required', () => {
  const name = (letter: string) => letter.repeat(22)

  /** A desk that exchanges the link once, and is busy otherwise. */
  function deskOfLinks() {
    const real = window.fetch
    const exchanged = vi.fn()
    vi.spyOn(window, 'fetch').mockImplementation(async (to, init) => {
      if (!String(to).startsWith('https://desk.test')) return real(to, init)
      if (!String(to).includes('/v1/resume')) return new Response('{}', { status: 503 })
      exchanged()
      return Response.json({ owner: name('o'), secret: name('s'), conversation: name('c') })
    })
    return exchanged
  }

  test('shows its ticket, keeps nothing of it in the browser, and keeps it once the shopper agrees', async () => {
    const exchanged = deskOfLinks()
    const { chat, kept } = chatOf({ backend: 'https://desk.test', consent: 'required' })
    expect(await chat.resume(`${name('c')}.${name('n')}.abc.${name('x')}`)).toBe(true)
    expect(chat.getState()).toMatchObject({ open: true, status: 'sending' })
    expect(await kept()).toBe('')
    await chat.update({ consent: 'given' })
    await expect.poll(kept).toContain(name('c'))
    expect(chat.getState().status).toBe('sending')
    expect(exchanged).toHaveBeenCalledTimes(1)
  })

  test('is not told of to whoever comes next, where the shopper leaves meanwhile', async () => {
    deskOfLinks()
    const { chat } = chatOf({ backend: 'https://desk.test', consent: 'required' })
    const opened = chat.resume(`${name('c')}.${name('n')}.abc.${name('x')}`)
    await Promise.all([opened, chat.shutdown()])
    expect(await opened).toBe(false)
    expect(chat.getState()).toMatchObject({ open: false, status: 'idle' })
  })
})
