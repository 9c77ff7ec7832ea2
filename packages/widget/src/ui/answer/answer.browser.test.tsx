import type { Content, Entry, Order, Prompt, Snapshot } from '@shopbell/core'
import axe from 'axe-core'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeChat, type FakeChat, line, NOON, orderPrompt, reviewPrompt } from '../../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../../testing/show-shell.js'

let shown: Shown
afterEach(() => shown.remove())

/** Shows a conversation and waits until the second half of the interface is here. */
async function show(
  snapshot: Partial<Snapshot>,
  entries: readonly Entry[] = [],
  scheme: 'light' | 'dark' = 'light',
): Promise<FakeChat> {
  const chat = createFakeChat(snapshot)
  chat.say(...entries)
  shown = showShell(chat, { scheme })
  await arrived(shown, chat)
  return chat
}

const HOUR = 3_600_000
const DAY = 24 * HOUR
const article = {
  id: 'returns',
  title: 'How returns work',
  teaser: 'Thirty days, free',
  body: '## In short\nSend it back **free** from your [account](https://shop.example/account).\n\n- Keep the receipt',
}
const helped: Prompt = {
  id: 'h.p',
  step: 'faq-helped',
  kind: 'helped',
  options: [
    { id: 'yes', label: 'Yes' },
    { id: 'no', label: 'No' },
  ],
}
const articles: Prompt = {
  id: 'faq.p',
  step: 'faq',
  kind: 'articles',
  query: '',
  articles: [article, { id: 'b', title: 'Shipping' }],
  options: [{ id: 'person', label: 'Talk to a person' }],
}
const order: Order = {
  number: '1042',
  placed: NOON - 5 * DAY,
  city: 'Leipzig',
  parcels: [
    { reached: { ordered: NOON - 3 * DAY, packed: NOON - 2 * DAY, shipped: NOON - DAY }, promised: '2026-11-26' },
    { reached: { ordered: NOON - 3 * DAY }, promised: '2026-11-26' },
  ],
}
const reading = [line('bot', { kind: 'article', article }, { turn: 'read' }), line('bot', 'Did this help?', { turn: 'read' })]
const mine = line('shopper', 'Where is it?')
const failing: Prompt = {
  ...orderPrompt,
  id: 'ask2.p',
  fields: orderPrompt.fields.map((field) =>
    field.name === 'email'
      ? { ...field, value: 'ada@example', error: 'Please check the part after the @.' }
      : { ...field, value: '1042' },
  ),
}

describe('nobody is shut out', () => {
  const link = { level: 'durable', link: 'up', waiting: 0 } as const
  const states: Record<string, [Partial<Snapshot>, Entry[]]> = {
    'a form': [{ prompt: orderPrompt }, []],
    'a form with mistakes': [{ prompt: failing }, []],
    'an order card': [{ prompt: helped }, [line('bot', { kind: 'order', order })]],
    'a late order': [
      {},
      [
        line('bot', {
          kind: 'order',
          order: { ...order, parcels: [{ reached: { shipped: NOON - DAY }, promised: '2026-11-12' }] },
        }),
      ],
    ],
    'a lost order': [{}, [line('bot', { kind: 'order', order: { ...order, parcels: [{ reached: {}, lost: true }] } })]],
    'a list of articles': [{ prompt: articles }, []],
    'an article': [{ prompt: helped, canGoBack: true }, reading],
    'the review': [{ status: 'review', prompt: reviewPrompt, canGoBack: true }, []],
    'the queue': [{ status: 'queued', queue: { position: 2, wait: { seconds: 300, basis: 'last-hour' } } }, []],
    'a live chat': [
      { status: 'live', agent: 'Mira', typing: 'Mira', attach: true, marks: { [mine.id]: 'sent' }, delivery: link },
      [line('agent', 'Hello https://carrier.example/1', { name: 'Mira' }), mine],
    ],
    'a cut line': [
      { status: 'live', marks: { [mine.id]: 'failed' }, delivery: { level: 'memory', link: 'down', waiting: 1 } },
      [mine],
    ],
    'a ticket': [{ status: 'ticket', due: NOON + 22 * HOUR, contact: { mailto: 'a@b.example', phone: '+49 30 1' } }, []],
    'the end': [{ status: 'closed', prompt: { id: 'r', step: 'menu', kind: 'rating' } }, []],
    'a desk out of reach': [
      { status: 'sending', contact: { mailto: 'a@b.example' } },
      [line('desk', { kind: 'notice', code: 'desk-unreachable' })],
    ],
  }
  for (const scheme of ['light', 'dark'] as const) {
    test.each(Object.entries(states))(`by %s, ${scheme}`, async (_, [snapshot, entries]) => {
      await show(snapshot, entries, scheme)
      const ends = shown.root
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
      for (const one of ends) one.finish()
      const { violations } = await axe.run(shown.host)
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    })
  }
})

