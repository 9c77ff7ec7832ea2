import type { Decision, Entry, Late, Snapshot } from '@shopbell/core'
import axe from 'axe-core'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeChat, line, NOON } from '../../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../../testing/show-shell.js'

let shown: Shown
afterEach(() => shown.remove())

async function show(snapshot: Partial<Snapshot>, entries: readonly Entry[], scheme: 'light' | 'dark' = 'light') {
  const chat = createFakeChat(snapshot)
  chat.say(...entries)
  shown = showShell(chat, { scheme })
  await arrived(shown, chat)
  return chat
}

const decided = (over: Partial<Decision> = {}) =>
  line('agent', { kind: 'decided', request: 'return', outcome: 'refund', note: '', ...over }, { name: 'Maya' })
const euros = { value: 12.5, currency: 'EUR' }

describe('a decision', () => {
  test.each<[Partial<Decision>, string, RegExp]>([
    [{}, 'You get your money back', /goes back the way you paid/],
    [{ amount: euros }, 'You get €12.50 back', /goes back the way you paid/],
    [{ request: 'damage', outcome: 'repair-charged', amount: euros }, 'We can repair it for €12.50', /before you say yes/],
    [{ request: 'exchange', outcome: 'store-credit', amount: euros }, 'You get €12.50 to spend in our shop', /ready to use/],
    [{ request: 'cancel', outcome: 'cancelled' }, 'Your order is cancelled', /goes back the way you paid/],
    [{ request: 'change', outcome: 'reject', note: 'It has left us.' }, 'We can’t do this one', /just answer here/],
  ])('%j says what it is, and what happens next', async (over, title, next) => {
    await show({ status: 'ticket' }, [decided(over)])
    await expect.element(page.getByRole('heading', { name: title })).toBeVisible()
    await expect.element(page.getByText(next)).toBeVisible()
    if (over.note) await expect.element(page.getByText(over.note)).toBeVisible()
  })

  test('that takes the place of another says so', async () => {
    await show({ status: 'live', agent: 'Maya' }, [decided({ replaces: 3 })])
    await expect.element(page.getByText('This takes the place of what we told you before.')).toBeVisible()
  })
})

describe('who is named in the header', () => {
  const answer = line('agent', { kind: 'text', text: 'Please send us a photo.' }, { name: 'Maya' })
  const closed = { open: false, wait: null, opens: NOON + 3_600_000, closes: null, reply: null }
  const standing = () => shown.root.querySelector('.standing')
  const told = () => [standing()?.textContent, standing()?.querySelector('.on') !== null]

  test('is with the shopper in a live chat, and in a ticket’s while people are here', async () => {
    await show({ status: 'live', agent: 'Maya', availability: closed }, [answer])
    expect(told()).toEqual(['Maya is with you', true])
    shown.remove()
    await show({ status: 'live', agent: 'Maya', due: NOON, availability: { ...closed, open: true } }, [answer])
    expect(told()).toEqual(['Maya is with you', true])
  })

  test('has written where a ticket is answered while the shop is closed, and it is said when people are back', async () => {
    const chat = await show({ status: 'live', agent: 'Maya', due: NOON, availability: closed }, [answer])
    expect(told()).toEqual(['Maya has written · people back at 13:00 your time', false])
    act(() => chat.show({ agent: '', availability: { ...closed, opens: null } }))
    expect(told()).toEqual(['Support has written · people reply by message', false])
  })
})

