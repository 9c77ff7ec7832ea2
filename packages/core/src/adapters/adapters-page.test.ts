import { readFileSync } from 'node:fs'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import { transformWithOxc } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Adapter } from '../adapter.js'
import { situationOf } from '../facts/situation.js'
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
      arrived: '2026-01-08T10:00:00Z',
      due: '2026-01-09',
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

test('the example says of an order what the bot needs: when it came, and by when it should have', async () => {
  const order = await myShop('https://shop.example').orders?.find(
    { number: '1001', email: 'sam@example.com' },
    new AbortController().signal,
    { site: 'shop', owner: 'owner', secret: 'secret', outbox: 'outbox' },
  )
  expect(order).toEqual({
    number: '1001',
    placed: Date.parse('2026-01-05T10:00:00Z'),
    parcels: [
      {
        reached: {
          ordered: Date.parse('2026-01-05T10:00:00Z'),
          shipped: Date.parse('2026-01-06T10:00:00Z'),
          delivered: Date.parse('2026-01-08T10:00:00Z'),
        },
        promised: '2026-01-09',
      },
    ],
  })
  expect(order && situationOf(order, Date.parse('2026-03-01'))).toBe('delivered')
})

test('the page tells every field of an order and of a parcel, and every situation', () => {
  const source = readFileSync(new URL('../facts/order.ts', import.meta.url), 'utf8')
  const fields = [...source.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name)
  expect(fields).toContain('promised')
  const rows = page.split('## What the bot makes of an order')[1]?.split('\n## ')[0] ?? ''
  expect(fields.filter((name) => !rows.includes(`\`${name}`))).toEqual([])
  const situations = [...(source.split('export type Situation')[1] ?? '').matchAll(/'([\w-]+)'/g)].map(([, name]) => name)
  expect(situations).toHaveLength(9)
  expect(situations.filter((name) => !rows.includes(`\`${name}\``))).toEqual([])
})