describe('a form', () => {
  test('asks with labels, hints and the right keyboard', async () => {
    await show({ prompt: orderPrompt })
    const number = page.getByLabelText('Order number')
    await expect.element(number).toHaveAccessibleDescription('In your confirmation e-mail, like 1042')
    await expect.element(number).toHaveAttribute('enterkeyhint', 'next')
    const email = page.getByLabelText('E-mail')
    for (const [name, value] of Object.entries({
      type: 'email',
      inputmode: 'email',
      autocomplete: 'email',
      enterkeyhint: 'send',
    })) {
      await expect.element(email).toHaveAttribute(name, value)
    }
    expect(Number.parseFloat(getComputedStyle(email.element()).fontSize)).toBeGreaterThanOrEqual(16)
  })

  test('sends what was typed, once the button or Enter says so', async () => {
    const chat = await show({ prompt: orderPrompt })
    await page.getByLabelText('Order number').fill('1042')
    await page.getByLabelText('E-mail').fill('ada@example.com')
    await userEvent.keyboard('{Enter}')
    const sent = { type: 'submit', prompt: 'ask.p', values: { orderNumber: '1042', email: 'ada@example.com' } }
    expect(chat.sent).toEqual([sent])
    await page.getByRole('button', { name: 'Find my order' }).click()
    expect(chat.sent).toEqual([sent, sent])
  })

  test('keeps what was typed when it is refused, says the mend under the field, and leads there', async () => {
    const chat = await show({ prompt: orderPrompt })
    await page.getByLabelText('Order number').fill('1042')
    const before = page.getByLabelText('Order number').element()
    act(() => chat.show({ prompt: failing }))
    const email = page.getByLabelText('E-mail')
    await expect.poll(() => shown.root.activeElement).toBe(email.element())
    await expect.element(email).toHaveAttribute('aria-invalid', 'true')
    await expect.element(email).toHaveAccessibleDescription('Please check the part after the @.')
    await expect.element(email).toHaveValue('ada@example')
    expect(page.getByLabelText('Order number').element()).toBe(before)
    await expect.element(page.getByLabelText('Order number')).toHaveValue('1042')
  })

  test('says that a value is too long instead of cutting it, and does not send it', async () => {
    const chat = await show({ prompt: orderPrompt })
    const number = page.getByLabelText('Order number')
    await number.fill('1'.repeat(212))
    await expect.element(number).toHaveAccessibleDescription(/^12 characters too long/)
    await page.getByRole('button', { name: 'Find my order' }).click()
    expect(chat.sent).toEqual([])
    await expect.poll(() => shown.root.activeElement).toBe(number.element())
    expect((number.element() as HTMLInputElement).value).toHaveLength(212)
  })

  test('has its ways around it as chips', async () => {
    const chat = await show({ prompt: orderPrompt })
    await page.getByRole('button', { name: 'I don’t have the number' }).click()
    expect(chat.sent).toEqual([{ type: 'choose', prompt: 'ask.p', option: 'no-number' }])
  })

  test('leaves room for free text at the same time', async () => {
    const chat = await show({ prompt: orderPrompt })
    await page.getByRole('textbox', { name: 'Write a message' }).fill('a person please')
    await userEvent.keyboard('{Enter}')
    expect(chat.sent).toEqual([{ type: 'say', text: 'a person please' }])
  })
})

