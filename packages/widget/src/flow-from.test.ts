/** @vitest-environment happy-dom */
import { storefrontFlow } from '@shopbell/core/flows/storefront'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { flowFrom } from './flow-from.js'

const error = vi.spyOn(console, 'error')
const fetches = vi.fn<(url: URL) => Promise<Response>>()
beforeEach(() => {
  error.mockReset()
  fetches.mockReset()
  vi.stubGlobal('fetch', fetches)
})
afterEach(() => vi.unstubAllGlobals())

const answer = (body: string, status = 200) => fetches.mockResolvedValue(new Response(body, { status }))
const complaint = () => String(error.mock.calls.flat().join('\n'))
const { reach: _, ...flow } = storefrontFlow
const withFirst = (greeting: typeof flow.greeting, next: string) => ({
  ...greeting,
  options: greeting.options.map((option, index) => (index === 0 ? { ...option, next } : option)),
})

test.each(['/flow.json', 'flow.json?v=2', 'https://files.shop.example/flow.json'])('reads the flow at %s', async (address) => {
  answer(JSON.stringify(flow))
  expect(await flowFrom(address)).toEqual(flow)
  expect(fetches.mock.calls[0]?.[0].href).toBe(new URL(address, location.href).href)
  expect(error).not.toHaveBeenCalled()
})

test.each([
  'http://elsewhere.example/flow.json',
  'data:application/json,{}',
  'javascript:1',
  '//[',
  'blob:https://shop.example/1',
])('asks nobody for %s', async (address) => {
  expect(await flowFrom(address)).toBeUndefined()
  expect(fetches).not.toHaveBeenCalled()
  expect(complaint()).toContain(address)
})

test.each<[string, () => unknown, RegExp]>([
  ['is not there', () => answer('', 404), /404/],
  ['is no JSON', () => answer('<!doctype html>'), /JSON/],
  ['is something else', () => answer('[]'), /the file: /],
  [
    'has a fault in its shape',
    () => answer(JSON.stringify({ ...flow, greeting: { ...flow.greeting, look: 'rainbow' } })),
    /greeting\/look/,
  ],
  [
    'leads from a button to a step that is not there',
    () => answer(JSON.stringify({ ...flow, greeting: withFirst(flow.greeting, 'order-aks') })),
    /greeting\/options\/0\/next: There is no step "order-aks"\. Did you mean "order-ask"\?/,
  ],
  [
    'leads a written wish to a step that is not there',
    () => answer(JSON.stringify({ ...flow, routes: { ...flow.routes, order: 'order-aks' } })),
    /routes\/order: There is no step "order-aks"/,
  ],
  ['is too large', () => answer(JSON.stringify({ ...flow, texts: { a: 'a'.repeat(1_000_000) } })), /1 MB/],
  ['cannot be had', () => fetches.mockRejectedValue(new TypeError('Failed to fetch')), /Failed to fetch/],
])('a file that %s is no flow, and the console says why', async (_name, arrange, says) => {
  arrange()
  expect(await flowFrom('/flow.json')).toBeUndefined()
  expect(error).toHaveBeenCalledTimes(1)
  expect(complaint()).toMatch(says)
  expect(complaint()).toContain('/flow.json')
})
