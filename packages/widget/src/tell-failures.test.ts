import type { Adapter } from '@shopbell/core'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ACTION_REFUSED } from './page/action-refused.js'
import { tellFailures } from './tell-failures.js'

const error = vi.spyOn(console, 'error')
beforeEach(() => void error.mockImplementation(() => undefined))
afterEach(() => void error.mockReset())

const query = { number: '1001', email: 'sam@example.com' }
const sender = { site: 'shop', owner: 'o', secret: 's', outbox: 'b' }

function watched(given: Adapter): Adapter {
  const adapter = { ...given }
  tellFailures(adapter)
  return adapter
}

test('what the shop’s own code throws is on the console once, and is thrown on', async () => {
  const thrown = new TypeError('foo')
  const { orders } = watched({ orders: { find: () => Promise.reject(thrown) } })
  const { signal } = new AbortController()
  await expect(orders?.find(query, signal, sender)).rejects.toBe(thrown)
  await expect(orders?.find(query, signal, sender)).rejects.toBe(thrown)
  expect(error.mock.calls).toEqual([['[shopbell] The call "findOrder" has failed:', thrown]])
})

test('what was taken back has not failed', async () => {
  const { orders } = watched({ orders: { find: (_, signal) => Promise.reject(signal.reason) } })
  await expect(orders?.find(query, AbortSignal.abort(), sender)).rejects.toThrow()
  expect(error).not.toHaveBeenCalled()
})

test('an order of the wrong shape is told with its field', async () => {
  const { orders } = watched({ orders: { find: async () => ({ number: '1001', placed: '2026-01-02' }) as never } })
  await orders?.find(query, new AbortController().signal, sender)
  expect(error.mock.calls).toEqual([
    ['[shopbell] The call "findOrder": "placed" should be milliseconds since 1970, and is "2026-01-02". The answer is no order.'],
  ])
})

test('of an order that is shown without a part it is not said that its call has failed', async () => {
  const { orders } = watched({
    orders: { find: async () => ({ number: '1001', placed: 0, city: 'Leeds', parcels: [{}] }) as never },
  })
  await orders?.find(query, new AbortController().signal, sender)
  expect(error.mock.calls).toEqual([[expect.stringMatching(/^\[shopbell\] The call "findOrder": "parcels.*It is left out\.$/)]])
})

test('an action that the page has registered, even later, has said itself what failed', async () => {
  const refused = Object.assign(new Error('action-failed'), { name: ACTION_REFUSED })
  const actions: Record<string, () => Promise<never>> = {}
  const adapter = watched({ actions })
  actions['own'] = () => Promise.reject(new Error('x'))
  actions['refused'] = () => Promise.reject(refused)
  for (const name of ['own', 'refused'])
    await expect(adapter.actions?.[name]?.({}, new AbortController().signal)).rejects.toThrow()
  expect(error.mock.calls).toEqual([['[shopbell] The call "own" has failed:', new Error('x')]])
})
