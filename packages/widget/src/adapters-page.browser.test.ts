// The line of docs/adapters.md that gives an adapter to the widget does so.
import type { Adapter } from '@shopbell/core'
import { afterEach, expect, test, vi } from 'vitest'
import page from '../../../docs/adapters.md?raw'
import { mount } from './index.js'

afterEach(() => document.body.replaceChildren())

test('the line that gives an adapter to the widget shows the chat, without a word in the console', () => {
  const warn = vi.spyOn(console, 'warn')
  const [, code = ''] = /^```js\n(.*?)^```/ms.exec(page) ?? []
  const myShop = (origin: string): Adapter => ({ contact: { mailto: `help@${new URL(origin).hostname}.example` } })
  const chats: unknown[] = []
  const mounting: typeof mount = (options) => {
    const chat = mount(options)
    chats.push(chat)
    return chat
  }
  new Function('mount', 'myShop', code)(mounting, myShop)
  expect(chats).toEqual([expect.objectContaining({ open: expect.any(Function) })])
  expect(document.querySelector('shopbell-chat')).not.toBeNull()
  expect(warn).not.toHaveBeenCalled()
  ;(chats as ReturnType<typeof mount>[])[0]?.destroy()
})
