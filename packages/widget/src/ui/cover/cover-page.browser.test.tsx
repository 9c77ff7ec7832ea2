import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeChat, greetingPrompt } from '../../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../../testing/show-shell.js'

let shown: Shown
beforeEach(async () => {
  await page.viewport(320, 568)
})
afterEach(async () => {
  shown.remove()
  await page.viewport(1024, 768)
})

const panel = () => page.getByRole('dialog')
const focused = () => shown.root.activeElement?.getAttribute('aria-label') ?? shown.root.activeElement?.textContent

async function open() {
  const chat = createFakeChat({ prompt: greetingPrompt })
  shown = showShell(chat)
  await arrived(shown, chat)
  await expect.element(panel()).toHaveAttribute('aria-modal', 'true')
}

test('Tab goes round inside a panel that covers the page, both ways', async () => {
  await open()
  page.getByRole('textbox', { name: 'Write a message' }).element().focus()
  await userEvent.keyboard('{Tab}{Tab}')
  expect(focused()).toBe('Talk to a person')
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}')
  expect(focused()).toBe('Send')
})

test('and out of one that has the page beside it', async () => {
  await open()
  await page.viewport(1024, 768)
  await expect.element(panel()).not.toHaveAttribute('aria-modal')
  shown.root.querySelector<HTMLElement>('.send')?.focus()
  await userEvent.keyboard('{Tab}')
  expect(focused()).not.toBe('Talk to a person')
})

describe('back, where the browser has no word for closing', () => {
  const { CloseWatcher } = globalThis as { CloseWatcher?: unknown }
  beforeEach(() => {
    Reflect.deleteProperty(globalThis, 'CloseWatcher')
    history.replaceState({ page: 7 }, '')
  })
  afterEach(() => {
    Object.assign(globalThis, { CloseWatcher })
  })

  test('closes the panel and leaves the page where it was', async () => {
    await open()
    expect(history.state).toMatchObject({ page: 7 })
    history.back()
    await expect.poll(() => shown.view.opened.value).toBe(false)
    await expect.poll(() => history.state).toEqual({ page: 7 })
  })

  test('has nothing left to undo once the panel was closed another way', async () => {
    await open()
    const { length } = history
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => history.state).toEqual({ page: 7 })
    expect(history.length).toBe(length)
  })
})
