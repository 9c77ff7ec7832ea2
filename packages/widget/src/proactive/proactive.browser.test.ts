import type { Proactive } from '@shopbell/core'
import axe from 'axe-core'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { resumeKey } from '../browser/resume-key.js'
import type { Options } from '../options.js'
import { createFakeChat, type FakeChat } from '../testing/fake-chat.js'
import { type Shown, type ShowOptions, showShell } from '../testing/show-shell.js'
import { watchVisit } from './watch-visit.js'

const SITE = 'lamps'
const STORED = `shopbell:${SITE}:openings`
const help: Proactive = { id: 'help', text: 'Not sure which bulb fits?', when: { seconds: 5 }, next: 'bulb-help' }
const leaving: Proactive = { id: 'leaving', text: 'A question before you go?', when: { exit: true } }
const bigCart: Proactive = { id: 'cart', text: 'Free delivery from 100.', when: { cart: 80 } }

let shown: Shown
let chat: FakeChat
let options: Options
let agreed = true
let stop = (): void => undefined
const begun = vi.fn()
const added: Element[] = []

beforeEach(() => {
  vi.useFakeTimers()
  begun.mockClear()
})
afterEach(() => {
  stop()
  shown.remove()
  for (const element of added.splice(0)) element.remove()
  localStorage.clear()
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function visit(openings: readonly Proactive[], told: unknown[] = [], how: ShowOptions & { options?: Options } = {}): void {
  options = { site: SITE, proactive: openings, ...how.options }
  agreed = true
  chat = createFakeChat({ status: 'idle' })
  shown = showShell(chat, { opened: false, ...how })
  stop = watchVisit({
    root: shown.root,
    view: shown.view,
    chat,
    resume: resumeKey(SITE),
    get options() {
      return options
    },
    mayStore: () => agreed,
    speech: undefined,
    untold: told,
    begin: begun,
  })
}

const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1_000))
const bubble = () => shown.root.querySelector<HTMLElement>('.bubble-beside')
const said = () => shown.root.querySelector('.hail')?.textContent ?? null
const button = (name: string) => shown.root.querySelector<HTMLElement>(`.bubble-beside [aria-label="${name}"]`)
function put(html: Readonly<Record<string, string>>, style: string, child = 'button'): HTMLElement {
  const element = document.createElement('div')
  for (const [name, value] of Object.entries(html)) element.setAttribute(name, value)
  element.style.cssText = style
  element.append(document.createElement(child))
  document.body.append(element)
  added.push(element)
  return element
}
const leave = (clientY = -1) =>
  act(() => {
    document.dispatchEvent(new MouseEvent('mouseout', { clientY, bubbles: true }))
    vi.advanceTimersByTime(200)
  })

describe('an opening', () => {
  test('appears at its time, once announced, and takes no focus', () => {
    const field = document.createElement('input')
    document.body.append(field)
    added.push(field)
    visit([help])
    field.focus()
    pass(4)
    expect(bubble()).toBeNull()
    pass(1)
    const status = bubble()?.querySelector('[role="status"]')
    expect(status?.textContent).toBe('')
    pass(0.2)
    expect(status?.textContent).toBe('Not sure which bulb fits?')
    expect(document.activeElement).toBe(field)
  })

  test('stores nothing before it is shown, and only its name then', () => {
    const writes = vi.spyOn(Storage.prototype, 'setItem')
    visit([help])
    pass(4)
    expect(writes).not.toHaveBeenCalled()
    expect(localStorage.length).toBe(0)
    pass(1)
    expect(writes.mock.calls).toEqual([[STORED, '["help"]']])
  })

  test('asks nobody for anything', () => {
    const fetches = vi.spyOn(window, 'fetch')
    visit([help])
    pass(10)
    expect(fetches).not.toHaveBeenCalled()
  })

  test('leads, with a tap, into the conversation where it belongs', () => {
    visit([help])
    pass(6)
    act(() => shown.root.querySelector<HTMLElement>('.hail')?.click())
    expect(begun.mock.calls).toEqual([[{ step: 'bulb-help', say: 'Not sure which bulb fits?' }]])
    expect(shown.view.opened.value).toBe(true)
    expect(bubble()).toBeNull()
  })

  test('leads to the menu where it names no step', () => {
    visit([bigCart], [{ cart: '80' }])
    pass(2)
    act(() => shown.root.querySelector<HTMLElement>('.hail')?.click())
    expect(begun).toHaveBeenCalledWith({ step: 'menu', say: 'Free delivery from 100.' })
  })

  test('goes with its button or Escape, and never comes back to this visitor', () => {
    visit([help])
    pass(6)
    act(() => button('Close this message')?.click())
    expect(bubble()).toBeNull()
    pass(60)
    expect(bubble()).toBeNull()
    stop()
    shown.remove()
    visit([help])
    pass(60)
    expect(bubble()).toBeNull()
    expect(begun).not.toHaveBeenCalled()
  })

  test('hands the focus to the launcher when it is closed by keyboard', () => {
    visit([help])
    pass(6)
    button('Close this message')?.focus()
    act(() => void button('Close this message')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true })))
    expect(bubble()).toBeNull()
    expect(shown.root.activeElement?.getAttribute('part')).toContain('launcher')
  })

  test('is shown once, too, where the browser keeps nothing', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('forbidden', 'SecurityError')
    })
    const quiet = { ...help, id: 'unkept' }
    visit([quiet])
    pass(6)
    expect(said()).toBe(help.text)
    stop()
    shown.remove()
    visit([quiet])
    pass(60)
    expect(bubble()).toBeNull()
  })

  test.each(['not json', '{"help":1}', '[1,2]', 'null'])('does not mind %s in its place in storage', (kept) => {
    localStorage.setItem(STORED, kept)
    visit([{ ...help, id: `kept-${kept.length}` }])
    pass(6)
    expect(said()).toBe(help.text)
  })

  test('comes one to a page, and the next on the next page', () => {
    const other: Proactive = { id: 'other', text: 'And another?', when: { seconds: 6 } }
    const before = location.href
    visit([{ ...help, id: 'one' }, other])
    pass(20)
    expect(said()).toBe(help.text)
    act(() => button('Close this message')?.click())
    pass(20)
    expect(bubble()).toBeNull()
    history.pushState(null, '', '/another-page')
    pass(5)
    expect(bubble()).toBeNull()
    pass(3)
    expect(said()).toBe('And another?')
    history.pushState(null, '', before)
    pass(1)
    expect(bubble()).toBeNull()
  })
})

