import { readFileSync } from 'node:fs'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { transformWithOxc } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Adapter } from '../adapter.js'
import { adapterContract } from '../testing/adapter-contract.js'

const page = readFileSync(new URL('../../../../docs/adapters.md', import.meta.url), 'utf8')
const [example = ''] = [...page.matchAll(/^```ts\n(.*?)^```/gms)].map(([, code]) => code)
const { code } = await transformWithOxc(example, 'my-shop.ts')
const { myShop } = (await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`)) as {
  myShop(origin: string): Adapter
}

const server = setupServer(
  http.post('https://shop.example/api/order', async ({ request }) => {
    const { number, email } = (await request.json()) as { number: string; email: string }
    if (number !== '1001' || email !== 'sam@example.com') return new HttpResponse(null, { status: 404 })
    return HttpResponse.json({
      number: 1001,
      created: '2026-01-05T10:00:00Z',
      sent: '2026-01-06T10:00:00Z',
      street: 'Elm Street 1',
    })
  }),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())

const checks = await adapterContract(() => ({
  adapter: myShop('https://shop.example'),
  order: { number: '1001', email: 'sam@example.com' },
}))

describe("the page's example keeps the contract", () => {
  test.each(checks)('$name', ({ run }) => run())

  test('and there is one to keep', () => expect(checks).toHaveLength(4))
})

test('the page names every capability of an adapter and every part of a desk', () => {
  const contract = readFileSync(new URL('../adapter.ts', import.meta.url), 'utf8')
  const capabilities = [...(contract.split('export interface Adapter {')[1] ?? '').matchAll(/^ {2}readonly (\w+)\?/gm)].map(
    ([, name]) => name,
  )
  expect(capabilities.length).toBeGreaterThan(6)
  expect(capabilities.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})
