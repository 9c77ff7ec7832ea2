import { append, type Entry, emptyTranscript } from '@shopbell/core'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeChat, type FakeChat, line, NOON } from '../../testing/fake-chat.js'
import { arrived, type Shown, type ShowOptions, showShell } from '../../testing/show-shell.js'

/** What the story of many lines may cost the page. */
const NODES = 400

let shown: Shown
afterEach(() => shown.remove())

/** Lines as they come: of both sides, short and tall, some with a card. A day has twenty of them, and begins after the tenth. */
function talk(count: number, from = 0): Entry[] {
  return Array.from({ length: count }, (_, index) => {
    const n = from + index
    const text = `line ${n}. ${'Long words follow each other here. '.repeat((n * 7) % 11)}`
    return line(n % 3 === 1 ? 'shopper' : 'agent', n % 50 === 20 ? { kind: 'unsupported' } : text, {
      id: `line-${n}`,
      at: NOON - 700 * 86_400_000 + n * 4_320_000,
      name: 'Mira',
    })
  })
}

async function show(lines: readonly Entry[], options?: ShowOptions): Promise<FakeChat> {
  const chat = createFakeChat({ status: 'live', transcript: append(emptyTranscript, lines) })
  shown = showShell(chat, options)
  await arrived(shown, chat)
  if (lines.length > 40) await expect.poll(() => log().style.paddingTop).not.toBe('')
  await Promise.all(
    find('.panel')
      .getAnimations()
      .map(({ finished }) => finished),
  )
  await still()
  return chat
}
const find = (selector: string) => {
  const element = shown.root.querySelector<HTMLElement>(selector)
  if (!element) throw new Error(`There is no ${selector}.`)
  return element
}
const log = () => find('[role=log]')
const box = () => find('.scroller')
const fromEnd = () => box().scrollHeight - box().clientHeight - box().scrollTop
const nodes = () => log().querySelectorAll('*').length
const bubble = (n: number) =>
  [...log().querySelectorAll<HTMLElement>('.bubble')].find((one) => one.textContent?.startsWith(`line ${n}. `))
/** The numbers of the lines of which something is to be seen. */
const inSight = () => {
  const { top, bottom } = box().getBoundingClientRect()
  return [...log().querySelectorAll('.bubble')].flatMap((one) => {
    const place = one.getBoundingClientRect()
    const number = /^line (\d+)\./.exec(one.textContent ?? '')?.[1]
    return number && place.bottom > top && place.top < bottom ? [Number(number)] : []
  })
}
const frame = () => new Promise(requestAnimationFrame)
/** Until two frames are the same. */
async function still(): Promise<void> {
  for (let before = ''; ; ) {
    await frame()
    const now = [box().scrollTop, box().scrollHeight, log().childElementCount, log().firstElementChild?.textContent].join()
    if (now === before) return
    before = now
  }
}
async function scrollTo(top: number): Promise<void> {
  box().scrollTop = top
  await still()
}