describe('nothing is said', () => {
  const quiet: Record<string, () => void> = {
    'during a conversation': () => chat.show({ status: 'bot' }),
    'to who has left a story here': () => localStorage.setItem(`shopbell:${SITE}:resume`, 'story'),
    'while the launcher is hidden': () => {
      shown.view.launcher.value = false
    },
    'to who has opened the panel': () => {
      shown.view.opened.value = true
      shown.view.opened.value = false
    },
    'over a dialog': () => put({ role: 'dialog', 'aria-modal': 'true' }, 'width: 40px; height: 40px'),
    'over OneTrust’s banner': () =>
      put({ id: 'onetrust-banner-sdk' }, 'position: fixed; bottom: 0; left: 0; right: 0; height: 80px'),
    'over Cookiebot’s': () =>
      put({ id: 'CybotCookiebotDialog' }, 'position: fixed; top: 20%; left: 30%; width: 300px; height: 90px'),
    'over Didomi’s': () => put({ id: 'didomi-notice' }, 'position: fixed; bottom: 0; width: 300px; height: 60px'),
    'over TrustArc’s': () => put({ id: 'truste-consent-track' }, 'position: fixed; bottom: 0; width: 300px; height: 60px'),
    'over Usercentrics’ banner in its shadow': () => {
      const inner = document.createElement('div')
      inner.setAttribute('role', 'dialog')
      inner.style.cssText = 'position: fixed; inset: 20% 20%;'
      put({ id: 'usercentrics-root' }, '').attachShadow({ mode: 'open' }).append(inner)
    },
    'over a small bar that calls itself a cookie notice': () =>
      put({ class: 'my-Cookie-Bar' }, 'position: fixed; bottom: 0; left: 0; right: 0; height: 60px'),
    'over something large with a button that nobody has named': () =>
      put({}, 'position: fixed; bottom: 0; left: 0; right: 0; height: 30vh; background: white'),
    'over a sticky one that says it is a dialog': () =>
      put({ role: 'dialog' }, 'position: sticky; bottom: 0; height: 40vh; background: white'),
  }
  test.each(Object.entries(quiet))('%s', (_, arrange) => {
    visit([help])
    act(arrange)
    pass(30)
    expect(bubble()).toBeNull()
  })

  test('before consent was given or refused; then at once', () => {
    visit([help])
    const banner = put({ id: 'onetrust-banner-sdk' }, 'position: fixed; bottom: 0; left: 0; right: 0; height: 80px')
    pass(30)
    expect(bubble()).toBeNull()
    banner.style.display = 'none'
    pass(2)
    expect(said()).toBe(help.text)
    banner.style.display = ''
    pass(1)
    expect(bubble()?.checkVisibility()).toBe(false)
    banner.remove()
    pass(1)
    expect(bubble()?.checkVisibility()).toBe(true)
  })

  test('before the shopper has agreed to what is stored, and goes when they take that back', () => {
    visit([help])
    agreed = false
    pass(30)
    expect(bubble()).toBeNull()
    agreed = true
    pass(2)
    expect(said()).toBe(help.text)
    agreed = false
    pass(1)
    expect(bubble()).toBeNull()
  })

  test('where the page has said that there is none', () => {
    visit([help])
    options = { ...options, proactive: false }
    pass(30)
    expect(bubble()).toBeNull()
  })

  test('and time does not count while the page is hidden', () => {
    visit([help])
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
    pass(30)
    hidden.mockReturnValue('visible')
    pass(4)
    expect(bubble()).toBeNull()
    pass(2)
    expect(said()).toBe(help.text)
  })
})

