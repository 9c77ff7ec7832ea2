import type { Prompt } from '@shopbell/core'
import axe from 'axe-core'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeChat, type FakeChat, greetingPrompt, line, NOON } from '../testing/fake-chat.js'
import { type Shown, type ShowOptions, showShell } from '../testing/show-shell.js'

let chat: FakeChat
let shown: Shown

beforeEach(() => {
  chat = createFakeChat({ prompt: greetingPrompt })
  chat.say(line('bot', 'Hi! What can I help you with today?'))
})
afterEach(() => shown.remove())

const open = (options?: ShowOptions) => {
  shown = showShell(chat, options)
}
const launcher = () => page.getByRole('button', { name: /open chat|close chat, |^close chat$/i }).first()
const panel = () => page.getByRole('dialog')
const focused = () => shown.root.activeElement
async function frames(count: number): Promise<void> {
  for (let index = 0; index < count; index++) await new Promise(requestAnimationFrame)
}

test('while what was kept is still being read, the panel shows that something comes', async () => {
  chat = createFakeChat({ status: 'idle', prompt: null })
  open()
  await expect.element(page.getByRole('status', { name: 'One moment' })).toBeVisible()
  chat.say(line('bot', 'Hi! What can I help you with today?'))
  act(() => chat.show({ status: 'bot', prompt: greetingPrompt }))
  await expect.element(page.getByRole('status', { name: 'One moment' })).not.toBeInTheDocument()
})

describe('the launcher', () => {
  test('says what it does, whether it is open, and how much is unread', async () => {
    chat.show({ unread: 2 })
    open({ opened: false })
    const button = page.getByRole('button', { name: 'Open chat, 2 unread messages' })
    await expect.element(button).toHaveAttribute('aria-expanded', 'false')
    await expect.element(button).toHaveAttribute('aria-haspopup', 'dialog')
    await button.click()
    await expect.element(panel()).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Close chat' }).first()).toHaveAttribute('aria-expanded', 'true')
  })

  test('is the only thing in the page until it is pressed', async () => {
    open({ opened: false })
    expect(shown.root.querySelectorAll('button')).toHaveLength(1)
    expect(shown.root.querySelector('[role=dialog]')).toBeNull()
  })

  test('a mouse that comes to it has the panel drawn and laid out, for nobody to see, and fetches nothing', async () => {
    chat.show({ status: 'idle' })
    open({ opened: false })
    await launcher().hover()
    const drawn = await vi.waitUntil(() => shown.root.querySelector<HTMLElement>('[role=dialog]'))
    expect(drawn.getBoundingClientRect().height).toBeGreaterThan(200)
    expect(drawn.querySelectorAll('.row')).toHaveLength(3)
    expect(panel().query()).toBeNull()
    drawn.querySelector('button')?.focus()
    expect(focused()).toBeNull()
    // Effects have run after two frames; the part that answers would have put its sheet on.
    await frames(2)
    expect(shown.root.adoptedStyleSheets).toHaveLength(2)
    await launcher().click()
    await expect.element(panel()).toBeVisible()
    expect(shown.root.querySelector('[role=dialog]')).toBe(drawn)
    // On its name, or on what is asked, once that can be answered by keys.
    expect(drawn.contains(focused())).toBe(true)
  })

  test('a finger that comes to it changes nothing under itself', () => {
    open({ opened: false })
    const come = (pointerType: string) =>
      act(() => void shown.root.querySelector('.root')?.dispatchEvent(new PointerEvent('pointerenter', { pointerType })))
    come('touch')
    expect(shown.root.querySelector('[role=dialog]')).toBeNull()
    come('mouse')
    expect(shown.root.querySelector('[role=dialog]')).not.toBeNull()
  })

  test('is 56 pixels, and 20 from the corner on either side', async () => {
    open({ opened: false })
    const box = () => shown.root.querySelector('[part=launcher]')?.getBoundingClientRect() ?? new DOMRect()
    expect([box().width, box().height, innerWidth - box().right, innerHeight - box().bottom]).toEqual([56, 56, 20, 20])
    act(() => {
      shown.view.side.value = 'left'
    })
    expect(box().left).toBe(20)
  })

  test('can carry words', async () => {
    open({ opened: false })
    act(() => {
      shown.view.pill.value = true
    })
    await expect.element(page.getByRole('button', { name: 'Need a hand?' })).toBeVisible()
  })

  test('can be hidden while the panel opens another way', async () => {
    open({ opened: false })
    act(() => {
      shown.view.launcher.value = false
    })
    expect(shown.root.querySelector('[part=launcher]')).toBeNull()
    act(() => {
      shown.view.opened.value = true
    })
    await expect.element(panel()).toBeVisible()
  })
})

