import { afterEach, expect, test, vi } from 'vitest'
import { mount } from '../index.js'
import type { Options } from '../options.js'

afterEach(() => {
  document.body.replaceChildren()
  vi.restoreAllMocks()
})

const DESKLESS: Options = { mailto: 'help@shop.example' }
/** Puts an element of the page's own into its body. */
function put<Tag extends 'a' | 'button' | 'div'>(
  tag: Tag,
  given: Partial<HTMLElementTagNameMap[Tag]>,
): HTMLElementTagNameMap[Tag] {
  const element = Object.assign(document.createElement(tag), given)
  document.body.append(element)
  return element
}
const putHelp = () => put('a', { id: 'help', href: '#contact', textContent: 'Help' })
const hosts = () => document.querySelectorAll('shopbell-chat').length
/** Until everything that was on its way is here, and has done what it does. */
async function settle(): Promise<void> {
  for (let round = 0; round < 5; round++) {
    await vi.dynamicImportSettled()
    await new Promise((done) => requestAnimationFrame(done))
  }
}
/** Whether the page's own link still leads where it leads. */
function isTheirs(link: Element): boolean {
  const click = new MouseEvent('click', { bubbles: true, cancelable: true })
  link.dispatchEvent(click)
  return !click.defaultPrevented
}

test('a chat that is taken away before its parts are here leaves the page its own link', async () => {
  const help = putHelp()
  mount({ ...DESKLESS, launcher: '#help' })?.destroy()
  await settle()
  expect(isTheirs(help)).toBe(true)
  expect(help.hasAttribute('aria-expanded')).toBe(false)
})

test('a chat within the page that is taken away before its parts are here does not come back', async () => {
  put('div', { id: 'home' })
  mount({ ...DESKLESS, inline: '#home' })?.destroy()
  await settle()
  expect(hosts()).toBe(0)
  document.body.append(document.createElement('p'))
  await settle()
  expect(hosts()).toBe(0)
})

test('what an update has asked for is not done to the page once the chat is taken away', async () => {
  put('div', { id: 'home' })
  const help = putHelp()
  const chat = mount(DESKLESS)
  await settle()
  void chat?.update({ inline: '#home', launcher: '#help' })
  chat?.destroy()
  await settle()
  expect(hosts()).toBe(0)
  expect(isTheirs(help)).toBe(true)
})

test('a chat that has found no place within the page floats, whatever is changed later', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const chat = mount({ ...DESKLESS, inline: '#nowhere', consent: 'required' })
  const host = document.querySelector('shopbell-chat') as HTMLElement
  const position = () => getComputedStyle(host).position
  await settle()
  expect(position()).toBe('fixed')
  await chat?.update({ consent: 'given' })
  expect(position()).toBe('fixed')
  await chat?.update({ offset: '40' })
  expect(position()).toBe('fixed')
  chat?.destroy()
})

test('a chat within the page stays there, whatever is changed later', async () => {
  put('div', { id: 'home' })
  const chat = mount({ ...DESKLESS, inline: '#home' })
  const host = document.querySelector('shopbell-chat') as HTMLElement
  await expect.poll(() => host.parentElement?.id).toBe('home')
  await chat?.update({ zIndex: 5 })
  expect([host.parentElement?.id, getComputedStyle(host).position]).toEqual(['home', 'relative'])
  chat?.destroy()
})

test('the page’s own buttons are as they were when the chat has left, though it was open', async () => {
  const a = put('button', { className: 'help', textContent: 'A' })
  const b = put('button', { className: 'help', textContent: 'B', ariaHasPopup: 'menu' })
  const chat = mount({ ...DESKLESS, launcher: '.help' })
  await expect.poll(() => a.getAttribute('aria-expanded')).toBe('false')
  await chat?.open()
  expect([a, b].map((button) => button.getAttribute('aria-expanded'))).toEqual(['true', 'true'])
  chat?.destroy()
  const spoken = (button: Element) => ['aria-haspopup', 'aria-expanded'].map((name) => button.getAttribute(name))
  expect([spoken(a), spoken(b)]).toEqual([
    [null, null],
    ['menu', null],
  ])
})
