import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeChat, type FakeChat } from '../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../testing/show-shell.js'

let chat: FakeChat
let shown: Shown
beforeEach(async () => {
  chat = createFakeChat()
  shown = showShell(chat)
  await arrived(shown, chat)
})
afterEach(() => shown.remove())

const field = () => page.getByRole('textbox', { name: 'Write a message' })
const element = () => field().element() as HTMLTextAreaElement
const said = () => chat.sent.map((intent) => (intent.type === 'say' ? intent.text : intent.type))

test('Enter sends, Shift and Enter begin a new line', async () => {
  await field().click()
  await expect.poll(() => shown.root.activeElement).toBe(element())
  await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two{Enter}')
  expect(said()).toEqual(['one\ntwo'])
  await expect.element(field()).toHaveValue('')
})

test('the button sends, and the focus stays in the field', async () => {
  await field().fill('hello')
  await page.getByRole('button', { name: 'Send' }).click()
  expect(said()).toEqual(['hello'])
  await expect.poll(() => shown.root.activeElement).toBe(element())
})

test.each(['', '   ', '\n\n'])('%j is nothing to send', async (text) => {
  await field().fill(text)
  await field().click()
  await userEvent.keyboard('{Enter}')
  expect(said()).toEqual([])
})

test('L17 a message that is being kept is sent once, however often Enter is hit, and stays until it is kept', async () => {
  let kept = () => {}
  chat.sending = new Promise((resolve) => {
    kept = resolve
  })
  await field().fill('hello')
  await userEvent.click(field())
  await userEvent.keyboard('{Enter}{Enter}')
  await page.getByRole('button', { name: 'Send' }).dblClick({ force: true })
  expect(said()).toEqual(['hello'])
  await expect.element(field()).toHaveValue('hello')
  kept()
  await expect.element(field()).toHaveValue('')
})

test('what is typed while a message is being kept is not lost', async () => {
  let kept = () => {}
  chat.sending = new Promise((resolve) => {
    kept = resolve
  })
  await field().fill('hello')
  await userEvent.click(field())
  await userEvent.keyboard('{Enter} and more')
  kept()
  await expect.element(field()).toHaveValue(' and more')
})

test.each([
  ['isComposing', { key: 'Enter', isComposing: true }],
  ['the key code that Safari gives', { key: 'Enter', keyCode: 229 }],
])('L17 the Enter that ends a composition does not send, told by %s', async (_, init) => {
  await field().fill('かな')
  element().dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init }))
  expect(said()).toEqual([])
  element().dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true, cancelable: true }))
  expect(said()).toEqual(['かな'])
})

test('a sentence tells how much is left, then how much is too much, and nothing is cut', async () => {
  const sentence = () => shown.root.querySelector('.limit')?.textContent
  const write = (length: number) =>
    act(() => {
      shown.view.draft.value = 'x'.repeat(length)
    })
  write(3_600)
  expect(sentence()).toBe('')
  write(3_999)
  await expect.poll(sentence).toBe('1 character left')
  write(4_012)
  expect(sentence()).toBe('12 characters too long. Shorten it a little, or send it in two parts.')
  expect(element().getAttribute('aria-invalid')).toBe('true')
  await page.getByRole('button', { name: 'Send' }).click({ force: true })
  expect(said()).toEqual([])
  expect(element().value).toHaveLength(4_012)
})

test('the field grows with its text, up to a point', async () => {
  const height = () => element().offsetHeight
  const single = height()
  await field().fill('one\ntwo\nthree')
  expect(height()).toBe(single + 48)
  await field().fill('line\n'.repeat(50))
  expect(height()).toBe(128)
})

test('its letters are large enough that a phone does not zoom in', () => {
  expect(Number.parseFloat(getComputedStyle(element()).fontSize)).toBeGreaterThanOrEqual(16)
})

test('typing is told to a person, not to the bot', async () => {
  await field().fill('a')
  expect(chat.called).toEqual([])
  act(() => chat.show({ status: 'live' }))
  await field().fill('ab')
  expect(chat.called).toEqual(['typing'])
})

test('it is away while nothing can be sent', () => {
  act(() => chat.show({ composer: false }))
  expect(shown.root.querySelector('[part=composer]')).toBeNull()
})

test('Enter in it does not send a form that the page has put around it', async () => {
  const form = document.createElement('form')
  let submitted = 0
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    submitted++
  })
  document.body.append(form)
  form.append(shown.host)
  await field().fill('hello')
  await userEvent.click(field())
  await userEvent.keyboard('{Enter}')
  for (const button of shown.root.querySelectorAll('button')) if (button.type !== 'submit') expect(button.type).toBe('button')
  expect(submitted).toBe(0)
  expect(said()).toEqual(['hello'])
  form.replaceWith(shown.host)
})

test('one ring shows its focus: that of the frame', async () => {
  await userEvent.click(field())
  expect(getComputedStyle(element()).outlineColor).toBe('rgba(0, 0, 0, 0)')
  expect(getComputedStyle(element().parentElement as HTMLElement).boxShadow).toContain('inset')
})