describe('a page may well have', () => {
  test.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['a large sticky header', { role: 'banner' }, 'position: sticky; top: 0; height: 30vh', 'nav'],
    ['a fixed side bar', {}, 'position: fixed; left: 0; top: 0; bottom: 0; width: 30vw', 'nav'],
    [
      'a small button for cookie settings',
      { class: 'cookie-settings' },
      'position: fixed; left: 8px; bottom: 8px; width: 48px; height: 48px',
      'button',
    ],
    ['a banner that was answered', { id: 'onetrust-banner-sdk' }, 'display: none', 'button'],
    ['a text about cookies', { class: 'cookie-policy' }, 'height: 60vh', 'p'],
  ])('%s', (_, attributes, style, child) => {
    visit([help])
    put(attributes, style, child)
    pass(7)
    expect(said()).toBe(help.text)
  })
})

describe('a moment', () => {
  test('is that the pointer leaves at the top', () => {
    visit([leaving])
    leave(20)
    expect(bubble()).toBeNull()
    leave()
    expect(said()).toBe(leaving.text)
  })

  test('is no such thing where there is no pointer', () => {
    vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: false } as MediaQueryList)
    visit([leaving])
    leave()
    expect(bubble()).toBeNull()
  })

  test.each<[string, unknown[], boolean]>([
    ['a cart of 80', [{ cart: '80' }], true],
    ['a cart told as a number', [{ cart: 95.5 }], true],
    ['a smaller cart', [{ cart: '79.99' }], false],
    ['a cart told anew', [{ cart: '200' }, { cart: '10' }], false],
    ['a cart in a script of the page', ['#known'], true],
    ['no cart', [{ orderNumber: '1' }, '#nowhere'], false],
    ['a cart that is no number', [{ cart: '€ 90' }], false],
  ])('may depend on %s', (_, told, expected) => {
    const script = document.createElement('script')
    script.type = 'application/json'
    script.id = 'known'
    script.textContent = '{"cart":"120"}'
    document.body.append(script)
    added.push(script)
    visit([bigCart], told)
    pass(2)
    expect(bubble() !== null).toBe(expected)
  })

  test('may be one that the page speaks of later', () => {
    visit([])
    pass(30)
    options = { ...options, proactive: [help] }
    pass(2)
    expect(said()).toBe(help.text)
  })

  test('is none in what a page has written wrongly', () => {
    const wrong = [
      null,
      'help',
      { id: 7, text: 'x', when: { seconds: 1 } },
      { id: 'a', text: 'x', when: {} },
      { id: 'b', text: 'x' },
    ]
    visit(wrong as unknown as readonly Proactive[])
    pass(30)
    leave()
    expect(bubble()).toBeNull()
  })

  test('is over with the widget', () => {
    visit([help])
    stop()
    pass(30)
    expect(bubble()).toBeNull()
  })
})

describe('nobody is shut out', () => {
  for (const scheme of ['light', 'dark'] as const) {
    test(`by a bubble, ${scheme}`, async () => {
      visit([help], [], { scheme })
      pass(6)
      for (const one of shown.root.getAnimations()) one.finish()
      vi.useRealTimers()
      const { violations } = await axe.run(shown.host)
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      for (const one of shown.root.querySelectorAll('.bubble-beside button')) {
        const { width, height } = one.getBoundingClientRect()
        expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
      }
    })
  }

  test.each(['left', 'right'] as const)('and it stands within the window beside a launcher on the %s', (side) => {
    visit([{ ...help, text: 'A question that is rather long, since shops like to say much. '.repeat(3) }])
    shown.view.side.value = side
    pass(6)
    const box = bubble()?.getBoundingClientRect()
    expect(box?.left).toBeGreaterThanOrEqual(0)
    expect(box?.right).toBeLessThanOrEqual(innerWidth)
    expect(side === 'left' ? box?.left : innerWidth - (box?.right ?? 0)).toBe(20)
  })
})
