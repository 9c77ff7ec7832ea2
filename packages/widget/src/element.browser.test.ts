import { afterEach, expect, test, vi } from 'vitest'
import { ShopbellChat } from './element.js'
import { mount } from './index.js'

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

const chatIn = (html: Readonly<Record<string, string>>) => {
  const element = document.createElement('shopbell-chat')
  for (const [name, value] of Object.entries(html)) element.setAttribute(name, value)
  document.body.append(element)
  return element
}
const button = (element: Element) => element.shadowRoot?.querySelector<HTMLElement>('[part~="launcher"]')

test('an element with a way to a person shows its launcher', () => {
  const element = chatIn({ mailto: 'help@shop.example' })
  expect(element).toBeInstanceOf(ShopbellChat)
  expect(button(element)?.getBoundingClientRect().width).toBe(56)
})

test('an element without one shows nothing and says so', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const element = chatIn({ theme: 'fjord' })
  expect(element.shadowRoot).toBeNull()
  expect(element.chat).toBeNull()
  await expect.poll(() => error.mock.calls[0]?.[0]).toContain('No way to a person')
})

test('attributes change the chat while it runs', async () => {
  const element = chatIn({ mailto: 'help@shop.example', scheme: 'light' })
  expect(element.dataset['scheme']).toBe('light')
  element.setAttribute('scheme', 'dark')
  await vi.waitFor(() => expect(element.dataset['scheme']).toBe('dark'))
})

test('of two looks that are asked for at once the later one is worn, however long the first one takes', async () => {
  const accent = () => getComputedStyle(element).getPropertyValue('--shopbell-accent')
  const element = chatIn({ mailto: 'help@shop.example', scheme: 'light' })
  const chat = element.chat
  await Promise.all([chat?.update({ theme: 'fjord' }), chat?.update({ theme: 'counter' })])
  expect(accent()).toBe('#1c5a4a')
  await Promise.all([chat?.update({ theme: 'kite' }), chat?.update({ theme: 'peony' })])
  expect(accent()).toBe('#a92b5e')
})

test('an update to a skin that is not there keeps what is worn', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const element = chatIn({ mailto: 'help@shop.example', scheme: 'light', theme: 'peony' })
  await expect.poll(() => button(element)).toBeTruthy()
  await element.chat?.update({ theme: 'orchid' })
  expect(getComputedStyle(element).getPropertyValue('--shopbell-accent')).toBe('#a92b5e')
})

test('a look that is asked for before the first one is there is the one that is drawn', async () => {
  const element = chatIn({ mailto: 'help@shop.example', scheme: 'light', theme: 'onyx' })
  await element.chat?.update({ theme: 'counter' })
  await expect.poll(() => button(element)).toBeTruthy()
  await vi.dynamicImportSettled()
  expect(getComputedStyle(element).getPropertyValue('--shopbell-accent')).toBe('#1c5a4a')
})

test('an attribute for another language says which call changes it', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const element = chatIn({ mailto: 'help@shop.example', locale: 'en' })
  element.setAttribute('locale', 'de')
  const said = 'The language does not change by an option while the chat runs. Call setLocale("de").'
  await expect.poll(() => warned.mock.calls).toEqual([[`[shopbell] ${said}`]])
})

test('the element has its own type wherever TypeScript makes or finds it', () => {
  const made: ShopbellChat = document.createElement('shopbell-chat')
  made.options = { mailto: 'help@shop.example' }
  document.body.append(made)
  expect(document.querySelector('shopbell-chat')?.chat?.getState().open).toBe(false)
})

test('a moved element keeps its chat, a removed one gives it up', async () => {
  const element = chatIn({ mailto: 'help@shop.example' })
  const { chat } = element
  const aside = document.createElement('div')
  document.body.append(aside)
  aside.append(element)
  await Promise.resolve()
  expect(element.chat).toBe(chat)
  element.remove()
  await vi.waitFor(() => expect(element.chat).toBeNull())
  expect(button(element)).toBeNull()
  document.body.append(element)
  expect(button(element)).not.toBeNull()
})

