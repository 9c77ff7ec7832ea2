import { append, type By, type Entry, emptyTranscript } from '@shopbell/core'
import { options } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeChat, type FakeChat, line, NOON } from '../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../testing/show-shell.js'
import { Line } from './message.js'

let shown: Shown
afterEach(() => shown.remove())

async function show(chat: FakeChat): Promise<FakeChat> {
  shown = showShell(chat)
  await arrived(shown, chat)
  return chat
}
const scroller = () => {
  const box = shown.root.querySelector('.scroller')
  if (!box) throw new Error('There is no transcript.')
  return box
}
const fromEnd = () => scroller().scrollHeight - scroller().clientHeight - scroller().scrollTop
const frame = () => new Promise(requestAnimationFrame)
/** Scrolls up by hand, and lets the page hear of it. Whoever is taken back to the end, by what came in that very frame, scrolls on. */
const scrollUp = async (top: number) => {
  do {
    scroller().scrollTop = top
    await frame()
    await frame()
  } while (fromEnd() < 2)
}
const lines = (count: number, by: By = 'agent'): Entry[] => Array.from({ length: count }, (_, index) => line(by, `line ${index}`))
/** How many lines are drawn while that is done, by what Preact tells before each drawing. */
function linesDrawn(work: () => void): number {
  const told = options as unknown as { __r(node: { readonly type: unknown }): void }
  const { __r: before } = told
  let drawn = 0
  told.__r = (node) => {
    if (node.type === Line) drawn++
    before(node)
  }
  act(work)
  told.__r = before
  return drawn
}
const told = (entries: readonly Entry[]) => createFakeChat({ status: 'live', transcript: append(emptyTranscript, entries) })

describe('who speaks', () => {
  test('is said once for lines within two minutes, and again after that', async () => {
    const at = (minutes: number) => ({ at: NOON + minutes * 60_000, name: 'Mira' })
    await show(
      told([
        line('bot', 'one', at(0)),
        line('agent', 'two', at(0)),
        line('agent', 'three', at(1)),
        line('agent', 'four', at(4)),
        line('shopper', 'five', at(4)),
      ]),
    )
    expect([...shown.root.querySelectorAll('.author bdi')].map((name) => name.textContent)).toEqual([
      'Bot',
      'Mira',
      'Mira',
      'You',
    ])
  })

  test('shows by more than colour: a bell for the bot, initials for a person', async () => {
    await show(told([line('bot', 'hi'), line('agent', 'hello', { name: 'Mira Okafor' })]))
    expect(shown.root.querySelector('.mark svg')).not.toBeNull()
    expect(shown.root.querySelector('.initials')?.textContent).toBe('MO')
  })

  test('days are named between lines, and above the first only if it is an old one', async () => {
    await show(
      told([
        line('bot', 'old', { at: NOON - 3 * 86_400_000 }),
        line('bot', 'yesterday', { at: NOON - 86_400_000 }),
        line('bot', 'now', { at: NOON }),
      ]),
    )
    const days = [...shown.root.querySelectorAll('.day')].map((day) => day.textContent)
    expect(days).toEqual([expect.stringMatching(/Sunday,? 15 November/), 'Yesterday', 'Today'])
  })

  test('a story of today has no day above it', async () => {
    await show(told(lines(3)))
    expect(shown.root.querySelector('.day')).toBeNull()
  })
})

