import type { Card, Prompt } from '@shopbell/core'
import axe from 'axe-core'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { createFakeChat, type FakeChat, line } from '../../../testing/fake-chat.js'
import { arrived, type Shown, type ShowOptions, showShell } from '../../../testing/show-shell.js'

let shown: Shown
afterEach(() => shown.remove())

async function show(chat: FakeChat, options: ShowOptions = {}): Promise<FakeChat> {
  shown = showShell(chat, options)
  // There is no network here, and a picture that fails would go before it is looked at.
  shown.root.addEventListener('error', (event) => event.stopImmediatePropagation(), true)
  await arrived(shown, chat)
  await vi.waitUntil(() => shown.root.querySelector('.strip, .choice, .unsupported'), { timeout: 10_000 })
  await act(async () => {})
  return chat
}

const kettles: readonly Card[] = ['Fern', 'Reed', 'Moss', 'Clay', 'Dune'].map((title) => ({
  title: `${title} kettle`,
  text: 'Boils two cups in a minute.',
  image: `https://pictures.example/${title}.jpg`,
  link: `/kettles/${title.toLowerCase()}`,
}))
const withCards = (cards: readonly Card[], by: 'bot' | 'desk' = 'bot') => {
  const chat = createFakeChat()
  chat.say(line(by, { kind: 'cards', cards }))
  return chat
}
const lamps: Prompt = {
  id: 'lamp.p',
  step: 'lamp',
  kind: 'choice',
  look: 'cards',
  options: [
    { id: 'other', label: 'Another one' },
    { id: 'fern', label: 'Fern', hint: 'Made of glass', image: 'https://pictures.example/fern.jpg' },
    { id: 'reed', label: 'Reed', image: 'https://pictures.example/reed.jpg' },
  ],
}

const strip = () => page.getByRole('list', { name: 'Cards' })
const first = (): HTMLElement => {
  const box = strip().element().getBoundingClientRect()
  const rtl = getComputedStyle(strip().element()).direction === 'rtl'
  const items = [...strip().element().children] as HTMLElement[]
  const distance = (item: HTMLElement) => {
    const { left, right } = item.getBoundingClientRect()
    return Math.abs(rtl ? box.right - 16 - right : left - box.left - 16)
  }
  return items.reduce((best, item) => (distance(item) < distance(best) ? item : best))
}
const reaches = (title: string) => vi.waitUntil(() => first().textContent?.includes(title))

