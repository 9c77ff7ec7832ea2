// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Inbox } from '../inbox-store.js'
import { detailWith, NOON, packetWith, recordOf, said, settle, standInDesk } from '../stand-in/desk.js'
import { App } from './app.js'

let desk: ReturnType<typeof standInDesk>
let inbox: Inbox

beforeEach(() => {
  desk = standInDesk()
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  )
})
afterEach(() => {
  cleanup()
  inbox?.destroy()
  vi.unstubAllGlobals()
})

async function show(at = '') {
  inbox = await desk.inbox(at)
  const view = render(<App inbox={inbox} />)
  await act(settle)
  return view
}

const box = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Reply to the shopper|Internal note/ })
const asked = (call: string) => desk.asked.filter((each) => each.startsWith(call))

async function type(text: string) {
  await act(async () => {
    box().value = text
    box().setSelectionRange(text.length, text.length)
    fireEvent.input(box())
    await settle()
  })
}

async function press(key: string, more: object = {}) {
  let went = true
  await act(async () => {
    went = fireEvent.keyDown(box(), { key, ...more })
    await settle()
  })
  return went
}

const HOSTILE = [
  '<img src=x onerror="window.hacked=true">',
  '<script>window.hacked=true</script>',
  '\u202Egnirts lortnoc',
  '{{constructor.constructor("window.hacked=true")()}}',
  'javascript:window.hacked=true',
  '"><svg onload=window.hacked=true>',
]

describe('strange words', () => {
  it.each(HOSTILE)('shows %j as text wherever it stands', async (text) => {
    const fact = { value: text, source: 'shopper', verified: false, at: 1 } as const
    desk.put(
      detailWith({
        who: text,
        reason: text,
        last: { at: 1, text, by: 'shopper' },
        packet: packetWith({
          reason: { code: 'other', because: text },
          summary: text,
          facts: { name: fact, [text]: fact },
          tried: [{ article: { id: 'a', title: text }, helped: false, missing: text }],
          story: [{ id: 'e', turn: 'e', at: 1, by: 'bot', content: { kind: 'text', text } }],
          page: text,
          locale: text,
          zone: text,
          flow: text,
          team: text,
        }),
        records: [
          recordOf(1, 'shopper', said(text)),
          recordOf(2, 'agent', said(text), { name: text }),
          recordOf(3, 'shopper', { kind: 'file', upload: 'u1', name: text }),
          recordOf(4, 'agent', { kind: 'claimed', agent: text }),
        ],
        notes: [{ id: 'n', at: 1, agent: text, text }],
        order: { found: null, differs: [text] },
      }),
    )
    const { container } = await show('#/queue/c1')
    expect(screen.getAllByText((_, node) => node?.textContent === text && node.children.length === 0).length).toBeGreaterThan(8)
    expect(
      container.querySelectorAll('script, iframe, object, [onerror], [onload], [style], img:not([src^="/agent/uploads/"])'),
    ).toHaveLength(0)
    for (const link of container.querySelectorAll('a')) expect(link.getAttribute('href')).toMatch(/^(https:|\/agent\/uploads\/)/)
    expect('hacked' in window).toBe(false)
  })

  it('folds 10,000 characters, and shows them all when asked', async () => {
    const text = 'long words '.repeat(1_000)
    desk.put(detailWith({ records: [recordOf(1, 'shopper', said(text))] }))
    await show('#/queue/c1')
    const log = screen.getByRole('log')
    expect(log.textContent?.length).toBeLessThan(2_000)
    fireEvent.click(within(log).getByRole('button', { name: 'Show all 11,000 characters' }))
    await act(settle)
    expect(log.textContent).toContain(text.trim())
  })

  it('keeps every foreign word in a box of its own direction', async () => {
    desk.put(detailWith({ who: 'שלום', records: [recordOf(1, 'shopper', said('مرحبا'))] }))
    await show('#/queue/c1')
    expect(screen.getByText('مرحبا').getAttribute('dir')).toBe('auto')
    for (const node of screen.getAllByText('שלום')) expect(node.tagName).toBe('BDI')
  })

  it('links https only, and in a new window that knows nothing of this one', async () => {
    desk.put(detailWith({ records: [recordOf(1, 'shopper', said('http://a.example https://b.example/x javascript:alert(1)'))] }))
    await show('#/queue/c1')
    const links = within(screen.getByRole('log')).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['https://b.example/x'])
    expect(links[0]?.getAttribute('rel')).toContain('noreferrer')
  })
})

