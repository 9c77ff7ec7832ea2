import { expect, test, vi } from 'vitest'
import { createApi } from './api.js'
import type { Widget } from './widget.js'

function setUp(answer: 'widget' | 'refused' = 'widget') {
  const done = () => vi.fn(async () => undefined)
  const off = vi.fn()
  const widget = {
    open: done(),
    close: done(),
    toggle: done(),
    show: done(),
    hide: done(),
    update: done(),
    prefill: done(),
    send: done(),
    talkToAgent: done(),
    set: done(),
    page: done(),
    on: vi.fn(() => off),
    once: vi.fn(() => off),
    getState: vi.fn(() => ({ open: false, launcher: true, status: 'idle', unread: 0, human: 'live' }) as const),
    shutdown: done(),
    destroy: vi.fn(),
  } satisfies { [Name in keyof Widget]: unknown }
  const warn = vi.fn()
  const boot = vi.fn(() => (answer === 'widget' ? (widget as unknown as Widget) : null))
  return { widget, warn, boot, off, shopbell: createApi(boot, warn) }
}

test('does the same in both spellings', async () => {
  const { shopbell, widget } = setUp()
  await shopbell.boot({})
  await shopbell('prefill', 'Is the kettle back?')
  await shopbell.prefill('Is the kettle back?')
  expect(widget.prefill.mock.calls).toEqual([['Is the kettle back?'], ['Is the kettle back?']])
})

test('answers with what the method answers', async () => {
  const { shopbell, off } = setUp()
  await shopbell.boot({})
  expect(await shopbell.getState()).toMatchObject({ status: 'idle' })
  expect(await shopbell('on', 'panel:opened', () => undefined)).toBe(off)
})

test('starts once, and takes a second boot for new options', async () => {
  const { shopbell, boot, widget } = setUp()
  await shopbell.boot({ theme: 'fjord' })
  await shopbell.boot({ theme: 'peony' })
  expect(boot).toHaveBeenCalledTimes(1)
  expect(widget.update).toHaveBeenCalledWith({ theme: 'peony' })
})

test('names the method that was probably meant, once per call and without throwing', async () => {
  const { shopbell, warn } = setUp()
  await shopbell.boot({})
  expect(await shopbell('talkToAgnet')).toBeUndefined()
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledWith('There is no method "talkToAgnet". Did you mean "talkToAgent"?')
})

test.each(['constructor', '__proto__', 'toString', '', undefined, null, {}])('knows no method %s', async (method) => {
  const { shopbell, warn } = setUp()
  await shopbell.boot({})
  expect(await shopbell(method as string)).toBeUndefined()
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledTimes(1)
})

test('says where a failure was, and keeps it from the page', async () => {
  const { shopbell, warn, widget } = setUp()
  await shopbell.boot({})
  widget.send.mockRejectedValueOnce(new Error('no room'))
  await expect(shopbell.send('Hello')).resolves.toBeUndefined()
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledWith('"send" could not be done: Error: no room')
})

test('asks to be started where there is no chat, and starts again after destroy', async () => {
  const { shopbell, boot, warn, widget } = setUp()
  await shopbell.open()
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledWith('The chat is not on this page, so "open" does nothing. Call Shopbell("boot", …) first.')
  await shopbell.boot({})
  await shopbell.destroy()
  expect(widget.destroy).toHaveBeenCalledTimes(1)
  await shopbell.boot({})
  expect(boot).toHaveBeenCalledTimes(2)
})

test('stays quiet and harmless when the start was refused', async () => {
  const { shopbell } = setUp('refused')
  await shopbell.boot({})
  await expect(shopbell.open()).resolves.toBeUndefined()
  await expect(shopbell.destroy()).resolves.toBeUndefined()
})
