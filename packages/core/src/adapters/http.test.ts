import { HttpResponse, http, type JsonBodyType } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { adapterContract } from '../testing/adapter-contract.js'
import { messageOp } from '../testing/blank-commit.js'
import { DEMO_EMAIL, demoAdapter } from './demo.js'
import { httpAdapter } from './http.js'

const URL_OF_SHOP = 'https://desk.example.com'
const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

const sender = { site: 'shop', owner: 'owner', secret: 'secret', outbox: 'outbox' }
const command = { ...messageOp('hello'), cmid: 'c1', conversation: 'v1', outbox: 'outbox', n: 1, at: 0 }
const never = () => new AbortController().signal

/** docs/http-api.md over the demo's backend, with a field that nobody knows in every answer. */
function serveDemo() {
  const demo = demoAdapter({ script: null })
  const at = (path: string) => `${URL_OF_SHOP}/v1/${path}`
  const json = (body: object) => HttpResponse.json({ ...body, surprise: { deep: [1] } })
  const senderOf = ({ headers }: Request) => ({
    site: headers.get('Shopbell-Site') ?? '',
    owner: headers.get('Shopbell-Owner') ?? '',
    secret: headers.get('Authorization')?.replace('Bearer ', '') ?? '',
    outbox: '',
  })
  server.use(
    http.get(at('availability'), async ({ request }) => json(await demo.availability.get(request.signal))),
    http.post(at('orders/find'), async ({ request }) => {
      const query = (await request.json()) as { number: string; email: string }
      const order = await demo.orders.find(query, request.signal, senderOf(request))
      return json({ order: order && { ...order, street: 'Elm Street 1' } })
    }),
    http.get(at('faqs/topics'), async ({ request }) => json({ topics: await demo.faqs.topics(request.signal) })),
    http.get(at('faqs'), async ({ request }) => {
      return json({ articles: await demo.faqs.search(new URL(request.url).searchParams.get('q') ?? '', request.signal) })
    }),
    http.get(at('faqs/:id'), async ({ request, params }) =>
      json({ article: await demo.faqs.read(`${params.id}`, request.signal) }),
    ),
    http.post(at('faqs/:id/ratings'), async ({ request, params }) => {
      const { helped, missing } = (await request.json()) as { helped: boolean; missing?: string }
      await demo.faqs.rate(`${params.id}`, helped, missing, request.signal, senderOf(request))
      return new HttpResponse(null, { status: 204 })
    }),
    http.post(at('commands'), async ({ request }) => {
      const body = (await request.json()) as { command: typeof command }
      if (request.headers.get('Idempotency-Key') !== body.command.cmid) return new HttpResponse(null, { status: 400 })
      return json(await demo.desk.submit(body.command, senderOf(request), request.signal))
    }),
    http.post(at('uploads'), async ({ request }) => {
      const bytes = new Uint8Array(await request.arrayBuffer())
      const file = { name: decodeURIComponent(request.headers.get('Shopbell-Name') ?? ''), type: '', bytes }
      const put = await demo.uploads.put(file, senderOf(request), request.signal)
      if ('upload' in put) return json(put)
      return new HttpResponse(null, { status: put.refused === 'too_big' ? 413 : put.refused === 'not_an_image' ? 415 : 503 })
    }),
    http.get(at('uploads/:id'), async ({ request, params }) => {
      const address = await demo.uploads.url(`${params.id}`, senderOf(request))
      if (address === null) return new HttpResponse(null, { status: 404 })
      return new HttpResponse(Buffer.from(address.split(',')[1] ?? '', 'base64'), { headers: { 'Content-Type': 'image/png' } })
    }),
  )
  return demo
}

const createSubject = () => {
  serveDemo()
  const adapter = httpAdapter({ url: `${URL_OF_SHOP}/`, site: 'shop' })
  return { adapter, order: { number: '1002', email: DEMO_EMAIL }, query: 'return refund' }
}
const checks = await adapterContract(createSubject)

describe('HTTP keeps the contract', () => {
  test.each(checks)('$name', ({ run }) => run())
})