describe('the card', () => {
  it('tells what was asked, what is known and by whom, what was tried, and what the browser showed', async () => {
    desk.put(
      detailWith({
        verified: { orderNumber: { value: 'SB-1', source: 'desk', verified: true, at: 1 } },
        packet: packetWith({
          tried: [{ article: { id: 'a', title: 'When will it come?' }, helped: false, missing: 'a date' }],
          story: [
            { id: 'e', turn: 'e', at: 1, by: 'bot', content: { kind: 'text', text: 'Hi! What can I help you with today?' } },
          ],
          omitted: 3,
        }),
      }),
    )
    await show('#/queue/c1')
    const card = screen.getByRole('region', { name: 'The parcel was promised for Thursday.' })
    for (const words of [
      'The parcel is late',
      'where is my parcel',
      'Marieke de Vries',
      'When will it come?',
      'a date',
      '3 earlier left out',
    ]) {
      expect(card.textContent).toContain(words)
    }
    expect(within(card).getAllByText('typed by the shopper, not verified')).toHaveLength(2)
    expect(within(card).getAllByText('verified by the shop')).toHaveLength(1)
    // The bot's lines are the browser's word: they stand in the card, never among the records.
    expect(within(card).getByText('What the shopper’s browser showed')).toBeTruthy()
    expect(screen.getByRole('log').textContent).not.toContain('What can I help you with')
  })

  it('says of a late parcel what is known, not twice that it is late', async () => {
    const parcel = { reached: {}, promised: '2026-11-19', lastScan: Date.UTC(2026, 10, 21, 12) }
    const order = { number: '1002', placed: NOON, parcels: [parcel] }
    desk.put(detailWith({ packet: packetWith({ summary: 'Order 1002 is late.', order }), order: { found: order, differs: [] } }))
    await show('#/queue/c1')
    expect(
      screen.getByRole('region', { name: 'Order 1002: promised for Thu 19 Nov, last scanned Sat 21 Nov' }).textContent,
    ).toContain('The parcel is late')
  })

  it('keeps the shopper’s own words of a late parcel', async () => {
    const order = { number: '1002', placed: NOON, parcels: [{ reached: {}, promised: '2026-11-19' }] }
    const summary = 'Order 1002 is late. It is for Sunday!'
    desk.put(detailWith({ packet: packetWith({ summary, order }), order: { found: order, differs: [] } }))
    await show('#/queue/c1')
    expect(screen.getByRole('region', { name: summary })).toBeTruthy()
  })

  it('says that the desk agrees, and that no refund is booked yet', async () => {
    const order = { number: '1011', placed: NOON, returned: NOON, parcels: [] }
    const situation = { value: 'returned', source: 'shopper', verified: false, at: 1 } as const
    const packet = packetWith({ order, facts: { situation } })
    desk.put(detailWith({ packet, order: { found: order, differs: [] } }))
    const { unmount } = await show('#/queue/c1')
    expect(screen.getByText('agrees with the desk’s order')).toBeTruthy()
    expect(within(screen.getByRole('complementary')).getByText('No refund booked yet')).toBeTruthy()
    unmount()
    inbox.destroy()
    desk.put(detailWith({ packet, order: { found: { ...order, refunded: NOON }, differs: ['Refunded'] } }))
    await show('#/queue/c1')
    expect(screen.getByText('as the bot showed it, not verified')).toBeTruthy()
    expect(screen.queryByText('No refund booked yet')).toBeNull()
    expect(screen.getAllByText(/^Refunded/).length).toBeGreaterThan(0)
  })

  it('marks where the desk’s order differs from what the shopper saw', async () => {
    const order = (city: string) => ({ number: 'SB-1', placed: 0, city, parcels: [] })
    desk.put(detailWith({ packet: packetWith({ order: order('Ghent') }), order: { found: order('Bruges'), differs: ['City'] } }))
    await show('#/queue/c1')
    expect(screen.getByText('1 difference')).toBeTruthy()
    const line = screen.getByRole('row', { name: /Going to \(differs\)/ })
    expect(line.textContent).toContain('Bruges')
    expect(line.textContent).toContain('Ghent')
  })
})