describe('an order card', () => {
  test('answers first, then shows how it got there, parcel by parcel', async () => {
    await show({}, [line('bot', { kind: 'order', order }, { at: NOON })])
    await expect.element(page.getByRole('heading', { name: /1 of 2 parcels on their way/ })).toBeVisible()
    await expect.element(page.getByText('Expected Thursday 26 November'.replace('day 26', 'day 26'))).toBeVisible()
    await expect.element(page.getByText('2 parcels to Leipzig')).toBeVisible()
    const [first] = page.getByRole('list', { name: 'Journey' }).elements()
    expect([...(first?.querySelectorAll('li') ?? [])].map((stage) => stage.textContent)).toEqual([
      'Ordered15 Nov',
      'Packed16 Nov',
      'Shipped17 Nov',
      'Deliverednot yet',
    ])
  })

  test('says what was true when it was asked, however long ago', async () => {
    const late = { ...order, parcels: [{ reached: { shipped: NOON - 10 * DAY }, promised: '2026-11-09' }] }
    await show({}, [line('bot', { kind: 'order', order: late }, { at: NOON - 9.5 * DAY })])
    await expect.element(page.getByRole('heading', { name: 'Arrives today' })).toBeVisible()
  })
})

describe('of two parcels', () => {
  test('the one that has come is not marked as late', async () => {
    const come = {
      reached: { ordered: NOON - 9 * DAY, packed: NOON - 8 * DAY, shipped: NOON - 7 * DAY, delivered: NOON - 5 * DAY },
    }
    const late = { reached: { ordered: NOON - 9 * DAY, shipped: NOON - 7 * DAY }, promised: '2026-11-09' }
    await show({}, [line('bot', { kind: 'order', order: { ...order, parcels: [come, late] } })])
    await expect.poll(() => shown.root.querySelectorAll('.order.warning .here').length).toBe(2)
    const [first, second] = [...shown.root.querySelectorAll('.here > .station')].map((one) => getComputedStyle(one).borderColor)
    const passed = shown.root.querySelector('.passed > .station')
    expect(first).toBe(passed && getComputedStyle(passed).borderColor)
    expect(second).not.toBe(first)
  })
})

describe('articles', () => {
  test('are listed, searched and chosen', async () => {
    const chat = await show({ prompt: articles })
    await page.getByRole('button', { name: 'How returns work' }).click()
    await page.getByRole('searchbox', { name: 'Search our answers' }).fill('refund')
    await userEvent.keyboard('{Enter}')
    await page.getByRole('button', { name: 'Talk to a person' }).last().click()
    expect(chat.sent).toEqual([
      { type: 'choose', prompt: 'faq.p', option: 'returns' },
      { type: 'submit', prompt: 'faq.p', values: { query: 'refund' } },
      { type: 'choose', prompt: 'faq.p', option: 'person' },
    ])
  })

  test('shelves are rows, not chips', async () => {
    const shelves: Prompt = { ...articles, articles: [], options: [{ id: 'shelf:1', label: 'Returns' }, ...articles.options] }
    const chat = await show({ prompt: shelves })
    await page.getByRole('list', { name: 'Topics' }).getByRole('button', { name: 'Returns' }).click()
    expect(chat.sent).toEqual([{ type: 'choose', prompt: 'faq.p', option: 'shelf:1' }])
    expect(shown.root.querySelectorAll('.chip')).toHaveLength(1)
  })

  test('open over the transcript, take the focus, and end with whether they helped', async () => {
    const chat = await show({ prompt: helped, canGoBack: true }, reading)
    await expect.poll(() => shown.root.activeElement).toBe(page.getByRole('article', { name: 'How returns work' }).element())
    await expect.element(page.getByRole('heading', { name: 'In short' })).toBeVisible()
    const view = page.getByRole('article', { name: 'How returns work' })
    await view.getByRole('group', { name: 'Did this help?' }).getByRole('button', { name: 'Yes' }).click()
    await view.getByRole('button', { name: 'Back' }).click()
    expect(chat.sent).toEqual([{ type: 'choose', prompt: 'h.p', option: 'yes' }, { type: 'back' }])
    act(() => chat.show({ prompt: null }))
    await expect.poll(() => view.elements().length).toBe(0)
  })

  test('fold to a card in the story that can be read again', async () => {
    await show({}, reading)
    await page.getByRole('button', { name: /How returns work/ }).click()
    await expect.element(page.getByRole('heading', { name: 'In short' })).toBeVisible()
  })

  test('have links that say where they lead and give nothing away', async () => {
    await show({ prompt: helped }, reading)
    const link = page.getByRole('link', { name: 'account (shop.example) (opens a new tab)' })
    await expect.element(link).toHaveAttribute('rel', 'noopener noreferrer')
    await expect.element(link).toHaveAttribute('target', '_blank')
  })

  test('a question after an order is no article', async () => {
    await show({ prompt: helped }, [line('bot', { kind: 'order', order }), line('bot', 'Did this help?')])
    expect(page.getByRole('article', { name: 'How returns work' }).elements()).toHaveLength(0)
    await expect.element(page.getByRole('button', { name: 'Yes' })).toBeVisible()
  })
})