describe('cards', () => {
  test('stand side by side, each with its picture, its words and its link', async () => {
    await show(withCards(kettles))
    const items = [...strip().element().children]
    expect(items.map((item) => [item.getAttribute('aria-posinset'), item.getAttribute('aria-setsize')])).toEqual(
      ['1', '2', '3', '4', '5'].map((place) => [place, '5']),
    )
    const tops = new Set(items.map((item) => item.getBoundingClientRect().top))
    expect(tops.size).toBe(1)
    const link = page.getByRole('link', { name: 'Reed kettle (opens a new tab)' }).element()
    expect(link).toHaveAttribute('href', `${location.origin}/kettles/reed`)
    expect(link).toHaveAttribute('target', '_blank')
    expect(link).toHaveAttribute('rel', 'noopener noreferrer')
    const picture = items[0]?.querySelector('img')
    expect(picture).toHaveAttribute('loading', 'lazy')
    expect(picture).toHaveAttribute('referrerpolicy', 'no-referrer')
    expect(picture).toHaveAttribute('alt', '')
  })

  test('keep a picture’s place before it is there, and after it could not be had', async () => {
    await show(withCards(kettles))
    const frame = shown.root.querySelector('.frame')
    const before = frame?.getBoundingClientRect()
    expect(before?.height).toBeCloseTo((before?.width ?? 0) / 1.5, 0)
    frame?.querySelector('img')?.remove()
    expect(frame?.getBoundingClientRect()).toEqual(before)
  })

  test('take a tap anywhere as a tap on the link', async () => {
    await show(withCards(kettles))
    const card = strip().element().children[0]
    const { left, top, width } = card?.getBoundingClientRect() ?? new DOMRect()
    expect(shown.root.elementFromPoint(left + width / 2, top + 40)?.tagName).toBe('A')
  })

  test.each(['ltr', 'rtl'] as const)('%s: the arrow keys go through them, and stop at both ends', async (direction) => {
    await show(withCards(kettles), { direction })
    const [on, back] = direction === 'ltr' ? ['{ArrowRight}', '{ArrowLeft}'] : ['{ArrowLeft}', '{ArrowRight}']
    ;(strip().element() as HTMLElement).focus()
    await userEvent.keyboard(on)
    await reaches('Reed')
    await userEvent.keyboard(on)
    await reaches('Moss')
    await userEvent.keyboard(back)
    await reaches('Reed')
    await userEvent.keyboard('{Home}')
    await reaches('Fern')
    await userEvent.keyboard(back)
    await reaches('Fern')
    await userEvent.keyboard('{End}')
    await vi.waitUntil(() => shown.root.querySelector('.pager span')?.textContent === '5 of 5')
  })

  test('the focus goes along from link to link', async () => {
    await show(withCards(kettles))
    ;(page.getByRole('link', { name: /Fern/ }).element() as HTMLElement).focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(shown.root.activeElement?.textContent).toContain('Reed kettle')
  })

  test.each(['ltr', 'rtl'] as const)(
    '%s: a pointer goes through them with two buttons that say where it is',
    async (direction) => {
      await show(withCards(kettles), { direction })
      const next = page.getByRole('button', { name: 'Next' })
      const previous = page.getByRole('button', { name: 'Previous' })
      await expect.element(previous).toHaveAttribute('aria-disabled', 'true')
      await next.click()
      await reaches('Reed')
      await expect.element(previous).toHaveAttribute('aria-disabled', 'false')
      await vi.waitUntil(() => shown.root.querySelector('.pager span')?.textContent === '2 of 5')
      await previous.click()
      await reaches('Fern')
    },
  )

  test('one alone needs no buttons and no stop of the keyboard’s', async () => {
    await show(withCards(kettles.slice(0, 1)))
    expect(shown.root.querySelector('.pager')).toBeNull()
    expect((strip().element() as HTMLElement).tabIndex).toBe(-1)
  })

  test.each([
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['//evil.example', 'http://evil.example/a.jpg'],
    ['https://shop@evil.example/', 'data:image/gif;base64,R0lGODlhAQABAAAAACw='],
  ])('of a flow that nobody has checked open and load nothing: %s', async (link, image) => {
    await show(withCards([{ title: 'Free', link, image }]))
    expect(shown.root.querySelector('.strip a, .strip img')).toBeNull()
    expect(strip().element()).toHaveTextContent('Free')
  })

  test('that do not come from the flow load no picture', async () => {
    await show(withCards(kettles, 'desk'))
    expect(shown.root.querySelector('.strip img')).toBeNull()
    await expect.element(page.getByRole('link', { name: /Fern/ })).toBeVisible()
  })

  test('say which other site they lead to', async () => {
    await show(withCards([{ title: 'Size chart', link: 'https://maker.example/sizes' }]))
    expect(strip().element()).toHaveTextContent('maker.example')
  })
})

describe('choices with pictures', () => {
  test('are buttons with label and hint, large enough for a thumb', async () => {
    const chat = await show(createFakeChat({ prompt: lamps }))
    const fern = page.getByRole('button', { name: 'Fern Made of glass' })
    const box = fern.element().getBoundingClientRect()
    expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44)
    await fern.click()
    expect(chat.sent).toEqual([{ type: 'choose', prompt: 'lamp.p', option: 'fern' }])
  })

  test('are chosen by their number in the flow’s own order', async () => {
    const chat = await show(createFakeChat({ prompt: lamps }))
    const fern = page.getByRole('button', { name: /Fern/ })
    expect(fern.element()).toHaveAttribute('aria-keyshortcuts', '2')
    ;(fern.element() as HTMLElement).focus()
    await userEvent.keyboard('3')
    expect(chat.sent).toEqual([{ type: 'choose', prompt: 'lamp.p', option: 'reed' }])
  })

  test('one without a picture stands below the others', async () => {
    await show(createFakeChat({ prompt: lamps }))
    const top = (name: RegExp) => page.getByRole('button', { name }).element().getBoundingClientRect().top
    expect(top(/Another/)).toBeGreaterThan(top(/Reed/))
  })
})

describe('nobody is shut out', () => {
  const scenes: Record<string, () => FakeChat> = {
    cards: () => withCards(kettles),
    'one card': () => withCards(kettles.slice(0, 1)),
    'choices with pictures': () => createFakeChat({ prompt: lamps }),
  }
  for (const scheme of ['light', 'dark'] as const) {
    test.each(Object.entries(scenes))(`by %s, ${scheme}`, async (_, scene) => {
      await show(scene(), { scheme })
      for (const one of shown.root.getAnimations()) one.finish()
      const { violations } = await axe.run(shown.host)
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
    })
  }
})