describe('writing', () => {
  beforeEach(() => desk.put(detailWith()))

  it('sends by Enter and breaks a line by Shift and Enter', async () => {
    await show('#/queue/c1')
    await type('Hello')
    expect(await press('Enter', { shiftKey: true })).toBe(true)
    expect(asked('reply')).toEqual([])
    expect(await press('Enter')).toBe(false)
    expect(asked('reply')).toEqual(['reply c1 id-1 1 Hello'])
    expect(box().value).toBe('')
    expect(within(screen.getByRole('log')).getByText('Hello')).toBeTruthy()
  })

  it.each([{ isComposing: true }, { keyCode: 229 }])('leaves Enter to the input method with %j', async (composing) => {
    await show('#/queue/c1')
    await type('にほん')
    await press('Enter', composing)
    expect(asked('reply')).toEqual([])
  })

  it('never sends as a reply what was written as a note', async () => {
    await show('#/queue/c1')
    fireEvent.click(screen.getByRole('radio', { name: 'Internal note' }))
    await act(settle)
    expect(box().getAttribute('aria-label')).toBe('Internal note — the shopper does not see this')
    expect(screen.queryByRole('button', { name: 'Send' })).toBeNull()
    await type('He is lying')
    fireEvent.click(screen.getByRole('radio', { name: 'Reply' }))
    await act(settle)
    expect(box().value).toBe('')
    await press('Enter')
    expect(asked('reply')).toEqual([])
    fireEvent.click(screen.getByRole('radio', { name: 'Internal note' }))
    await act(settle)
    expect(box().value).toBe('He is lying')
    await press('Enter')
    expect(asked('reply')).toEqual([])
    expect(asked('note')).toEqual(['note c1 id-1 He is lying'])
    const note = screen.getByRole('region', { name: 'Internal note' })
    expect(note.textContent).toContain('the shopper does not see this')
  })

  it('hands a conversation to a colleague who is there', async () => {
    desk.put(detailWith({ status: 'live', agent: 'Ada' }))
    await show('#/mine/c1')
    fireEvent.click(screen.getByRole('button', { name: 'Hand over' }))
    await act(settle)
    fireEvent.click(screen.getByRole('button', { name: 'Grace' }))
    await act(settle)
    expect(asked('transfer')).toEqual(['transfer c1 grace-1'])
    expect(screen.queryByRole('button', { name: 'Hand over' })).toBeNull()
    expect(screen.getAllByText(/Grace has this/).length).toBeGreaterThan(0)
  })

  it('says who has it when somebody else was quicker, and keeps the text as a note only when asked', async () => {
    await show('#/queue/c1')
    desk.refuse('reply', { why: 'taken', by: 'Grace' })
    desk.put(detailWith({ status: 'live', agent: 'Grace' }))
    await type('Hello')
    await press('Enter')
    expect(screen.getByText('Somebody else has this: Grace. Your text is kept below.')).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: 'Reply to the shopper' })).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Make what you typed a note' }))
    await act(settle)
    expect(box().value).toBe('Hello')
    expect(box().getAttribute('aria-label')).toContain('Internal note')
  })

  it('says what to do with a text that is too long, and loses nothing of it', async () => {
    await show('#/queue/c1')
    await type('x'.repeat(4_010))
    expect(screen.getByText(/^10 characters too many/)).toBeTruthy()
    await press('Enter')
    expect(screen.getByText(/^That is longer than 4,000 characters/)).toBeTruthy()
    expect(box().value).toHaveLength(4_010)
  })

  it('puts a saved reply in by a slash, with the shopper’s name', async () => {
    await show('#/queue/c1')
    await type('/')
    expect(screen.getAllByRole('option')).toHaveLength(6)
    await type('/photo')
    expect(box().getAttribute('aria-activedescendant')).toBe('saved-photo')
    await press('Enter')
    expect(box().value).toContain('Marieke')
    expect(box().value).not.toContain('/photo')
    expect(asked('reply')).toEqual([])
    expect(screen.queryByRole('option')).toBeNull()
  })

  it('leaves the saved replies by Escape, and then sends what stands there', async () => {
    await show('#/queue/c1')
    await type('/late')
    await press('Escape')
    expect(screen.queryByRole('option')).toBeNull()
    await press('Enter')
    expect(asked('reply')).toEqual(['reply c1 id-1 1 /late'])
  })

  it('inserts an article’s title and first paragraph', async () => {
    await show('#/queue/c1')
    fireEvent.click(screen.getByRole('button', { name: 'Article' }))
    await act(settle)
    const search = screen.getByRole('searchbox', { name: 'Search articles' })
    fireEvent.input(search, { target: { value: 'free' } })
    await act(settle)
    fireEvent.click(screen.getByRole('button', { name: /Send something back/ }))
    await act(settle)
    expect(box().value).toBe('Send something back\nThirty days, label (https://shop.example/l).')
  })

  it('says that a reply was not sent, and sends it when asked', async () => {
    await show('#/queue/c1')
    desk.refuse('reply', { why: 'unreachable' })
    await type('Hello')
    await press('Enter')
    expect(screen.getByText(/Not sent/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: 'Send again' }))
    await act(settle)
    expect(screen.queryByText(/Not sent/)).toBeNull()
    expect(asked('reply')).toHaveLength(2)
  })
})