describe('the review', () => {
  test('shows what goes along, lets it be changed, and sends it in one tap', async () => {
    const chat = await show({ status: 'review', prompt: reviewPrompt, canGoBack: true })
    const summary = page.getByLabelText('In short, edit as you like')
    await expect.element(summary).toHaveValue(reviewPrompt.summary)
    await summary.fill('My teapot has not come.')
    await page.getByLabelText('E-mail').fill('ada@example.com')
    await page.getByRole('button', { name: 'Leave out: What I found' }).click()
    expect(page.getByText('What I found').elements()).toHaveLength(0)
    await page.getByRole('button', { name: 'Send to a person' }).click()
    expect(chat.sent).toEqual([
      {
        type: 'submit',
        prompt: 'review.p',
        values: { email: 'ada@example.com', summary: 'My teapot has not come.' },
        without: ['situation'],
      },
    ])
  })

  test('asks what it is about where nothing is known, and says that this may stay empty', async () => {
    const chat = await show({ status: 'review', prompt: { ...reviewPrompt, summary: '', blank: true } })
    await expect.element(page.getByRole('textbox', { name: 'What is it about? optional' })).toHaveValue('')
    await page.getByLabelText('E-mail').fill('ada@example.com')
    await page.getByRole('button', { name: 'Send to a person' }).click()
    expect(chat.sent).toHaveLength(1)
  })

  test('names the effect, as it is now', async () => {
    const chat = await show({ status: 'review', prompt: reviewPrompt })
    act(() => chat.show({ prompt: { ...reviewPrompt, want: 'ticket' } }))
    await expect.element(page.getByRole('button', { name: 'Send, we’ll write to you' })).toBeVisible()
  })

  test('keeps what was typed while the conversation goes on, and follows the summary until that is edited', async () => {
    const chat = await show({ status: 'review', prompt: reviewPrompt })
    const summary = page.getByRole('textbox', { name: 'In short, edit as you like' })
    const email = page.getByRole('textbox', { name: 'E-mail' })
    await email.fill('ada@example.com')
    act(() => chat.show({ prompt: { ...reviewPrompt, id: 'again.p', summary: 'It is broken.' } }))
    await expect.element(email).toHaveValue('ada@example.com')
    await expect.element(summary).toHaveValue('It is broken.')
    await summary.fill('In pieces.')
    act(() => chat.show({ prompt: { ...reviewPrompt, id: 'third.p', summary: 'It is broken. And late.' } }))
    await expect.element(summary).toHaveValue('In pieces.')
    await expect.element(email).toHaveValue('ada@example.com')
  })

  test('says when the summary is too long, and keeps all of it', async () => {
    const chat = await show({ status: 'review', prompt: reviewPrompt })
    const summary = page.getByLabelText('In short, edit as you like')
    await summary.fill('x'.repeat(190))
    await expect.element(summary).toHaveAccessibleDescription('10 characters left')
    await summary.fill('x'.repeat(201))
    await expect.element(summary).toHaveAccessibleDescription('1 character too long. Please shorten it a little.')
    await page.getByRole('button', { name: 'Send to a person' }).click()
    expect(chat.sent).toEqual([])
    await expect.poll(() => shown.root.activeElement).toBe(summary.element())
  })

  test('can be left', async () => {
    const chat = await show({ status: 'review', prompt: reviewPrompt, canGoBack: true })
    await page.getByRole('button', { name: 'Go back' }).click()
    expect(chat.sent).toEqual([{ type: 'back' }])
  })
})