describe('ten thousand lines', async () => {
  test('cost the page no more than a few screens of them, and all can be reached', async () => {
    await show(talk(10_000))
    expect(fromEnd()).toBeLessThan(2)
    expect(inSight().at(-1)).toBe(9_999)
    expect(nodes()).toBeLessThanOrEqual(NODES)

    await scrollTo(0)
    expect(inSight()[0]).toBe(0)
    expect(box().scrollTop).toBeLessThan(2)
    // Down through all of it by the scroll bar, and a part of it line by line.
    const seen = new Set<number>()
    for (let part = 0; part <= 6; part++) {
      await scrollTo((box().scrollHeight * part) / 6)
      expect(inSight().length).toBeGreaterThan(0)
      expect(nodes()).toBeLessThanOrEqual(NODES)
    }
    await scrollTo(box().scrollHeight / 2)
    const [first = 0] = inSight()
    for (let step = 0; step < 8; step++) {
      await scrollTo(box().scrollTop + box().clientHeight - 40)
      for (const number of inSight()) seen.add(number)
      expect(nodes()).toBeLessThanOrEqual(NODES)
    }
    const last = Math.max(...seen)
    for (let number = first + 12; number < last; number++) if (number % 50 !== 20) expect(seen).toContain(number)
  })

  test('have the name of each day where it begins, and nowhere else', async () => {
    await show(talk(10_000))
    await scrollTo(box().scrollHeight / 3)
    const days = new Map<string, number>()
    for (let step = 0; step < 10; step++) {
      await scrollTo(box().scrollTop + 700)
      for (const day of log().querySelectorAll('.day')) {
        const number = /line (\d+)\./.exec(day.parentElement?.textContent ?? '')?.[1]
        if (number) days.set(day.textContent ?? '', Number(number))
      }
    }
    expect(days.size).toBeGreaterThan(0)
    for (const number of days.values()) expect(number % 20).toBe(10)
  })

  test('that come in one go while the panel is open, or closed, are no more in the page than those that were there', async () => {
    const chat = await show(talk(60))
    act(() => chat.say(...talk(9_940, 60)))
    expect(log().childElementCount).toBeLessThanOrEqual(60)
    await still()
    expect(inSight().at(-1)).toBe(9_999)
    act(() => {
      shown.view.opened.value = false
    })
    act(() => chat.say(...talk(5_000, 10_000)))
    expect(log().childElementCount).toBeLessThanOrEqual(60)
    act(() => {
      shown.view.opened.value = true
    })
    await expect.poll(() => inSight().at(-1)).toBe(14_999)
    expect(nodes()).toBeLessThanOrEqual(NODES)
  })

  test('that are another conversation are measured anew', async () => {
    const chat = await show(talk(3_000))
    act(() => chat.show({ transcript: append(emptyTranscript, talk(50, 20_000)) }))
    await still()
    expect(inSight().at(-1)).toBe(20_049)
    await scrollTo(0)
    expect(inSight()[0]).toBe(20_000)
    expect(box().scrollHeight).toBeLessThan(50 * 400)
  })
})

describe('what is read', async () => {
  test('moves as far as the hand moves it, upwards and downwards, however tall the lines turn out to be', async () => {
    await show(talk(10_000))
    for (const step of [-150, -330, -90, -600, 270, -450, -700, 333]) {
      const [number = 0] = inSight().slice(inSight().length / 2)
      const before = bubble(number)?.getBoundingClientRect().top ?? Number.NaN
      box().scrollTop += step
      await still()
      expect((bubble(number)?.getBoundingClientRect().top ?? Number.NaN) - before).toBeCloseTo(-step, -0.5)
    }
  })

  test('stays where it is when something above it grows, and when something new comes', async () => {
    const chat = await show(talk(2_000))
    await scrollTo(box().scrollHeight / 2)
    const [number = 0] = inSight().slice(1)
    const top = () => Math.round(bubble(number)?.getBoundingClientRect().top ?? Number.NaN)
    const before = top()
    const above = log().firstElementChild
    if (above instanceof HTMLElement) above.style.paddingBottom = '313px'
    await still()
    expect(top()).toBe(before)
    act(() => chat.say(...talk(2, 2_000)))
    await still()
    expect(top()).toBe(before)
    await expect.element(page.getByRole('button', { name: 'New messages' })).toBeVisible()
    await page.getByRole('button', { name: 'New messages' }).click()
    await still()
    expect(fromEnd()).toBeLessThan(2)
    expect(inSight().at(-1)).toBe(2_001)
  })

  test('is still there when the panel has been closed and opened', async () => {
    await show(talk(2_000))
    await scrollTo(20_000)
    const before = inSight()
    act(() => {
      shown.view.opened.value = false
    })
    await frame()
    act(() => {
      shown.view.opened.value = true
    })
    await still()
    expect(inSight()).toEqual(before)
  })

  test('is not taken out of hand: marked text stays marked, and a focused link keeps the focus', async () => {
    const lines = talk(500)
    lines[497] = line('agent', 'See https://shop.example/returns for that.')
    await show(lines)
    const link = find('a')
    link.focus()
    await scrollTo(box().scrollTop - 2_500)
    expect(shown.root.activeElement).toBe(link)
    link.blur()
    await scrollTo(box().scrollTop - 3_000)
    expect(link.isConnected).toBe(false)

    const [number = 0] = inSight()
    const marked = bubble(number)
    if (marked) document.getSelection()?.selectAllChildren(marked)
    await scrollTo(box().scrollTop - 2_500)
    expect(marked?.isConnected).toBe(true)
    expect(document.getSelection()?.toString()).toContain(`line ${number}.`)
    document.getSelection()?.removeAllRanges()
  })
})

