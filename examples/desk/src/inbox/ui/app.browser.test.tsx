import axe from 'axe-core'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import type { Inbox } from '../inbox-store.js'
import { listenForShortcuts } from '../shortcut-keys.js'
import { detailWith, NOON, packetWith, recordOf, said, settle, standInDesk } from '../stand-in/desk.js'
import '../styles/index.css'
import { App } from './app.js'

let root: HTMLElement
let desk: ReturnType<typeof standInDesk>
let inbox: Inbox
let stopKeys: () => void

beforeEach(async () => {
  await page.viewport(1440, 900)
  document.documentElement.lang = 'en'
  document.title = 'Inbox'
  root = document.createElement('div')
  root.id = 'inbox'
  document.body.append(root)
  desk = standInDesk()
})
afterEach(async () => {
  stopKeys()
  await act(() => render(null, root))
  inbox.destroy()
  root.remove()
})

async function show(at: string) {
  inbox = await desk.inbox(at)
  stopKeys = listenForShortcuts(window, inbox)
  await act(() => render(<App inbox={inbox} />, root))
  await act(settle)
}

const order = (lastScan?: number) => ({
  number: 'SB-1',
  placed: 0,
  city: 'Ghent',
  parcels: [{ reached: { ordered: 0, packed: 1 }, promised: '2026-11-26', ...(lastScan ? { lastScan } : {}) }],
})

const rich = () =>
  detailWith({
    status: 'live',
    agent: 'Ada',
    priority: 'high',
    unread: 1,
    packet: packetWith({
      order: order(),
      tried: [{ article: { id: 'a', title: 'When will it come?' }, helped: false, missing: 'a date' }],
      story: [{ id: 'e', turn: 'e', at: 1, by: 'bot', content: { kind: 'order', order: order() } }],
    }),
    order: { found: order(86_400_000), differs: [] },
    verified: { orderNumber: { value: 'SB-1', source: 'desk', verified: true, at: 1 } },
    records: [
      recordOf(1, 'shopper', said('Where is it? https://shop.example/x')),
      recordOf(2, 'agent', said('I’m looking.'), { name: 'Ada' }),
      recordOf(3, 'agent', { kind: 'claimed', agent: 'Ada' }),
    ],
    notes: [{ id: 'n', at: 1, agent: 'Grace', text: 'Third this week' }],
  })