describe('waiting', () => {
  test.each([
    [{ position: 1, wait: null }, 'You’re next', 'A person will be with you as soon as one is free.'],
    [
      { position: 3, wait: { seconds: 240, basis: 'last-hour' } },
      'You’re number 3 in line',
      'About 4 minutes, going by the last hour',
    ],
    [null, 'You’re in line', 'A person will be with you as soon as one is free.'],
  ] as const)('in line, %j', async (queue, title, detail) => {
    const chat = await show({ status: 'queued', queue })
    await expect.element(page.getByRole('heading', { name: title })).toBeVisible()
    await expect.element(page.getByText(detail)).toBeVisible()
    await page.getByRole('button', { name: 'Leave, we’ll write to you' }).click()
    expect(chat.sent).toEqual([{ type: 'defer' }])
  })

  test.each([
    [NOON + 2 * HOUR, 'Expect a reply by 14:00 your time today. The answer also appears here.'],
    [NOON + 21 * HOUR, 'Expect a reply by tomorrow, 9:00 your time. The answer also appears here.'],
    [NOON - HOUR, 'A person will read it and write to you. The answer also appears here.'],
    [null, 'A person will read it and write to you. The answer also appears here.'],
  ])('for the answer to a ticket due at %s', async (due, sentence) => {
    await show({ status: 'ticket', due })
    await expect.poll(() => shown.root.querySelector('.progress .detail')?.textContent?.replace(/\b0(\d:)/, '$1')).toBe(sentence)
  })

  test('for the shop shows dots, and for a person only while one types', async () => {
    const chat = await show({ status: 'calling' })
    await expect.element(page.getByText('Looking it up')).toBeInTheDocument()
    act(() => chat.show({ status: 'live' }))
    await arrived(shown, chat)
    expect(shown.root.querySelector('.dots')).toBeNull()
    act(() => chat.show({ typing: 'Mira' }))
    await expect.element(page.getByText('Mira is typing')).toBeVisible()
  })
})

describe('what has to be known', () => {
  test('a cut line is said after a while, with how much is kept', async () => {
    await show({ status: 'live', delivery: { level: 'durable', link: 'down', waiting: 2 } })
    await expect.element(page.getByText('Reconnecting… 2 messages are kept and go out by themselves.')).toBeInTheDocument()
  })

  test('the bot needs no line, so nothing is said of it', async () => {
    await show({ status: 'bot', delivery: { level: 'durable', link: 'down', waiting: 0 } })
    expect(shown.root.querySelector('.notice')).toBeNull()
  })

  test('a story that is not saved says so once the shopper has said something', async () => {
    const chat = await show({ delivery: { level: 'memory', link: 'off', waiting: 0 } })
    expect(page.getByText('Not saved if you leave this page').elements()).toHaveLength(0)
    act(() => chat.say(mine))
    await expect.element(page.getByText('Not saved if you leave this page')).toBeVisible()
  })

  test('where the desk is out of reach, the other ways to a person are there', async () => {
    await show({ status: 'sending', contact: { mailto: 'help@shop.example', phone: '+49 30 1' } }, [
      line('desk', { kind: 'notice', code: 'desk-unreachable' }),
    ])
    await expect.element(page.getByText(/^I can’t reach our team right now/)).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Write to us' })).toHaveAttribute('href', 'mailto:help@shop.example')
  })

  test.each([
    ['did not take the conversation', 'desk-refused', /nobody has seen it yet/],
    ['has ended the session', 'session-ended', /can no longer be continued from this browser/],
  ] as const)('where the desk %s, that is said, and the other ways to a person are there', async (_what, code, words) => {
    await show({ status: 'bot', contact: { mailto: 'help@shop.example' } }, [line('desk', { kind: 'notice', code })])
    await expect.element(page.getByText(words)).toBeVisible()
    await expect.element(page.getByRole('link', { name: 'Write to us' })).toHaveAttribute('href', 'mailto:help@shop.example')
  })

  test('and once it has the message, that is past', async () => {
    await show({ status: 'ticket', contact: { mailto: 'help@shop.example' } }, [
      line('desk', { kind: 'notice', code: 'desk-unreachable' }),
    ])
    await expect.element(page.getByText('We could not be reached for a moment. Your message has arrived.')).toBeVisible()
    expect(page.getByRole('link', { name: 'Write to us' }).elements()).toHaveLength(0)
  })
})