test('mount() answers a chat that opens, tells and goes', async () => {
  const chat = mount({ mailto: 'help@shop.example', title: 'Corner Shop' })
  const heard: string[] = []
  chat?.on('panel:opened', ({ type }) => heard.push(type))
  const off = chat?.on('panel:closed', ({ type }) => heard.push(type))
  await chat?.open()
  await vi.waitFor(() => expect(chat?.getState()).toMatchObject({ open: true, status: 'bot', human: 'contact' }))
  off?.()
  await chat?.close()
  expect(heard).toEqual(['panel:opened'])
  expect(document.querySelectorAll('shopbell-chat')).toHaveLength(1)
  chat?.destroy()
  expect(document.querySelectorAll('shopbell-chat')).toHaveLength(0)
})

test('mount() answers null where no way to a person is configured', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  expect(mount({ title: 'Corner Shop' })).toBeNull()
  expect(document.querySelectorAll('shopbell-chat')).toHaveLength(0)
})

test('a listener that throws stops nobody, and the page hears of its own fault', async () => {
  const report = vi.fn((event: ErrorEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  })
  addEventListener('error', report, { capture: true, once: true })
  const chat = mount({ mailto: 'help@shop.example' })
  const heard = vi.fn()
  chat?.on('launcher:hidden', () => {
    throw new Error('the page’s own')
  })
  chat?.on('launcher:hidden', heard)
  await chat?.hide()
  expect(heard).toHaveBeenCalledTimes(1)
  expect(report.mock.calls.map(([{ message }]) => message)).toEqual([expect.stringContaining('the page’s own')])
  chat?.destroy()
})

test('an attribute that is no option is named once, with the one that was probably meant', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const element = chatIn({
    mailto: 'help@shop.example',
    titel: 'Shop',
    class: 'a',
    'data-x': '1',
    'aria-label': 'b',
    onclick: '',
  })
  await vi.waitFor(() => expect(warned).toHaveBeenCalled())
  document.body.append(element)
  expect(warned.mock.calls).toEqual([['[shopbell] There is no option "titel". Did you mean "title"?']])
})

test.each([
  ['de-DE', 'de-DE', 'ltr', 'Chat öffnen'],
  ['ar', 'ar', 'rtl', 'فتح المحادثة'],
  ['en-GB', 'en-GB', 'ltr', 'Open chat'],
  ['zh-TW', 'en', 'ltr', 'Open chat'],
  ['pl', 'en', 'ltr', 'Open chat'],
])('a chat for %s declares the language %s and the direction %s, and says %j', async (locale, lang, dir, said) => {
  const page = document.documentElement.dir
  const element = chatIn({ mailto: 'help@shop.example', locale })
  const root = await vi.waitUntil(() => element.shadowRoot?.querySelector<HTMLElement>('.root'))
  expect([root.lang, root.dir, button(element)?.ariaLabel]).toEqual([lang, dir, said])
  expect(document.documentElement.dir).toBe(page)
})

test('two brands on one page have a look, a story and a mark of their own', async () => {
  const [mugs, hats] = ['mugs', 'hats'].map((site, index) =>
    chatIn({
      site,
      mailto: `${site}@shop.example`,
      scheme: 'light',
      accent: index ? '#7a2f5b' : '#1c5a4a',
      side: index ? 'left' : 'right',
    }),
  ) as [ShopbellChat, ShopbellChat]
  await expect.poll(() => button(hats)?.getBoundingClientRect().left).toBe(20)
  expect(button(mugs)?.getBoundingClientRect().right).toBe(innerWidth - 20)
  const ground = (element: Element) => getComputedStyle(button(element) as Element).backgroundColor
  expect(ground(mugs)).not.toBe(ground(hats))
  await mugs.chat?.open()
  await mugs.chat?.send('Only for the mugs')
  await expect.poll(() => mugs.shadowRoot?.textContent).toContain('Only for the mugs')
  await hats.chat?.open()
  await expect.poll(() => hats.shadowRoot?.textContent).toContain('What can I help')
  expect(hats.shadowRoot?.textContent).not.toContain('Only for the mugs')
  // Other pages of this origin have marks of theirs.
  const marks = () => Object.keys(localStorage).filter((name) => /mugs|hats/.test(name))
  await expect.poll(marks).toEqual(['shopbell:mugs:resume'])
  await mugs.chat?.shutdown()
  expect(marks()).toEqual([])
})