async function violations(): Promise<readonly string[]> {
  const { violations } = await axe.run(document.body, { resultTypes: ['violations'] })
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(' | ')}`,
  )
}

describe('accessibility', () => {
  const nothing = () => Promise.resolve()
  const scenes: readonly (readonly [string, string, () => Promise<void>])[] = [
    ['a conversation', '#/mine/c1', nothing],
    ['the queue', '#/queue', nothing],
    ['insights', '#/insights', nothing],
    [
      'a request to decide',
      '#/queue/c3',
      async () => {
        await userEvent.click(page.getByRole('radio', { name: 'Store credit' }))
        await userEvent.click(page.getByRole('button', { name: 'Decide: store credit' }))
      },
    ],
    ['a decision', '#/queue/c4', nothing],
    [
      'a note',
      '#/mine/c1',
      async () => {
        await userEvent.keyboard('n')
        await userEvent.keyboard('between us')
      },
    ],
    [
      'saved replies',
      '#/mine/c1',
      async () => {
        await userEvent.keyboard('r')
        await userEvent.keyboard('/')
      },
    ],
    ['help', '#/mine/c1', () => userEvent.keyboard('?')],
    ['closing', '#/mine/c1', () => userEvent.keyboard('e')],
  ]

  const both = scenes.flatMap(([scene, at, prepare]) =>
    (['light', 'dark'] as const).map((scheme) => ({ scene, scheme, at, prepare })),
  )

  it.each(both)('finds nothing to mend in $scene, $scheme', async ({ scheme, at, prepare }) => {
    await cdp().send('Emulation.setEmulatedMedia', {
      features: [
        { name: 'prefers-color-scheme', value: scheme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    })
    expect(matchMedia('(prefers-color-scheme: dark)').matches).toBe(scheme === 'dark')
    desk.put(rich())
    const asks = packetWith({ reason: { code: 'return', because: '', request: 'return' }, locale: 'de' })
    desk.put(detailWith({ id: 'c3', packet: asks, promised: NOON - 1 }))
    const no = { kind: 'decided', request: 'return', outcome: 'reject', note: 'It was worn.' } as const
    desk.put(detailWith({ id: 'c4', packet: asks, records: [recordOf(1, 'agent', no, { name: 'Grace' })] }))
    desk.put(detailWith({ id: 'c2', who: 'Jonas', unread: 1, opened: detailWith().opened - 900_000 }))
    await show(at)
    await prepare()
    await act(settle)
    expect(await violations()).toEqual([])
  })

  it('would find a fault if there were one', async () => {
    await show('#/queue')
    root.querySelector('.top-bar')?.append(document.createElement('button'))
    expect((await violations()).join()).toContain('button-name')
  })
})

describe('keys', () => {
  it('walk through the list, write, ask before closing, and stay out of the way of typing', async () => {
    for (const id of ['c1', 'c2']) desk.put(detailWith({ id, who: id, opened: id === 'c1' ? 1 : 2 }))
    await show('#/queue')
    await userEvent.click(page.getByText('By the clock', { exact: true }))
    await userEvent.keyboard('j')
    await expect.poll(() => inbox.place.value.conversation).toBe('c1')
    await userEvent.keyboard('j')
    await expect.poll(() => document.activeElement?.getAttribute('aria-current')).toBe('true')
    await expect.poll(() => inbox.conversation.detail.value?.id).toBe('c2')
    await userEvent.keyboard('n')
    await expect.element(page.getByRole('textbox', { name: 'Internal note — the shopper does not see this' })).toHaveFocus()
    await userEvent.keyboard('jken?')
    expect(inbox.drafts.text('c2', 'note')).toBe('jken?')
    expect(inbox.dialog.value).toBeNull()
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('r')
    await expect.element(page.getByRole('textbox', { name: 'Reply to the shopper' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await userEvent.keyboard('e')
    await expect.element(page.getByRole('button', { name: 'Close as resolved' })).toHaveFocus()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => inbox.dialog.value).toBeNull()
    expect(desk.asked.filter((call) => call.startsWith('close'))).toEqual([])
  })
})

describe('layout', () => {
  it.each([
    [1440, 900],
    [1024, 768],
    [390, 844],
  ])('stays within %i pixels whatever is written', async (width, height) => {
    const word = 'W'.repeat(3_000)
    desk.put(
      detailWith({
        who: word.slice(0, 80),
        last: { at: 1, text: word, by: 'shopper' },
        packet: packetWith({
          summary: word,
          page: word,
          reason: { code: 'other', because: word },
          facts: { name: { value: word, source: 'shopper', verified: false, at: 1 } },
        }),
        records: [recordOf(1, 'shopper', said(word))],
        notes: [{ id: 'n', at: 1, agent: 'Ada', text: word }],
      }),
    )
    await page.viewport(width, height)
    await show('#/queue/c1')
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
    for (const box of root.querySelectorAll('.conversation-scroll, .queue-scroll, .context')) {
      expect(box.scrollWidth).toBeLessThanOrEqual(box.clientWidth)
    }
  })

  it('does not let an override of direction reach beyond its own words', async () => {
    desk.put(detailWith({ packet: packetWith({ reason: { code: 'asked', because: '\u202Ewords' } }) }))
    await show('#/queue/c1')
    const quote = root.querySelector('.because q')
    const words = quote?.querySelector('bdi')
    expect(words && getComputedStyle(words).unicodeBidi).toBe('isolate')
  })

  it('shows one column at a time on a phone, and comes back to the list', async () => {
    desk.put(detailWith())
    await page.viewport(390, 844)
    await show('#/queue')
    await expect.element(page.getByRole('log')).not.toBeInTheDocument()
    await userEvent.click(page.getByRole('button', { name: /Marieke/ }))
    await expect.element(page.getByRole('log')).toBeVisible()
    await expect.element(page.getByRole('heading', { level: 2, name: 'Marieke' })).toHaveFocus()
    expect(root.querySelector('.queue')?.getBoundingClientRect().width).toBe(0)
    await userEvent.click(page.getByRole('button', { name: 'Back to the list' }))
    await expect.element(page.getByRole('button', { name: /Marieke/ })).toBeVisible()
  })

  it('stays at the end of a talk, and leaves somebody who reads above where they are', async () => {
    const records = Array.from({ length: 60 }, (_, index) =>
      recordOf(index + 1, index % 2 ? 'agent' : 'shopper', said(`line ${index}`)),
    )
    desk.put(detailWith({ status: 'live', agent: 'Ada', records }))
    await show('#/mine/c1')
    inbox.looking.value = true
    const scroll = root.querySelector('.conversation-scroll')
    if (!scroll) throw new Error('no scroller')
    const below = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight
    expect(below()).toBeLessThan(2)
    await act(() => desk.shopperSays('c1', 'at the end'))
    expect(below()).toBeLessThan(2)
    scroll.scrollTop = 0
    await new Promise((resolve) => scroll.addEventListener('scroll', resolve, { once: true }))
    await act(() => desk.shopperSays('c1', 'below'))
    expect(scroll.scrollTop).toBe(0)
    await userEvent.click(page.getByRole('button', { name: '1 new message' }))
    await expect.element(page.getByRole('button', { name: '1 new message' })).not.toBeInTheDocument()
    expect(below()).toBeLessThan(2)
  })
})