describe('what is asked', () => {
  test('a shopper is named in headers and never in the address', async () => {
    const requests: Request[] = []
    serveDemo()
    server.events.on('request:start', ({ request }) => void requests.push(request.clone()))
    const adapter = httpAdapter({ url: URL_OF_SHOP, site: 'my shop' })
    await adapter.tickets.submit(command, sender, never())
    await adapter.orders.find({ number: '1', email: 'a@b.c' }, never(), sender)
    await adapter.faqs.search('a & b', never())
    server.events.removeAllListeners()
    expect(requests.map(({ headers }) => headers.get('Authorization'))).toEqual(['Bearer secret', 'Bearer secret', null])
    expect(requests.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual(['c1', null, null])
    expect(await requests[0]?.json()).toEqual({ outbox: 'outbox', command })
    expect(requests.map(({ url }) => url).join()).not.toMatch(/secret|owner|a@b/)
    expect(requests[2]?.url).toBe(`${URL_OF_SHOP}/v1/faqs?site=my+shop&q=a+%26+b`)
  })
})

/** What every call would take for its answer. */
const PERFECT = {
  ...{ t: 'committed', cmid: 'c1', conversation: 'v1', seq: 1, at: 0, dup: false },
  ...{ order: null, article: null, topics: [], articles: [], open: true, upload: 'u' },
}

const garbage: readonly (readonly [string, () => Response])[] = [
  ['500', () => new HttpResponse('oops', { status: 500 })],
  ['502 with HTML', () => HttpResponse.html('<h1>Bad gateway</h1>', { status: 502 })],
  ['503', () => new HttpResponse(null, { status: 503 })],
  ['504', () => new HttpResponse(null, { status: 504 })],
  ['404 with JSON', () => HttpResponse.json({ order: null, articles: [], topics: [], article: null }, { status: 404 })],
  ['401', () => new HttpResponse(null, { status: 401 })],
  ['200 with HTML', () => HttpResponse.html('<h1>Log in to the hotel network</h1>')],
  ['200 with HTML that calls itself JSON', () => new HttpResponse('<h1>', { headers: { 'Content-Type': 'application/json' } })],
  [
    'truncated JSON',
    () => new HttpResponse('{"t":"committed","cmid":"c1","conv', { headers: { 'Content-Type': 'application/json' } }),
  ],
  [
    'a wrong content type',
    () =>
      new HttpResponse(
        '{"t":"committed","cmid":"c1","conversation":"v1","seq":1,"at":0,"dup":false,"order":null,"article":null,"topics":[],"articles":[],"open":true}',
        { headers: { 'Content-Type': 'text/plain' } },
      ),
  ],
  ['204', () => new HttpResponse(null, { status: 204 })],
  ['JSON of another kind', () => HttpResponse.json(['committed'] as JsonBodyType)],
  [
    'fields of other types',
    () =>
      HttpResponse.json({
        t: 'committed',
        cmid: 7,
        seq: '1',
        order: 'yes',
        topics: {},
        articles: 'all',
        article: [],
        open: 'yes',
      }),
  ],
  ['a redirect', () => HttpResponse.redirect('https://elsewhere.example/', 302)],
  ['a broken connection', () => HttpResponse.error()],
  [
    'too much',
    () => HttpResponse.json({ order: null, topics: [], article: null, articles: [], open: true, more: 'x'.repeat(2_000_001) }),
  ],
]

describe.each(garbage)('%s', (_name, respond) => {
  const answerWith = () => {
    server.use(
      http.all(`${URL_OF_SHOP}/*`, respond),
      http.all('https://elsewhere.example/*', () => HttpResponse.json(PERFECT)),
    )
    return httpAdapter({ url: URL_OF_SHOP, site: 'shop' })
  }

  test('is `retry` for a command, and never "sent"', async () => {
    const verdict = await answerWith().tickets.submit(command, sender, never())
    expect(verdict).toMatchObject({ t: 'retry' })
  })

  test('is a throw for everything that is read', async () => {
    const { orders, faqs, availability } = answerWith()
    await expect(orders.find({ number: '1', email: 'a@b.c' }, never(), sender)).rejects.toThrow()
    await expect(faqs.topics(never())).rejects.toThrow()
    await expect(faqs.search('a', never())).rejects.toThrow()
    await expect(faqs.read('a', never())).rejects.toThrow()
    await expect(availability.get(never())).rejects.toThrow()
  })

  test('is "not now" for pictures', async () => {
    const { uploads } = answerWith()
    const file = { name: 'a.png', type: 'image/png', bytes: new Uint8Array(4) }
    expect(await uploads.put(file, sender, never())).toEqual({ refused: 'unavailable' })
    expect(await uploads.url('a', sender)).toBeNull()
  })
})

describe('Retry-After', () => {
  test.each<[string, string, number | undefined]>([
    ['seconds', '5', 5_000],
    ['nothing', '0', undefined],
    ['a day, cut to five minutes', '86400', 300_000],
    ['a date', 'Mon, 05 Jan 2026 10:00:30 GMT', 30_000],
    ['a date that has passed', 'Mon, 05 Jan 2026 09:00:00 GMT', undefined],
    ['garbage', 'soon', undefined],
    ['a negative number', '-3', undefined],
  ])('%s', async (_name, value, after) => {
    const headers = { 'Retry-After': value, Date: 'Mon, 05 Jan 2026 10:00:00 GMT' }
    server.use(http.post(`${URL_OF_SHOP}/v1/commands`, () => new HttpResponse(null, { status: 429, headers })))
    const verdict = await httpAdapter({ url: URL_OF_SHOP, site: 'shop' }).tickets.submit(command, sender, never())
    expect(verdict).toEqual(
      after === undefined ? { t: 'retry', code: 'rate_limited' } : { t: 'retry', code: 'rate_limited', after },
    )
  })
})

describe('a server that never answers', () => {
  const silent: typeof fetch = (_input, init) =>
    new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(new Error('aborted'))))

  test('is given two minutes for a picture, which a slow line needs', async () => {
    const late = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal)
    const { uploads } = httpAdapter({ url: URL_OF_SHOP, site: 'shop', fetch: silent })
    const asked = uploads.put({ name: 'cup.png', type: 'image/png', bytes: new Uint8Array(3) }, sender, never())
    await vi.waitFor(() => expect(timeout.mock.calls).toEqual([[120_000]]))
    timeout.mockRestore()
    late.abort()
    expect(await asked).toEqual({ refused: 'unavailable' })
  })

  test('is given up after ten seconds; K13: a command after a minute, since delivery has a patience of its own, which grows', async () => {
    const late = new AbortController()
    const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(late.signal)
    const { tickets, faqs } = httpAdapter({ url: URL_OF_SHOP, site: 'shop', fetch: silent })
    const asked = Promise.allSettled([tickets.submit(command, sender, never()), faqs.topics(never())])
    await vi.waitFor(() => expect(timeout.mock.calls.flat().sort()).toEqual([10_000, 60_000]))
    timeout.mockRestore()
    late.abort()
    const [verdict, topics] = await asked
    expect(verdict).toMatchObject({ value: { t: 'retry', code: 'timeout' } })
    expect(topics.status).toBe('rejected')
  })

  test('is given up when the caller does', async () => {
    const { tickets, orders } = httpAdapter({ url: URL_OF_SHOP, site: 'shop', fetch: silent })
    const controller = new AbortController()
    const asked = Promise.allSettled([
      tickets.submit(command, sender, controller.signal),
      orders.find({ number: '1', email: 'a@b.c' }, controller.signal, sender),
    ])
    controller.abort()
    const [verdict, order] = await asked
    expect(verdict).toMatchObject({ value: { t: 'retry', code: 'timeout' } })
    expect(order.status).toBe('rejected')
  })
})

test('each who asks for a picture gets a blob of their own, to let go of', async () => {
  const demo = serveDemo()
  const { uploads } = httpAdapter({ url: URL_OF_SHOP, site: 'shop' })
  const put = await demo.uploads.put({ name: 'a', type: '', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47) }, sender, never())
  if (!('upload' in put)) throw new Error('refused')
  const [one, other] = [await uploads.url(put.upload, sender), await uploads.url(put.upload, sender)]
  expect([one?.startsWith('blob:'), other === one]).toEqual([true, false])
})