describe('a receipt', () => {
  const receipt = { at: NOON, email: 'noor@example.com', ticket: '3KWPGV6C', turn: 'sent' }
  const own: Entry = { ...line('shopper', 'My teapot arrived broken'), id: 'sent.0', turn: 'sent' }
  const words = 'Sent 12:00, the answer goes to noor@example.com · 3KWPGV6C'

  test('says once when it was sent, where the answer goes, and the number of the ticket', async () => {
    await show({ status: 'ticket', receipt }, [own])
    await expect.poll(() => [...shown.root.querySelectorAll('.receipt')].map((one) => one.textContent)).toEqual([words])
  })

  test('stays below what was sent, once a person has answered', async () => {
    await show({ status: 'live', agent: 'Mira', receipt }, [own, line('agent', 'Hello', { name: 'Mira' })])
    await expect.poll(() => shown.root.querySelector('.own .receipt')?.textContent).toBe(words)
  })

  test('of a ticket that is answered stands below what was sent, and no answer is promised until the shopper writes again', async () => {
    const chat = await show({ status: 'ticket', receipt }, [own, line('agent', 'Yes, we do.', { name: 'Mira' })])
    await expect.poll(() => shown.root.querySelector('.own .receipt')?.textContent).toBe(words)
    expect(shown.root.querySelector('.progress')).toBeNull()
    act(() => chat.say({ ...line('shopper', 'In green, too?'), id: 'later.0', turn: 'later' }))
    await expect.element(page.getByText('We have your message')).toBeVisible()
    expect(shown.root.querySelectorAll('.receipt')).toHaveLength(1)
  })

  test('promises no mail to whoever is with a person and has no ticket', async () => {
    await show({ status: 'live', agent: 'Mira', receipt: { ...receipt, ticket: '' } }, [
      own,
      line('agent', 'Hello', { name: 'Mira' }),
    ])
    await expect.element(page.getByText('Hello')).toBeVisible()
    expect(shown.root.querySelector('.receipt')).toBeNull()
  })

  test('says nothing of what is not known', async () => {
    await show({ status: 'ticket', receipt: { ...receipt, email: '' } }, [own])
    await expect.element(page.getByText('We have your message')).toBeVisible()
    expect(shown.root.querySelector('.receipt')).toBeNull()
  })
})

const late = (over: Partial<Late> = {}) => line('desk', { kind: 'late', want: 'live', until: NOON - 60_000, minutes: 5, ...over })

describe('a promise that was not kept', () => {
  test('in the queue is said first, with the way to a ticket', async () => {
    const chat = await show({ status: 'queued' }, [late()])
    await expect.element(page.getByText(/We said within about 5 minutes, and it has been longer/)).toBeVisible()
    await page.getByRole('button', { name: 'Leave, we’ll write to you' }).first().click()
    expect(chat.sent).toEqual([{ type: 'defer' }])
  })

  test('of a ticket says until when, and how else we can be reached', async () => {
    await show({ status: 'ticket', contact: { mailto: 'help@shop.example' } }, [late({ want: 'ticket', minutes: 0 })])
    await expect.element(page.getByText(/hear from us by 11:59 today, and it has been longer/)).toBeVisible()
    await expect.element(page.getByText(/or reach us directly/)).toBeVisible()
    expect(shown.root.querySelector('.late-line a')?.getAttribute('href')).toBe('mailto:help@shop.example')
  })

  test.each<[string, Partial<Snapshot>, readonly Entry[]]>([
    ['a person is there', { status: 'live', agent: 'Maya' }, [late()]],
    ['the answer came', { status: 'ticket', contact: { phone: '1' } }, [late({ want: 'ticket' }), line('agent', 'Here it is')]],
  ])('offers nothing more once %s', async (_name, snapshot, entries) => {
    await show(snapshot, entries)
    await expect.element(page.getByText(/and it has been longer/)).toBeVisible()
    expect(shown.root.querySelectorAll('.late-line button, .late-line a')).toHaveLength(0)
  })
})

test.each(['light', 'dark'] as const)('nobody is shut out of these lines, %s', async (scheme) => {
  await act(async () => {})
  await show(
    { status: 'ticket', contact: { mailto: 'a@b.example', phone: '+49 30 1' } },
    [
      decided({ amount: euros, note: 'Keep it.' }),
      decided({ outcome: 'reject', note: 'No.', replaces: 1 }),
      late({ want: 'ticket' }),
      line('desk', { kind: 'notice', code: 'ticket-again' }),
      late(),
    ],
    scheme,
  )
  for (const one of shown.root.getAnimations())
    if (one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) one.finish()
  const { violations } = await axe.run(shown.host)
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
})
