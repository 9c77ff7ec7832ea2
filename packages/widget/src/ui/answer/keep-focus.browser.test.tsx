import { createChat, storefrontFlow } from '@shopbell/core'
import { act } from 'preact/test-utils'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { createFakeChat, type FakeChat, greetingPrompt, line, orderPrompt, reviewPrompt } from '../../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../../testing/show-shell.js'

let shown: Shown
afterEach(() => shown.remove())

const focused = () => shown.root.activeElement
const focus = (selector: string) => shown.root.querySelector<HTMLElement>(selector)?.focus()

async function show(snapshot: Parameters<typeof createFakeChat>[0]): Promise<FakeChat> {
  const chat = createFakeChat(snapshot)
  shown = showShell(chat)
  await arrived(shown, chat)
  return chat
}

/** The keyboard is still in the panel, and Escape closes it. */
async function expectEscape() {
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => shown.view.opened.value).toBe(false)
  await expect.poll(() => focused()?.getAttribute('part')).toBe('launcher')
}

test('goes from one question to the next, also over a wait between them', async () => {
  const chat = await show({ prompt: greetingPrompt })
  focus('.row')
  act(() => chat.show({ prompt: null, status: 'calling' }))
  await expect.poll(() => focused()?.className).toBe('scroller')
  act(() => chat.show({ prompt: orderPrompt, status: 'bot' }))
  await expect.poll(() => focused()?.localName).toBe('form')
  await userEvent.keyboard('{Tab}')
  expect(focused()?.id).toBe('field-orderNumber')
  act(() => chat.show({ prompt: { ...greetingPrompt, id: 'next.p' } }))
  await expect.poll(() => focused()?.getAttribute('part')).toBe('quick-replies')
  await expectEscape()
})

test('stays beside what was left out of the review', async () => {
  await show({ status: 'review', prompt: reviewPrompt })
  focus('.along button')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => focused()?.className).toBe('along')
  await userEvent.keyboard('{Tab}')
  expect(focused()?.getAttribute('aria-label')).toBe('Leave out: What I found')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => focused()?.localName).toBe('form')
  await expectEscape()
})

test('goes to what is left when a rating is skipped', async () => {
  await show({ status: 'closed', composer: false, prompt: { id: 'r.p', step: 'rating', kind: 'rating' } })
  focus('.rating .link')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => focused()?.className).toBe('ended')
  await expectEscape()
})

test('comes back from an article to the choices', async () => {
  const article = { id: 'returns', title: 'How returns work', body: 'Send it back.' }
  const chat = await show({
    canGoBack: true,
    prompt: { id: 'h.p', step: 'faq-helped', kind: 'helped', options: [{ id: 'yes', label: 'Yes' }] },
  })
  act(() =>
    chat.say(line('bot', { kind: 'article', article }, { turn: 'read' }), line('bot', 'Did this help?', { turn: 'read' })),
  )
  await expect.poll(() => focused()?.ariaLabel).toBe('How returns work')
  focus('.back')
  act(() => chat.show({ prompt: { ...greetingPrompt, id: 'again.p' } }))
  await expect.poll(() => focused()?.getAttribute('part')).toBe('quick-replies')
  await expectEscape()
})

test('is left alone where the shopper has gone to the page', async () => {
  const chat = await show({ prompt: greetingPrompt })
  // What keeps the focus comes with the answers, and brings it to the choices: before that, nobody has left anything.
  await expect.poll(() => focused()?.getAttribute('part')).toBe('quick-replies')
  focus('.row')
  act(() => (focused() as HTMLElement).blur())
  await act(async () => {})
  act(() => chat.show({ prompt: orderPrompt }))
  await act(async () => {})
  expect(document.activeElement).toBe(document.body)
})

test('is in the panel after every choice of a real conversation', async () => {
  const chat = createChat({
    site: 'demo',
    opening: storefrontFlow,
    flow: storefrontFlow,
    adapter: { orders: { find: async () => null }, contact: { mailto: 'help@shop.example' } },
  })
  await chat.send({ type: 'start' })
  shown = showShell(chat as unknown as FakeChat)
  await expect.poll(() => focused()?.getAttribute('part')).toBe('quick-replies')
  for (let step = 0; step < 3; step++) {
    const { prompt } = chat.getSnapshot()
    focus('.row, .chip')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => chat.getSnapshot().prompt?.id).not.toBe(prompt?.id)
    await expect.poll(() => focused()?.closest('.prompt')).toBeTruthy()
  }
  await expectEscape()
})