describe('a new line', async () => {
  test('is added without touching a line that was there', async () => {
    const chat = await show(told(lines(20)))
    const touched: string[] = []
    const watch = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        if (addedNodes.length === 0) touched.push(String(target.nodeName))
        for (const node of addedNodes) if (node.textContent?.trim()) touched.push(node.textContent)
      }
    })
    const log = shown.root.querySelector('[role=log]')
    if (log) watch.observe(log, { subtree: true, childList: true, characterData: true, attributes: true })
    act(() => chat.say(line('agent', 'news')))
    await expect.poll(() => touched.join()).toMatch(/^news/)
    expect(touched).toHaveLength(1)
    watch.disconnect()
  })

  test('is the only one that is drawn', async () => {
    const chat = await show(told(lines(60)))
    const drawn = linesDrawn(() => chat.say(line('agent', 'news')))
    expect(drawn).toBe(1)
  })

  test('is said once to those who do not see it, and not while the reader is further up', async () => {
    const attach = vi.spyOn(Element.prototype, 'attachShadow')
    const chat = await show(told(lines(60)))
    const region = () => attach.mock.results.find(({ value }) => value.mode === 'closed')?.value.querySelector('[aria-live]')
    const said = () => region()?.textContent.match(/news \d/g)
    await expect.poll(fromEnd).toBeLessThan(2)
    act(() => chat.say(line('agent', 'news 1')))
    await expect.poll(said).toEqual(['news 1'])
    await expect.element(page.getByRole('log')).toHaveAttribute('aria-live', 'off')
    await scrollUp(200)
    act(() => chat.say(line('agent', 'news 2')))
    await expect.element(page.getByRole('button', { name: 'New messages' })).toBeVisible()
    expect(said()).toEqual(['news 1'])
    attach.mockRestore()
  })

  test('is scrolled to, unless the reader has scrolled up; then a button leads there', async () => {
    const chat = await show(told(lines(60)))
    await expect.poll(fromEnd).toBeLessThan(2)
    act(() => chat.say(line('agent', 'one more')))
    await expect.poll(fromEnd).toBeLessThan(2)

    await scrollUp(300)
    expect(page.getByRole('button', { name: 'New messages' }).elements()).toHaveLength(0)
    act(() => chat.say(line('agent', 'news')))
    await page.getByRole('button', { name: 'New messages' }).click()
    await expect.poll(fromEnd).toBeLessThan(2)
    await expect.poll(() => page.getByRole('button', { name: 'New messages' }).elements().length).toBe(0)
  })

  test('is reported as seen only while the panel is open and at its end', async () => {
    const chat = await show(createFakeChat({ status: 'live', transcript: append(emptyTranscript, lines(60)), unread: 1 }))
    await expect.poll(() => chat.called).toEqual(['seen'])
    act(() => {
      chat.show({ unread: 0 })
      shown.view.opened.value = false
    })
    act(() => chat.show({ unread: 2 }))
    expect(chat.called).toEqual(['seen'])
    act(() => {
      shown.view.opened.value = true
    })
    await expect.poll(() => chat.called).toEqual(['seen', 'seen'])
  })
})

describe('a question', async () => {
  test('keeps its beginning in view when the answer above it is tall', async () => {
    const chat = await show(createFakeChat())
    act(() => chat.say(...lines(20, 'bot'), line('shopper', 'my words'), line('bot', 'tall\n'.repeat(60))))
    act(() => chat.show({ prompt: { id: 'p', step: 's', kind: 'choice', look: 'chips', options: [{ id: 'a', label: 'Yes' }] } }))
    const box = () => [...shown.root.querySelectorAll('.own')].at(-1)?.getBoundingClientRect().top ?? 0
    await expect.poll(() => Math.round(box() - scroller().getBoundingClientRect().top)).toBe(12)
  })
})

test('a story grows by one without a line being drawn anew when a chunk of it fills up', async () => {
  const chat = await show(told(lines(63)))
  const last = () => [...shown.root.querySelectorAll('.line')].find((one) => one.textContent?.includes('line 62'))
  const before = last()
  expect(linesDrawn(() => chat.say(line('agent', 'the 64th')))).toBe(1)
  expect(linesDrawn(() => chat.say(line('agent', 'the 65th')))).toBe(1)
  expect(before).toBeDefined()
  expect(last()).toBe(before)
})

describe('what became of an own message', async () => {
  test('stands under the last one only, and under each that was not sent', async () => {
    const mine = [line('shopper', 'one'), line('shopper', 'two'), line('shopper', 'three')]
    const [one, two, three] = mine.map((entry) => entry.id) as [string, string, string]
    const chat = await show(createFakeChat({ status: 'live', marks: { [one]: 'sent', [two]: 'failed', [three]: 'sending' } }))
    act(() => chat.say(...mine))
    const states = () => [...shown.root.querySelectorAll('.state')].map((state) => state.textContent)
    expect(states()).toEqual(['Not sentTry againDiscard', 'Sending…'])
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('button', { name: 'Discard' }).click()
    expect(chat.called).toContain(`retry ${two}`)
    expect(chat.sent).toEqual([{ type: 'discard', cmid: two }])
    act(() => chat.show({ marks: { [three]: 'read' } }))
    expect(states()).toEqual(['Read'])
  })

  test('waits, and says so, while there is no way through', async () => {
    const mine = line('shopper', 'one')
    const delivery = { level: 'durable', link: 'down', waiting: 1 } as const
    const chat = await show(createFakeChat({ status: 'live', delivery, marks: { [mine.id]: 'queued' } }))
    act(() => chat.say(mine))
    expect(shown.root.querySelector('.state')?.textContent).toBe('Waiting to be sent')
  })
})

test('the time is there for the hand, the eye and the ear', async () => {
  await show(told([line('bot', 'hello', { at: NOON })]))
  const time = page.getByText('12:00', { exact: true })
  await userEvent.hover(page.getByRole('button', { name: 'Close chat' }).last())
  expect(time.element().getAttribute('datetime')).toBe('2026-11-18T12:00:00.000Z')
  expect(getComputedStyle(time.element()).opacity).toBe('0')
  await userEvent.hover(page.getByText('hello', { exact: true }))
  expect(getComputedStyle(time.element()).opacity).toBe('1')
})
