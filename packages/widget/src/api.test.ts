import { expect, test, vi } from 'vitest'
import { answerCalls } from './api.js'
import type { Mounted } from './widget.js'

function setUp(answer: 'widget' | 'refused' = 'widget') {
  const done = () => vi.fn(async () => undefined)
  const off = vi.fn()
  const widget = {
    later: vi.fn(async (..._given: [string, readonly unknown[]]): Promise<unknown> => undefined),
    again: vi.fn((_options: unknown): Mounted | null | undefined => undefined),
    open: done(),
    close: done(),
    toggle: done(),
    show: done(),
    hide: done(),
    on: vi.fn(() => off),
    once: vi.fn(() => off),
    getState: vi.fn(() => ({ open: false, launcher: true, status: 'idle', unread: 0, human: 'live' }) as const),
    shutdown: done(),
    destroy: vi.fn(),
  } satisfies { [Name in keyof Mounted]: unknown }
  const warn = vi.fn()
  const boot = vi.fn(() => (answer === 'widget' ? (widget as unknown as Mounted) : null))
  return { widget, warn, boot, off, call: answerCalls(boot, warn) }
}

test('answers with what the method answers', async () => {
  const { call, off } = setUp()
  await call('boot', {})
  expect(await call('getState')).toMatchObject({ status: 'idle' })
  expect(await call('on', 'panel:opened', () => undefined)).toBe(off)
})

test('starts once, and takes a second boot for new options', async () => {
  const { call, boot, widget } = setUp()
  await call('boot', { theme: 'fjord' })
  await call('boot', { theme: 'peony' })
  expect(boot).toHaveBeenCalledTimes(1)
  expect(widget.later).toHaveBeenCalledWith('update', [{ theme: 'peony' }])
})

test('goes on with the chat that takes the place of one where nothing has begun', async () => {
  const { call, boot, widget } = setUp()
  const next = { ...widget, later: vi.fn(async () => 'next') }
  await call('boot', {})
  widget.again.mockReturnValueOnce(next as unknown as Mounted)
  await call('update', { backend: '/desk' })
  expect(widget.again).toHaveBeenCalledWith({ backend: '/desk' })
  expect(widget.later).not.toHaveBeenCalled()
  expect(await call('identify', { id: '7' })).toBe('next')
  expect(boot).toHaveBeenCalledTimes(1)
})

test('leaves what few pages call, and names that there are not, to the part that knows them', async () => {
  const { call, widget } = setUp()
  await call('boot', {})
  widget.later.mockResolvedValueOnce('answer')
  expect(await call('identify', { id: '7' })).toBe('answer')
  for (const name of ['constructor', '__proto__', 'toString', '', undefined, null, {}]) await call(name, 1)
  expect(widget.later.mock.calls.map(([name]) => name)).toEqual([
    'identify',
    'constructor',
    '__proto__',
    'toString',
    '',
    'undefined',
    'null',
    '[object Object]',
  ])
})

test('says where a failure was, and keeps it from the page', async () => {
  const { call, warn, widget } = setUp()
  await call('boot', {})
  widget.later.mockRejectedValueOnce(new Error('no room'))
  await expect(call('send', 'Hello')).resolves.toBeUndefined()
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledWith('"send" could not be done: Error: no room')
})

test('asks to be started where there is no chat, and starts again after destroy', async () => {
  const { call, boot, warn, widget } = setUp()
  await call('open')
  await vi.dynamicImportSettled()
  await vi.dynamicImportSettled()
  expect(warn).toHaveBeenCalledWith(
    'There is no chat on this page, so "open" does nothing. Either what it was started with leads to no person, and the console says so, or it was not started: call Shopbell("boot", …).',
  )
  await call('boot', {})
  await call('destroy')
  expect(widget.destroy).toHaveBeenCalledTimes(1)
  await call('boot', {})
  expect(boot).toHaveBeenCalledTimes(2)
})

test('stays quiet and harmless when the start was refused', async () => {
  const { call } = setUp('refused')
  await call('boot', {})
  await expect(call('open')).resolves.toBeUndefined()
  await expect(call('destroy')).resolves.toBeUndefined()
})
