import { signal } from '@preact/signals'
import { deviceWords } from '@shopbell/core'
import { act } from 'preact/test-utils'
import { afterEach, describe, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { createFakeChat } from '../../testing/fake-chat.js'
import { arrived, type Shown, type ShowOptions, showShell } from '../../testing/show-shell.js'
import type { Device } from '../device.js'

let shown: Shown
afterEach(async () => {
  shown.remove()
  await page.viewport(1024, 768)
})

const deviceWith = (desktop: 'on' | 'off' | 'denied'): Device => ({
  words: deviceWords,
  sound: signal(true),
  desktop: signal(desktop),
  async toggleDesktop() {},
  download() {},
  showReceipt() {},
})

/** The menu of a conversation with a person, opened. */
async function openMenu(options: ShowOptions & { readonly desktop?: 'on' | 'off' | 'denied'; readonly width?: number } = {}) {
  if (options.width) await page.viewport(options.width, 640)
  const chat = createFakeChat({ status: 'live', contact: { mailto: 'help@shop.example', phone: '+44 20 7946 0018' } })
  shown = showShell(chat, options)
  Object.assign(shown.view, { device: deviceWith(options.desktop ?? 'off') })
  await arrived(shown, chat)
  const list = () => shown.root.querySelector('.menu-list')
  act(() => shown.root.querySelector<HTMLElement>('.menu > button')?.click())
  await expect.poll(list).not.toBeNull()
  return [...shown.root.querySelectorAll<HTMLElement>('.menu-list :is(a, button, p)')]
}

const panelPlace = () => shown.root.querySelector('.panel')?.getBoundingClientRect() ?? new DOMRect()
/** Where the words of an entry begin and end. */
function wordsOf(entry: HTMLElement): DOMRect {
  const range = document.createRange()
  range.selectNodeContents(entry)
  if (entry.querySelector('svg')) range.setStartAfter(entry.querySelector('svg') ?? entry)
  return range.getBoundingClientRect()
}

describe.each(['ltr', 'rtl'] as const)('the menu, %s', (direction) => {
  const isRtl = direction === 'rtl'

  test.each([
    [1024, 'off'],
    [320, 'denied'],
  ] as const)(
    'has all its words begin in one line, and large enough targets, within the panel: %s px, %s',
    async (width, desktop) => {
      const entries = await openMenu({ direction, width, desktop })
      expect(entries).toHaveLength(7)
      const begins = entries.map((entry) => Math.round(isRtl ? wordsOf(entry).right : wordsOf(entry).left))
      expect(new Set(begins).size).toBe(1)
      const { left, right } = panelPlace()
      for (const entry of entries) {
        const place = entry.getBoundingClientRect()
        expect(place.height).toBeGreaterThanOrEqual(44)
        expect(place.left).toBeGreaterThanOrEqual(left)
        expect(place.right).toBeLessThanOrEqual(right)
      }
    },
  )

  test('shows of a switch whether it is on by the place of its knob, and keeps it clear of the words', async () => {
    await openMenu({ direction })
    const [sound] = shown.root.querySelectorAll<HTMLElement>('[role="switch"]')
    if (!sound) throw new Error('There is no switch.')
    const knob = () => Number.parseFloat(getComputedStyle(sound, '::after').getPropertyValue(isRtl ? 'left' : 'right'))
    const track = getComputedStyle(sound, '::before')
    const end = sound.getBoundingClientRect()[isRtl ? 'left' : 'right']
    const room = Math.abs(end - wordsOf(sound)[isRtl ? 'left' : 'right'])
    expect(room).toBeGreaterThanOrEqual(Number.parseFloat(track.width) + 12)
    const on = [knob(), getComputedStyle(sound, '::before').backgroundColor]
    act(() => sound.click())
    const off = [knob(), getComputedStyle(sound, '::before').backgroundColor]
    expect(Number(off[0]) - Number(on[0])).toBe(16)
    expect(off[1]).not.toBe(on[1])
  })
})

test.each([320, 390])('the way to the menu stands beside the name at %s px, once nobody is left to be called', async (width) => {
  await openMenu({ width })
  const top = (selector: string) => shown.root.querySelector(selector)?.getBoundingClientRect()
  const [name, menu] = [top('.title'), top('.menu')]
  expect(menu?.top).toBeLessThan(name?.bottom ?? 0)
})