describe('the menu', () => {
  test('ends a conversation, and Escape closes the menu before it closes the panel', async () => {
    const chat = await show({ status: 'live', agent: 'Mira' })
    const more = page.getByRole('button', { name: 'More' })
    await more.click()
    await expect.poll(() => shown.root.activeElement).toBe(page.getByRole('button', { name: 'End this conversation' }).element())
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => shown.root.activeElement).toBe(more.element())
    await expect.element(page.getByRole('dialog')).toBeVisible()
    await more.click()
    await page.getByRole('button', { name: 'End this conversation' }).click()
    expect(chat.sent).toEqual([{ type: 'close' }])
  })

  test('is not there while it would be empty', async () => {
    await show({})
    expect(page.getByRole('button', { name: 'More' }).elements()).toHaveLength(0)
  })
})

describe('the end', () => {
  const rating: Prompt = { id: 'r.p', step: 'menu', kind: 'rating' }

  test('takes a rating by keyboard and says thanks', async () => {
    const chat = await show({ status: 'closed', prompt: rating })
    await page.getByRole('radio', { name: '3, All right' }).click()
    await userEvent.keyboard('{ArrowRight}')
    await expect.element(page.getByRole('radio', { name: '4, Good' })).toBeChecked()
    await page.getByRole('button', { name: 'Send rating' }).click()
    expect(chat.sent).toEqual([{ type: 'rate', score: 4 }])
    act(() => chat.show({ prompt: null }))
    await expect.element(page.getByText('Thank you. That helps us get better.')).toBeVisible()
  })

  test('sends no rating that was not given, and lets it be skipped', async () => {
    const chat = await show({ status: 'closed', prompt: rating })
    await page.getByRole('button', { name: 'Send rating' }).click({ force: true })
    await page.getByRole('button', { name: 'Skip' }).click()
    expect(page.getByRole('radio').elements()).toHaveLength(0)
    expect(chat.sent).toEqual([])
    await page.getByRole('button', { name: 'Start a new conversation' }).click()
    expect(chat.sent).toEqual([{ type: 'restart' }])
  })
})

describe('pictures', () => {
  const picture = (size: number, type = 'image/png') => new File([new Uint8Array(size)], 'pot.png', { type })
  /** Given to the field as a browser gives it: carried there from outside, ten megabytes take seconds. */
  const choose = async (file: File) => {
    const given = new DataTransfer()
    given.items.add(file)
    const field = shown.root.querySelector<HTMLInputElement>('input[type=file]')
    if (!field) throw new Error('There is no field for a picture.')
    field.files = given.files
    field.dispatchEvent(new Event('change', { bubbles: true }))
  }

  test('can be chosen only while they can be sent', async () => {
    const chat = await show({ status: 'live' })
    expect(page.getByRole('button', { name: 'Add a picture' }).elements()).toHaveLength(0)
    act(() => chat.show({ attach: true }))
    await choose(picture(7))
    await expect.poll(() => chat.called).toEqual(['attach pot.png 7'])
  })

  test('can be pasted', async () => {
    const chat = await show({ status: 'live', attach: true })
    const clipboardData = new DataTransfer()
    clipboardData.items.add(picture(5))
    page
      .getByRole('textbox', { name: 'Write a message' })
      .element()
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    await expect.poll(() => chat.called).toEqual(['attach pot.png 5'])
  })

  test.each([
    [picture(3, 'application/pdf'), 'attached', 'That file isn’t a picture we can show.', 0],
    [picture(10_000_001), 'attached', 'That picture is larger than 10 MB.', 0],
    [picture(3), 'unavailable', 'The picture didn’t go through.', 1],
    [picture(3), 'not_an_image', 'That file isn’t a picture we can show.', 1],
  ] as const)('that do not fit are refused with a sentence: %#', async (file, attached, sentence, calls) => {
    const chat = await show({ status: 'live', attach: true })
    chat.attached = attached
    await choose(file)
    await expect.element(page.getByText(sentence)).toBeVisible()
    expect(chat.called).toHaveLength(calls)
  })

  test('are loaded only from where the chat says, and say so when they are gone', async () => {
    const file: Content = { kind: 'file', upload: 'u1', name: '../x/"><img>.png', url: 'https://tracker.example/pixel.png' }
    const chat = createFakeChat({ status: 'live' })
    const asked = vi.spyOn(chat, 'pictureUrl')
    chat.say(line('shopper', file))
    shown = showShell(chat)
    await expect.element(page.getByText('This picture can’t be shown. "><img>.png')).toBeVisible()
    expect(asked).toHaveBeenCalledWith('u1')
    expect(shown.root.querySelector('img')).toBeNull()
  })
})