describe('the room', () => {
  it('takes a name at the door, and a password only if asked', async () => {
    desk.refuse('me', { why: 'signed-out', passwordRequired: false })
    desk.refuse('login', { why: 'signed-out', passwordRequired: true })
    await show()
    expect(screen.queryByLabelText('Password of this desk')).toBeNull()
    fireEvent.input(screen.getByRole('textbox', { name: /Your name/ }), { target: { value: 'Ada' } })
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await act(settle)
    fireEvent.input(screen.getByLabelText('Password of this desk'), { target: { value: 'secret' } })
    fireEvent.click(screen.getByRole('button', { name: 'Sign in' }))
    await act(settle)
    expect(asked('login')).toEqual(['login Ada ', 'login Ada secret'])
    expect(screen.getByRole('button', { name: 'Sign out' })).toBeTruthy()
  })

  it('says what shoppers see, and switches it', async () => {
    await show()
    expect(screen.getByText(/Open by the clock/)).toBeTruthy()
    fireEvent.click(screen.getByRole('radio', { name: 'Closed' }))
    await act(settle)
    expect(asked('hours false')).toHaveLength(1)
    expect(screen.getByText(/Closed by hand/)).toBeTruthy()
    expect(screen.getByText(/offered a ticket/)).toBeTruthy()
  })

  it('shows a row by who, why in two words, how long, and what was said last', async () => {
    desk.put(detailWith({ reason: 'damaged', priority: 'urgent', unread: 2, last: { at: 1, text: 'in pieces', by: 'shopper' } }))
    await show()
    const row = screen.getByRole('button', {
      name: /2 unread\. Marieke.*waiting less than a minute.*Urgent.*Damaged goods.*in pieces/s,
    })
    await act(() => desk.pass(11 * 60_000))
    expect(row.textContent).toContain('11 min')
    expect(row.querySelector('.warm-3')).toBeTruthy()
  })

  it('finds what a colleague has, and says who that is', async () => {
    desk.put(detailWith({ id: 'c1', who: 'Marieke', status: 'live', agent: 'Grace' }))
    desk.put(detailWith({ id: 'c2', who: 'Ben', status: 'closed' }))
    await show()
    const list = () => within(screen.getByRole('region', { name: 'Lists' })).queryAllByRole('listitem')
    expect(list()).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: /^All 1/ }))
    await act(settle)
    expect(list().map((row) => row.textContent)).toEqual([expect.stringMatching(/Marieke.*· Grace/)])
    const search = screen.getByRole<HTMLInputElement>('searchbox', { name: /^Find/ })
    fireEvent.input(search, { target: { value: 'ben' } })
    await act(() => desk.pass(1_000))
    expect(asked('find')).toEqual(['find ben'])
    expect(list().map((row) => row.textContent)).toEqual([expect.stringMatching(/Ben.*· closed/)])
    fireEvent.input(search, { target: { value: 'nobody' } })
    await act(() => desk.pass(1_000))
    expect(screen.getByText('No conversation has this name, e-mail or order number.')).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^All 1/ }))
    await act(settle)
    expect(search.value).toBe('')
    expect(list()).toHaveLength(1)
  })

  it('says in one piece what to do where nothing is chosen', async () => {
    const { container } = await show()
    expect(container.querySelector('.nothing')?.childNodes).toHaveLength(1)
    expect(container.querySelector('.nothing')?.textContent).toBe('Choose a conversation on the left, or press j.')
  })

  it('keeps a ticket’s name and promise when it is taken, and says where the answer went', async () => {
    const due = NOON + 3 * 3_600_000
    const promise = recordOf(2, 'desk', { kind: 'deferred', ticket: 'T1', due })
    const ticket = detailWith({ status: 'live', agent: 'Ada', ticket: 'T1', due })
    const standing = () => document.querySelector('.conversation-name p')?.textContent ?? ''
    desk.put({ ...ticket, records: [promise] })
    const { unmount } = await show('#/mine/c1')
    expect(standing()).toMatch(/^Yours · Ticket · answer due 3 h 00, by .* · live chat$/)
    expect(screen.getByText('due 3 h 00')).toBeTruthy()
    expect(screen.getByRole('button', { name: /^Marieke.* · ticket/ })).toBeTruthy()
    unmount()
    inbox.destroy()
    // What the shopper had said before is answered; what they have said since waits.
    for (const [answered, words] of [
      [NOON - 60_000, 'answered'],
      [NOON - 360_000, 'waiting 5 minutes5 min'],
    ] as const) {
      desk.put({ ...ticket, status: 'ticket', answered, last: { at: NOON - 300_000, text: 'Hello?', by: 'shopper' } })
      const shown = await show('#/mine')
      expect(document.querySelector('.row .waiting')?.textContent).toBe(words)
      shown.unmount()
      inbox.destroy()
    }
    const answer = recordOf(3, 'agent', said('Here it is'), { name: 'Ada' })
    desk.put({ ...ticket, status: 'ticket', records: [promise, answer], mailed: 'noor@example.com' })
    await show('#/mine/c1')
    expect(standing()).toMatch(/^Yours · Ticket · answered, by mail to noor@example.com · promised by /)
    // Whoever is signed in stands beside their own words with their own letter.
    expect(document.querySelector('.bubble-head .initials')?.textContent).toBe('A')
  })

  it('says how long somebody was told to wait without saying it twice', async () => {
    desk.put(detailWith({ wait: { seconds: 40, basis: 'today' } }))
    const { unmount } = await show('#/queue/c1')
    expect(screen.getByText('Told to wait').parentElement?.textContent).toBe('Told to waitless than a minute')
    unmount()
    inbox.destroy()
    desk.put(detailWith({ wait: { seconds: 120, basis: 'today' } }))
    await show('#/queue/c1')
    expect(screen.getByText('Told to wait').parentElement?.textContent).toBe('Told to waitabout 2 minutes')
  })

  it('promises shoppers nobody while it has no connection', async () => {
    await show()
    expect(screen.getByText(/Shoppers can talk to a person now/)).toBeTruthy()
    await act(() => desk.news()?.disconnected())
    expect(screen.getByText(/only where a colleague is here/)).toBeTruthy()
  })

  it('is honest about a lost connection, and quiet once it is back', async () => {
    await show()
    await act(() => desk.news()?.disconnected())
    expect(screen.getByText(/No connection to the desk/)).toBeTruthy()
    await act(async () => {
      desk.news()?.connected()
      await settle()
    })
    expect(screen.queryByText(/No connection to the desk/)).toBeNull()
  })

  describe('a request', () => {
    const request = (over: object = {}) =>
      detailWith({ packet: packetWith({ reason: { code: 'return', because: '', request: 'return' } }), ...over })
    const decideBy = async (outcome: string) => {
      fireEvent.click(screen.getByRole('radio', { name: outcome }))
      await act(settle)
    }
    const send = async () => {
      fireEvent.click(screen.getByRole('button', { name: /^Decide/ }))
      await act(settle)
    }

    it('is decided with one form, and then shows who decided what', async () => {
      desk.put(request())
      await show('#/queue/c1')
      await decideBy('Refund')
      fireEvent.input(screen.getByLabelText(/Amount in EUR/), { target: { value: '12,50' } })
      fireEvent.input(screen.getByLabelText(/The shopper reads this/), { target: { value: 'The lid was loose.' } })
      await send()
      expect(asked('decide')).toEqual(['decide c1 id-1 refund 12.5 - The lid was loose.'])
      expect(screen.getAllByText('Refund of €12.50').length).toBeGreaterThan(0)
      expect(screen.queryByRole('radio', { name: 'Refund' })).toBeNull()
    })

    it.each([
      ['nothing chosen', null, 'Choose what happens.'],
      ['no amount', 'Store credit', /Give the amount/],
      ['no reason', 'Say no', /Say why/],
    ])('is not decided with %s', async (_name, outcome, mend) => {
      desk.put(request())
      await show('#/queue/c1')
      if (outcome) await decideBy(outcome)
      await send()
      expect(screen.getByText(mend)).toBeTruthy()
      expect(asked('decide')).toEqual([])
    })

    it('is decided again only with a reason, and names what it replaces', async () => {
      desk.put(
        request({
          records: [recordOf(1, 'agent', { kind: 'decided', request: 'return', outcome: 'refund', note: '' }, { name: 'Grace' })],
        }),
      )
      await show('#/queue/c1')
      expect(screen.queryByRole('radio', { name: 'Refund' })).toBeNull()
      fireEvent.click(screen.getByRole('button', { name: 'Decide again' }))
      await act(settle)
      await decideBy('Send a new one')
      await send()
      expect(screen.getByText(/Say why/)).toBeTruthy()
      fireEvent.input(screen.getByLabelText(/The shopper reads this/), { target: { value: 'We found one.' } })
      await send()
      expect(asked('decide')).toEqual(['decide c1 id-1 replace - 1 We found one.'])
    })

    it('that somebody else has decided says so', async () => {
      desk.put(request())
      await show('#/queue/c1')
      desk.refuse('decide', { why: 'decided', by: 'Grace' })
      await decideBy('Refund')
      await send()
      expect(screen.getByText(/Grace has decided this already/)).toBeTruthy()
    })
  })

  it('reads the shopper’s taps in the agent’s language, with the words that they saw', async () => {
    desk.put(
      detailWith({
        packet: packetWith({
          locale: 'de',
          story: [
            {
              id: 'a',
              turn: 'a',
              at: 1,
              by: 'shopper',
              content: { kind: 'answered', to: 'p', text: 'Bestellung verfolgen', key: 'menu.order' },
            },
            { id: 'b', turn: 'b', at: 2, by: 'bot', content: { kind: 'text', text: 'Unsere eigene Frage', key: 'shop.own' } },
            { id: 'c', turn: 'c', at: 3, by: 'shopper', content: { kind: 'text', text: 'Wo ist mein Paket?' } },
          ],
        }),
      }),
    )
    await show('#/queue/c1')
    await vi.waitFor(() => expect(screen.getByText('Order Status')).toBeTruthy())
    expect(screen.getByText('Bestellung verfolgen')).toBeTruthy()
    expect(screen.getByText('in German')).toBeTruthy()
    expect(screen.getByText('Wo ist mein Paket?')).toBeTruthy()
  })

  it('puts a broken promise first, and says so', async () => {
    desk.put(detailWith({ id: 'c1', who: 'Early bird', promised: null, reason: 'asked' }))
    desk.put(detailWith({ id: 'c2', who: 'Late bird', promised: NOON - 60_000, reason: 'asked' }))
    await show('#/queue')
    expect(screen.getAllByText(/bird/).map((who) => who.textContent)).toEqual(['Late bird', 'Early bird'])
    expect(screen.getByText(/Promise broken/)).toBeTruthy()
  })

  it('closes only after it has asked', async () => {
    desk.put(detailWith())
    await show('#/queue/c1')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    await act(settle)
    expect(asked('close')).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: 'Close as resolved' }))
    await act(settle)
    expect(asked('close')).toEqual(['close c1 true'])
    expect(screen.getByText(/The shopper has not rated it/)).toBeTruthy()
  })

  it.each([
    ['Nobody has answered the shopper yet.', [recordOf(2, 'shopper', said('Hello?'))]],
    [
      'The shopper wrote last, after your team’s answer.',
      [recordOf(2, 'agent', said('Hello')), recordOf(3, 'shopper', said('And?'))],
    ],
  ])('says before it closes: %s', async (words, records) => {
    desk.put(detailWith({ records }))
    await show('#/queue/c1')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.getByText(words)).toBeTruthy()
  })

  it('says nothing of who wrote last where that was an agent', async () => {
    desk.put(detailWith({ records: [recordOf(2, 'shopper', said('Hello?')), recordOf(3, 'agent', said('Hello'))] }))
    await show('#/queue/c1')
    fireEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(screen.queryByText(/wrote last|has answered/)).toBeNull()
  })

  it('shows the rating of what is closed', async () => {
    desk.put(detailWith({ status: 'closed', rating: 4 }))
    await show('#/closed/c1')
    expect(screen.getByText(/The shopper rated it 4 of 5/)).toBeTruthy()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('lists articles by how they failed, with what was missing', async () => {
    const insight = { shown: 12, helped: 1, toPerson: 0, missing: [{ at: 1, text: '<b>half sizes</b>' }] }
    desk.parts.api.insights = () =>
      Promise.resolve({
        ok: true,
        value: {
          articles: [
            { ...insight, article: 'b', title: 'Costs most', notHelped: 1, toPerson: 3 },
            { ...insight, article: 'a', title: 'Fails little', notHelped: 2 },
          ],
          searches: [{ words: 'gift wrap', count: 4 }],
        },
      })
    await show('#/insights')
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'Costs most',
      'Fails little',
      'Searched for in vain',
    ])
    expect(screen.getByText('gift wrap')).toBeTruthy()
    expect(screen.getAllByText('Went on to a person').map((name) => name.nextElementSibling?.textContent)).toEqual(['3', '0'])
    expect(screen.getAllByText('<b>half sizes</b>')).toHaveLength(2)
  })
})