describe('the panel', () => {
  test('takes the focus to what is asked when it opens, and gives it back to the launcher on Escape', async () => {
    open({ opened: false })
    await launcher().click()
    await expect.poll(() => focused()?.getAttribute('part')).toBe('quick-replies')
    expect(chat.woken).toBe(1)
    await userEvent.keyboard('{Escape}')
    await expect.element(panel()).not.toBeInTheDocument()
    expect(focused()?.getAttribute('part')).toBe('launcher')
  })

  test('is named after the shop and does not trap anybody', async () => {
    open()
    await expect.element(page.getByRole('dialog', { name: 'Chat with Corner Shop' })).not.toHaveAttribute('aria-modal')
  })

  test('gives the focus back to where it was if there is no launcher', async () => {
    const button = document.createElement('button')
    document.body.append(button)
    open({ opened: false })
    act(() => {
      shown.view.launcher.value = false
    })
    button.focus()
    act(() => {
      shown.view.opened.value = true
    })
    await expect.poll(() => focused()?.tagName).toBe('H2')
    await userEvent.keyboard('{Escape}')
    expect(document.activeElement).toBe(button)
    button.remove()
  })

  test('does not take the focus from the page when the page closes it', async () => {
    const field = document.createElement('input')
    document.body.append(field)
    open()
    field.focus()
    act(() => {
      shown.view.opened.value = false
    })
    expect(document.activeElement).toBe(field)
    field.remove()
  })

  test('takes no room and is not laid out once it was closed', async () => {
    open()
    const drawn = shown.root.querySelector('[role=dialog]')
    expect(drawn?.getBoundingClientRect().height).toBeGreaterThan(200)
    await userEvent.keyboard('{Escape}')
    await expect.element(panel()).not.toBeInTheDocument()
    expect(drawn?.getBoundingClientRect().height).toBe(0)
  })

  test('keeps what was typed and where it was scrolled while it is closed', async () => {
    open()
    await page.getByRole('textbox', { name: 'Write a message' }).fill('half a thought')
    await userEvent.keyboard('{Escape}')
    await launcher().click()
    await expect.element(page.getByRole('textbox', { name: 'Write a message' })).toHaveValue('half a thought')
  })

  test('measures 384 by up to 680 pixels beside the launcher, and the whole screen of a phone', async () => {
    open()
    const size = () => {
      const { width, height } = shown.root.querySelector('[part=panel]')?.getBoundingClientRect() ?? new DOMRect()
      return [Math.round(width), Math.round(height)]
    }
    const settled = () => Promise.all(shown.root.getAnimations?.().map((one) => one.finished) ?? [])
    await settled()
    await expect.poll(size).toEqual([384, Math.min(680, innerHeight - 104)])
    await page.viewport(390, 700)
    await expect.element(page.getByRole('dialog')).toHaveAttribute('aria-modal', 'true')
    await expect.poll(size).toEqual([390, 700])
    expect(getComputedStyle(shown.root.querySelector('[part=launcher]') ?? document.body).visibility).toBe('hidden')
    await page.viewport(1024, 768)
  })
})