describe('text from outside is text', () => {
  const hostile = [
    '<img src=x onerror="window.hit=1">',
    '<script>window.hit=1</script>',
    '"><svg onload=window.hit=1>',
    '{{constructor.constructor("window.hit=1")()}}',
    '[x](javascript:window.hit=1)',
    'javascript:window.hit=1',
    '$& {shop} {count}',
    '\u202Egnp.exe\u202C',
    'z\u0310\u0311\u0312\u0313\u0314'.repeat(50),
  ]
  test.each(hostile)('in every place it can reach: %j', async (text) => {
    const sinks: Entry[] = [
      line('shopper', text),
      line('agent', text, { name: text }),
      line('bot', { kind: 'answered', to: 'x', text }),
      line('bot', { kind: 'order', order: { ...order, number: text, city: text } }),
      line('shopper', { kind: 'file', upload: 'u', name: text }),
      line('bot', { kind: 'article', article: { id: 'a', title: text, teaser: text, body: text } }),
    ]
    const review: Prompt = {
      ...reviewPrompt,
      summary: text,
      lines: [{ name: 'a', label: text, value: text }],
      fields: reviewPrompt.fields.map((field) => ({ ...field, label: text, hint: text, value: text, error: text })),
    }
    const chat = await show({ status: 'review', agent: text, prompt: review }, sinks)
    act(() => {
      shown.view.title.value = text
    })
    const prompts: Prompt[] = [
      { ...helped, options: [{ id: 'x', label: text, hint: text }] },
      { ...articles, articles: [{ id: 'x', title: text, teaser: text }] },
      { ...orderPrompt, submit: text },
    ]
    for (const prompt of prompts) act(() => chat.show({ prompt, status: 'live', typing: text }))
    for (const element of shown.root.querySelectorAll('*')) {
      for (const { name } of element.attributes) expect(name).not.toMatch(/^on/)
    }
    expect(shown.root.querySelectorAll('script, img, iframe, a[href^="javascript"]')).toHaveLength(0)
    expect('hit' in window).toBe(false)
    expect(shown.root.querySelector('.own .bubble')?.textContent).toBe(text)
    const tall = [...shown.root.querySelectorAll('.line')].map((one) => one.getBoundingClientRect().height)
    expect(Math.max(...tall)).toBeLessThan(1400)
  })

  test('and what is no text is said to be there, never drawn', async () => {
    const vnode = { type: 'img', props: { src: 'x' }, constructor: undefined }
    const odd = [
      { kind: 'text', text: vnode },
      { kind: 'text', text: ['a'] },
      { kind: 'poll', text: 'from the future' },
    ].map((content) => line('agent', content as unknown as Content))
    await show({}, odd)
    await expect.poll(() => page.getByText('This message can’t be shown here.').elements().length).toBe(3)
    expect(shown.root.querySelector('.line img')).toBeNull()
  })
})

test('words in another language come with the later parts', async () => {
  const chat = createFakeChat({ status: 'closed' })
  shown = showShell(chat, { words: (group) => (group === 'person' ? { closed: 'Das Gespräch ist zu Ende' } : {}) })
  await expect.element(page.getByText('Das Gespräch ist zu Ende')).toBeVisible()
})

test('while this half is on its way there is a calm stand-in, and if it does not come a way to try again', async () => {
  const chat = createFakeChat({ prompt: orderPrompt })
  let fail = true
  shown = showShell(chat, {
    words(group) {
      if (fail && group === 'answer') throw new Error('offline')
      return {}
    },
  })
  expect(shown.root.querySelector('.skeleton')).not.toBeNull()
  await expect.element(page.getByText('This part did not load.')).toBeVisible()
  fail = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect.element(page.getByLabelText('Order number')).toBeVisible()
})
