import axe from 'axe-core'
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeChat, reviewPrompt } from '../../testing/fake-chat.js'
import { arrived, type Shown, showShell } from '../../testing/show-shell.js'

let shown: Shown
afterEach(() => shown.remove())

async function review(how: { readonly photos?: boolean; readonly attach: boolean }) {
  const prompt = { ...reviewPrompt, ...(how.photos === undefined ? {} : { photos: how.photos }) }
  const chat = createFakeChat({ status: 'review', attach: how.attach, prompt })
  shown = showShell(chat)
  await arrived(shown, chat)
  return chat
}
const add = () => page.getByRole('button', { name: 'Add a photo' })
const chooser = () => shown.root.querySelector<HTMLInputElement>('[part~="review"] input[type="file"]')

describe('where a photo helps', () => {
  test('the review has a button for it, and what is chosen goes along', async () => {
    const chat = await review({ photos: true, attach: true })
    await expect.element(add()).toBeVisible()
    expect(add().element().getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    const field = chooser()
    const files = new DataTransfer()
    files.items.add(new File([new Uint8Array(3)], 'chip.png', { type: 'image/png' }))
    if (field) field.files = files.files
    field?.dispatchEvent(new Event('change', { bubbles: true }))
    await expect.poll(() => chat.called).toContain('attach chip.png 3')
  })

  test('a shop that takes no pictures says so, and asks for nothing', async () => {
    await review({ photos: true, attach: false })
    expect(chooser()).toBeNull()
    await expect.element(page.getByText('Photos can’t be added here. If one helps, a person asks you for it.')).toBeVisible()
  })

  test.each([true, false])('nobody is shut out (with pictures: %s)', async (attach) => {
    await review({ photos: true, attach })
    for (const one of shown.root.getAnimations()) one.finish()
    const { violations } = await axe.run(shown.host)
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })
})

test('elsewhere nobody is asked for photos', async () => {
  await review({ attach: true })
  expect(chooser()).toBeNull()
  expect(shown.root.querySelector('[part~="review"]')?.textContent).not.toContain('hoto')
})