describe('the greeting', () => {
  test('offers its rows with a hint each, and one tap chooses', async () => {
    open()
    await expect.element(page.getByRole('group', { name: 'Choose one' })).toBeVisible()
    await page.getByRole('button', { name: 'Order Status Track a parcel' }).click()
    expect(chat.sent).toEqual([{ type: 'choose', prompt: 'start.p', option: 'order' }])
  })

  test('has a picture in each row, also where an option names none', async () => {
    if (greetingPrompt.kind !== 'choice') throw new Error('the greeting is a choice')
    const options = greetingPrompt.options.map(({ icon, ...plain }) => (icon === 'book' ? plain : { icon, ...plain }))
    chat.show({ prompt: { ...greetingPrompt, options } as Prompt })
    open()
    await expect.element(page.getByRole('group', { name: 'Choose one' })).toBeVisible()
    const drawn = [...shown.root.querySelectorAll('.tile')].map((tile) => tile.querySelector('path')?.getAttribute('d') ?? '')
    expect(drawn).toHaveLength(options.length)
    expect(drawn).not.toContain('')
  })

  test('takes digits as choices where the choices are, which is where the focus goes on opening', async () => {
    open()
    await expect.poll(() => focused()?.getAttribute('part')).toBe('quick-replies')
    await userEvent.keyboard('2')
    expect(chat.sent).toEqual([{ type: 'choose', prompt: 'start.p', option: 'faqs' }])
  })

  test('takes no digit for a choice elsewhere in the panel', async () => {
    open()
    await expect.poll(() => focused()?.getAttribute('part')).toBe('quick-replies')
    await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
    await userEvent.keyboard('2')
    expect(chat.sent).toEqual([])
  })

  test('leaves digits alone that are typed, that mean nothing, or that belong to the browser', async () => {
    open()
    await userEvent.keyboard('9')
    await userEvent.keyboard('{Control>}1{/Control}')
    await page.getByRole('textbox', { name: 'Write a message' }).click()
    await userEvent.keyboard('1042')
    expect(chat.sent).toEqual([])
    expect(shown.view.draft.value).toBe('1042')
  })

  test('says of a person what is true now instead of what the flow says', async () => {
    chat.show({ availability: { open: false, wait: null, opens: NOON + 3_600_000, closes: null, reply: null } })
    open()
    await expect.element(page.getByRole('button', { name: 'Talk to an Agent Closed now. We’ll write to you' })).toBeVisible()
    await expect.element(page.getByText(/^Instant answers · people back at 13:00 your time$/)).toBeVisible()
  })

  test('leaves nothing to tap behind once it is answered', async () => {
    open()
    act(() => {
      chat.show({ prompt: null })
      chat.say(line('shopper', { kind: 'answered', to: 'start.p', text: 'Order Status' }))
    })
    expect(page.getByRole('group', { name: 'Choose one' }).elements()).toHaveLength(0)
  })

  test('can be walked through with the keyboard alone', async () => {
    open({ opened: false })
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.poll(() => focused()?.getAttribute('part')).toBe('quick-replies')
    await userEvent.keyboard('{Shift>}{Tab}{Tab}{Tab}{Tab}{/Shift}')
    const names: string[] = []
    for (let step = 0; step < 7; step++) {
      await userEvent.keyboard('{Tab}')
      names.push(focused()?.getAttribute('aria-label') ?? focused()?.textContent ?? '')
    }
    expect(names).toEqual([
      'Talk to a person',
      'Close chat',
      'Conversation',
      'Order StatusTrack a parcel',
      'FAQsReturns, shipping, sizes',
      'Talk to an AgentA person reads it',
      'Write a message',
    ])
  })
})

describe('a person', () => {
  test('is one tap away in the header', async () => {
    open()
    await page.getByRole('button', { name: 'Talk to a person' }).click()
    expect(chat.sent).toEqual([{ type: 'talk-to-agent' }])
  })

  test.each([
    [{ mailto: 'help@shop.example' }, 'Write to us', 'mailto:help@shop.example'],
    [{ phone: '+49301234' }, 'Call us', 'tel:+49301234'],
  ])('is reached directly where a shop has only %j', async (contact, name, href) => {
    chat.show({ human: 'contact', contact })
    open()
    await expect.element(page.getByRole('link', { name }).first()).toHaveAttribute('href', href)
  })
})

describe('nobody is shut out', () => {
  test.each([
    ['light', 'ltr'],
    ['dark', 'ltr'],
    ['light', 'rtl'],
  ] as const)('by the greeting in %s, %s', async (scheme, direction) => {
    open({ scheme, direction })
    await Promise.all(document.getAnimations().map((one) => one.finished))
    expect((await axe.run(shown.host)).violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })

  test('and the judge would see it: a planted fault goes red', async () => {
    open()
    shown.root.querySelector('[part=launcher]')?.removeAttribute('aria-label')
    expect((await axe.run(shown.host)).violations.map(({ id }) => id)).toContain('button-name')
  })

  test('targets are large enough to hit', async () => {
    open()
    for (const target of shown.root.querySelectorAll('button')) {
      const { width, height } = target.getBoundingClientRect()
      expect.soft([width >= 24, height >= 24], target.textContent || target.ariaLabel || '').toEqual([true, true])
    }
  })
})