test('nothing that scrolling brings back is said, and what is new is said once', async () => {
  const attach = vi.spyOn(Element.prototype, 'attachShadow')
  const chat = await show(talk(2_000))
  const region = attach.mock.results.find(({ value }) => value.mode === 'closed')?.value.querySelector('[aria-live]')
  attach.mockRestore()
  const said: string[] = []
  const ear = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) said.push(node.textContent ?? '')
  })
  ear.observe(region, { childList: true })
  await scrollTo(box().scrollHeight / 2)
  await scrollTo(0)
  await scrollTo(box().scrollHeight)
  await scrollTo(box().scrollTop - 3_000)
  await scrollTo(box().scrollHeight)
  expect(said).toEqual([])
  expect(log().getAttribute('aria-live')).toBe('off')
  act(() => chat.say(line('agent', 'the news')))
  await expect.poll(() => said).toHaveLength(1)
  await still()
  expect(said).toEqual([expect.stringContaining('the news')])
  ear.disconnect()
})

describe('right to left, on a phone', () => {
  afterEach(async () => {
    await page.viewport(1024, 768)
    await expect.poll(() => innerWidth).toBe(1024)
  })

  test('all is the same', async () => {
    await page.viewport(390, 780)
    await expect.poll(() => innerWidth).toBe(390)
    await show(talk(1_000), { direction: 'rtl' })
    expect(nodes()).toBeLessThanOrEqual(NODES)
    await scrollTo(box().scrollHeight / 2)
    const [number = 0] = inSight().slice(2)
    const before = bubble(number)?.getBoundingClientRect().top ?? 0
    await scrollTo(box().scrollTop - 300)
    expect((bubble(number)?.getBoundingClientRect().top ?? 0) - before).toBeCloseTo(300, -0.5)
  })
})

describe('the line between what was read and the news', async () => {
  const divider = () => shown.root.querySelector('.news')

  test('stands above the first message that came while the panel was closed, until it is closed again', async () => {
    const chat = await show(talk(100))
    act(() => {
      shown.view.opened.value = false
    })
    act(() => chat.say(line('agent', 'first news'), line('agent', 'second news')))
    act(() => chat.show({ unread: 2 }))
    act(() => {
      shown.view.opened.value = true
    })
    await still()
    expect(divider()?.parentElement?.textContent).toContain('first news')
    expect(shown.root.querySelectorAll('.news')).toHaveLength(1)
    act(() => chat.show({ unread: 0 }))
    expect(divider()?.parentElement?.textContent).toContain('first news')
    act(() => {
      shown.view.opened.value = false
    })
    expect(divider()).toBeNull()
  })

  test('stands there for whoever reads further up, and is not drawn for whoever sees each message come', async () => {
    const chat = await show(talk(100))
    act(() => chat.say(line('agent', 'seen at once')))
    act(() => chat.show({ unread: 1 }))
    act(() => chat.show({ unread: 0 }))
    expect(divider()).toBeNull()
    await still()
    await scrollTo(300)
    act(() => chat.say(line('agent', 'not seen')))
    act(() => chat.show({ unread: 1 }))
    await userEvent.click(page.getByRole('button', { name: 'New messages' }))
    await still()
    expect(divider()?.parentElement?.textContent).toContain('not seen')
  })
})

test('what is tapped away and what is said instead are laid out together, however long the story is', async () => {
  const chat = await show(talk(1_000))
  const options = [{ id: 'yes', label: 'Yes' }]
  act(() => chat.show({ prompt: { id: 'question', step: 'question', kind: 'choice', look: 'chips', options } }))
  await still()
  const measured: boolean[] = []
  const read = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'offsetTop')?.get
  vi.spyOn(HTMLElement.prototype, 'offsetTop', 'get').mockImplementation(function (this: HTMLElement) {
    measured.push(shown.root.querySelector('.chip') !== null)
    return read?.call(this)
  })
  chat.show({ prompt: null, transcript: append(chat.getSnapshot().transcript, talk(1, 1_000)) })
  await still()
  vi.restoreAllMocks()
  expect(measured).toContain(false)
  expect(measured).not.toContain(true)
})
