// The declaration of docs/page-api.md for JSX, as a page in Preact has it.
import { type HTMLAttributes, type JSX, render } from 'preact'
import { afterEach, expect, test, vi } from 'vitest'
import type { ShopbellChat, ShopbellChatAttributes } from './element.js'
import './element.js'

declare global {
  namespace preact.JSX {
    interface IntrinsicElements {
      'shopbell-chat': ShopbellChatAttributes & HTMLAttributes<ShopbellChat>
    }
  }
}

afterEach(() => {
  render(null, document.body)
})

test('JSX takes the options as attributes in one word, others as a property, and nothing that is none', async () => {
  const warned = vi.spyOn(console, 'warn')
  const facts = { orderNumber: '10023' }
  render(<shopbell-chat mailto="help@shop.example" zindex={99} side="left" options={{ facts }} />, document.body)
  const element = document.querySelector('shopbell-chat')
  expect(element?.options).toEqual({ facts })
  expect(element?.chat?.getState().status).toBe('idle')
  await vi.dynamicImportSettled()
  expect(warned).not.toHaveBeenCalled()
  const refused: JSX.Element[] = [
    // @ts-expect-error there is no such side
    <shopbell-chat key="side" side="top" />,
    // @ts-expect-error an adapter is no attribute
    <shopbell-chat key="adapter" adapter={{}} />,
  ]
  expect(refused).toHaveLength(2)
})
