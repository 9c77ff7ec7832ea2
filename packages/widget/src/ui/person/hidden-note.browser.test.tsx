import type { FieldView } from '@shopbell/core'
import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeChat, type FakeChat, orderPrompt } from '../../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../../testing/show-shell.js'

let chat: FakeChat
let shown: Shown
beforeEach(async () => {
  chat = createFakeChat()
  shown = showShell(chat)
  await arrived(shown, chat)
})
afterEach(() => shown.remove())

const showAnyway = () => page.getByRole('button', { name: 'Show it to the shop anyway' })

test('says that a card number was hidden, and shows it to the shop anyway', async () => {
  expect(showAnyway().elements()).toHaveLength(0)
  act(() => chat.show({ hidden: ['card'] }))
  await expect.element(page.getByText('We hid a card number before it was sent.').first()).toBeVisible()
  await showAnyway().click()
  expect(chat.sent).toEqual([{ type: 'show-hidden' }])
  act(() => chat.show({ hidden: null }))
  expect(showAnyway().elements()).toHaveLength(0)
})

test('names everything that was hidden', async () => {
  act(() => chat.show({ hidden: ['iban', 'cvv'] }))
  await expect
    .element(page.getByText('We hid an account number before it was sent. We hid a security code before it was sent.'))
    .toBeVisible()
})

const plain = { label: '', value: '', optional: false } as const
const fields: readonly FieldView[] = [
  { ...plain, name: 'phone', type: 'phone', label: 'Phone' },
  { ...plain, name: 'amount', type: 'number', label: 'How many' },
  { ...plain, name: 'day', type: 'date', label: 'Day' },
  {
    ...plain,
    name: 'colour',
    type: 'one-of',
    label: 'Colour',
    options: [
      { id: 'red', label: 'Fern red' },
      { id: 'blue', label: 'Kettle blue' },
    ],
  },
]

test('every kind of field is drawn with what the browser has for it', async () => {
  act(() => chat.show({ prompt: { ...orderPrompt, fields, options: [] } }))
  const phone = page.getByRole('textbox', { name: 'Phone' })
  await expect.element(phone).toHaveAttribute('autocomplete', 'tel')
  await expect.element(page.getByLabelText('How many')).toHaveAttribute('inputmode', 'decimal')
  await expect.element(page.getByLabelText('Day')).toHaveAttribute('type', 'date')
  await phone.fill('+49 151 234567')
  await page.getByLabelText('How many').fill('2')
  await page.getByLabelText('Day').fill('2026-12-24')
  await page.getByRole('combobox', { name: 'Colour' }).selectOptions('Kettle blue')
  await page.getByRole('button', { name: 'Find my order' }).click()
  expect(chat.sent).toEqual([
    {
      type: 'submit',
      prompt: orderPrompt.id,
      values: { phone: '+49 151 234567', amount: '2', day: '2026-12-24', colour: 'blue' },
    },
  ])
})
