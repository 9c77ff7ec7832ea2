import type { Proactive } from '@shopbell/core'
import { afterEach, expect, test, vi } from 'vitest'
import { mount } from '../index.js'
import type { Options } from '../options.js'
import type { Widget } from '../widget.js'

let chat: Widget | null = null
afterEach(() => {
  chat?.destroy()
  localStorage.clear()
  vi.restoreAllMocks()
})

const SHOP: Options = { mailto: 'help@shop.example', site: 'agreed' }
const openings: readonly Proactive[] = [{ id: 'hi', text: 'Any questions?', when: { seconds: 1 } }]
const bubble = () => document.querySelector('shopbell-chat')?.shadowRoot?.querySelector('.hail')?.textContent ?? null

test('what the shop has to say by itself waits for the consent that comes with an update', async () => {
  chat = mount({ ...SHOP, consent: 'required', proactive: openings })
  await chat?.update({ consent: 'given' })
  await expect.poll(bubble).toBe('Any questions?')
})

test('what the shop has to say by itself may come with the consent', async () => {
  const warned = vi.spyOn(console, 'warn')
  chat = mount({ ...SHOP, consent: 'required' })
  await chat?.update({ consent: 'given', proactive: openings })
  await expect.poll(bubble).toBe('Any questions?')
  expect(warned).not.toHaveBeenCalled()
})

test('whoever takes the consent back takes away what the shop has said by itself, and that it was said', async () => {
  chat = mount({ ...SHOP, consent: 'given', proactive: openings })
  await expect.poll(bubble).toBe('Any questions?')
  expect(localStorage.length).toBe(1)
  await chat?.update({ consent: 'required' })
  await expect.poll(bubble).toBeNull()
  await expect.poll(() => localStorage.length).toBe(0)
})
