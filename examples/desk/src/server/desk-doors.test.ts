import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newName, next, openStand, PASSWORD, type Shopper, type Stand } from './desk-stand.test.support.js'

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

let stand: Stand
beforeAll(async () => {
  stand = await openStand({ demo: true })
}, 60_000)
afterAll(() => stand.close())

/** `fetch` does not let a caller choose Host or Origin. */
function raw(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
  base = stand.url,
): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const call = request(base + path, { method, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }))
    })
    call.on('error', reject)
    // A body that a GET does not announce would be read as the next request.
    call.end(method === 'GET' ? undefined : body)
  })
}

describe('who may call what', () => {
  it('has a known sender for every route', () => {
    expect(stand.desk.routes.length).toBeGreaterThan(25)
    for (const { path, who } of stand.desk.routes) {
      const wanted = path.startsWith('/agent/') ? (path === '/agent/login' ? 'login' : 'agent') : undefined
      if (wanted) expect([path, who]).toEqual([path, wanted])
    }
  })

  it('answers no agent route without a session, nor with a made-up one', async () => {
    for (const { method, path, who } of stand.desk.routes) {
      if (who !== 'agent') continue
      for (const cookie of ['', `shopbell_agent=${'a'.repeat(43)}`, "shopbell_agent=' or 1=1"]) {
        const answer = await raw(
          path.replace(':id', newName()),
          { Cookie: cookie, 'Content-Type': 'application/json' },
          method,
          '{}',
        )
        expect([path, answer.status, answer.body]).toEqual([path, 401, '{"error":"signed-out","passwordRequired":true}'])
      }
    }
  })

  it('answers no agent or demo route to a page of another origin, even of this machine', async () => {
    const { cookie } = await stand.agent('Ann')
    for (const { method, path, who } of stand.desk.routes) {
      if (who !== 'agent' && who !== 'demo' && who !== 'login') continue
      for (const origin of ['https://shop.example', 'http://localhost:1', 'null']) {
        const headers = { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' }
        const answer = await raw(path.replace(':id', newName()), headers, method, '{}')
        expect([path, origin, answer.status]).toEqual([path, origin, 403])
      }
    }
  })

  it('answers no shopper route without the owner’s secret', async () => {
    for (const { method, path, who } of stand.desk.routes) {
      if (who !== 'shopper') continue
      const shopper = stand.shopper()
      const headers = { 'Shopbell-Owner': shopper.owner, 'Shopbell-Site': shopper.site, 'Content-Type': 'application/json' }
      const url = path.replace(':id', newName())
      expect([path, (await raw(url, headers, method, '{}')).status]).toEqual([path, 401])
      const short = { ...headers, Authorization: 'Bearer too-short' }
      expect([path, (await raw(url, short, method, '{}')).status]).toEqual([path, 401])
    }
  })

  const EPOCH = newName()

  it('says of another shopper’s things exactly what it says of things that are not there', async () => {
    const [victim, thief] = [stand.shopper(), stand.shopper()]
    const conversation = await victim.open()
    const { upload } = (await (await put(victim, PNG, 'image/png')).json()) as { upload: string }
    const look = async (path: string) => {
      const answer = await thief.fetch(path)
      return [answer.status, await answer.text()]
    }
    const paths = (id: string, picture: string) => [`/v1/conversations/${id}/records?after=0`, `/v1/uploads/${picture}`]
    const theirs = await Promise.all(paths(conversation, upload).map(look))
    expect(theirs).toEqual(await Promise.all(paths(newName(), newName()).map(look)))
    expect(theirs.map(([status]) => status)).toEqual([404, 404])

    const { socket } = await thief.connect()
    const cursors = (id: string) => [0, 1].map((seq) => ({ conversation: id, epoch: EPOCH, seq }))
    const pages = async (id: string) => {
      const { welcome } = await thief.connect({ cursors: cursors(id).slice(1) })
      const polled = await look(`/v1/conversations/${id}/records?after=1&epoch=${EPOCH}`)
      const asked = await Promise.all(cursors(id).map((after) => socket.emitWithAck('page', { after })))
      return JSON.stringify([welcome, polled, asked]).replaceAll(id, 'the name that was asked for')
    }
    expect(await pages(conversation)).toBe(await pages(newName()))
    const message = thief.message(conversation, 'Let me in')
    expect(await thief.submit(message)).toEqual({ t: 'rejected', cmid: message.cmid, code: 'forbidden' })
    const nowhere = thief.message(newName(), 'Let me in')
    expect(await thief.submit(nowhere)).toEqual({ t: 'rejected', cmid: nowhere.cmid, code: 'forbidden' })
  })
})

describe('where from', () => {
  const foreign = [
    'https://evil.example',
    'null',
    'https://shop.example.evil.com',
    'https://shop.example.',
    'http://shop.example',
    'https://shop.example:8443',
    'https://SHOP.example',
    'https://evilshop.example',
  ]

  it.each(foreign)('refuses the origin %s over HTTP and over WebSocket', async (origin) => {
    const shopper = stand.shopper()
    const answer = await raw(`/v1/availability?site=${stand.site}`, { Origin: origin })
    expect(answer).toEqual({ status: 403, body: '{"error":"origin"}' })
    const socket = io(`${stand.url}/shopper`, {
      auth: shopper.claim,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { Origin: origin },
    })
    await next(socket, 'connect_error')
    expect(socket.connected).toBe(false)
    socket.close()
  })

  it('lets the shop’s own origin in, with CORS', async () => {
    const shopper = stand.shopper()
    const answer = await shopper.fetch(`/v1/availability?site=${stand.site}`, { headers: { Origin: 'https://shop.example' } })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://shop.example')
    const socket = io(`${stand.url}/shopper`, {
      auth: shopper.claim,
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { Origin: 'https://shop.example' },
    })
    await next(socket, 'connect')
    socket.close()
  })

  it('refuses at the handshake an origin that may not speak for that shop', async () => {
    const shopper = stand.shopper()
    const socket = io(`${stand.url}/shopper`, {
      auth: { ...shopper.claim, site: 'another-shop' },
      transports: ['websocket'],
      reconnection: false,
      forceNew: true,
      extraHeaders: { Origin: 'https://shop.example' },
    })
    expect(await next(socket, 'connect_error')).toMatchObject({ data: { t: 'refused', code: 'origin' } })
    socket.close()
  })

  it('refuses an inbox socket from another origin, whatever cookie it brings', async () => {
    const { cookie } = await stand.agent('Ben')
    for (const origin of ['https://shop.example', 'http://localhost:1']) {
      const socket = io(`${stand.url}/agent`, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        extraHeaders: { Cookie: cookie, Origin: origin },
      })
      const error = (await next(socket, 'connect_error')) as Error
      expect(error.message).toBe('signed-out')
      socket.close()
    }
  })

  it('answers to this machine’s names only, so that no foreign name can be bound to it', async () => {
    expect((await raw('/healthz', { Host: 'evil.example' })).status).toBe(421)
    expect(
      (await raw('/agent/login', { Host: 'evil.example:4600', Origin: 'http://evil.example:4600' }, 'POST', '{}')).status,
    ).toBe(421)
    expect((await raw('/healthz', { Host: 'localhost' })).status).toBe(200)
  })
})

describe('a desk that is open to the network', () => {
  it('answers to the names it was given, and to the whole origin only', async () => {
    const open = await openStand({ host: '0.0.0.0', origins: ['https://desk.example'] })
    const base = open.url.replace('0.0.0.0', '127.0.0.1')
    const signIn = async (host: string, origin: string) => {
      const headers = { Host: host, Origin: origin, 'Content-Type': 'application/json' }
      return (await raw('/agent/login', headers, 'POST', JSON.stringify({ name: 'Ann', password: PASSWORD }), base)).status
    }
    expect(await signIn('desk.example', 'https://desk.example')).toBe(200)
    expect(await signIn('desk.example', 'http://desk.example')).toBe(403)
    expect(await signIn('evil.example', 'https://evil.example')).toBe(421)
    const look = async (host: string, origin: string) =>
      (await raw(`/v1/availability?site=${open.site}`, { Host: host, Origin: origin }, 'GET', '', base)).status
    expect(await look('desk.example', 'https://desk.example')).toBe(200)
    expect(await look('desk.example', 'http://desk.example')).toBe(403)
    expect(await look('203.0.113.7:4600', 'http://203.0.113.7:4600')).toBe(421)
    await open.close()
  }, 60_000)
})

describe('the pages of the desk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-pages-'))
  let pages: Stand
  beforeAll(async () => {
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>A page</title>')
    pages = await openStand({ staticFolders: { storefront: folder, inbox: folder } })
  }, 60_000)
  afterAll(async () => {
    await pages.close()
    rmSync(folder, { recursive: true })
  })

  it.each(['/', '/inbox/'])('may make neither markup nor code of a string: %s', async (path) => {
    const policy = (await fetch(pages.url + path)).headers.get('content-security-policy') ?? ''
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
      ]),
    )
  })
})

describe('frames that are none', () => {
  const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown
  it.each<[string, string, unknown[]]>([
    ['an unknown event', 'become-agent', [{}]],
    ['an event named like a property', '__proto__', [{}]],
    ['a command that is a word', 'submit', ['hello']],
    ['a command without a label', 'submit', [{ op: 'message' }]],
    ['names that are objects', 'submit', [{ op: 'close', cmid: { $ne: null }, conversation: true, outbox: 0, n: '0e1' }]],
    ['two arguments', 'submit', [{}, {}]],
    ['none', 'hello', []],
    ['deep nesting', 'page', [deep]],
    ['bytes', 'hint', [Buffer.alloc(100)]],
    ['above the limit', 'submit', [{ text: 'x'.repeat(200_000) }]],
    ['a hint to a room', 'hint', [{ type: 'join', room: 'agents' }]],
  ])('close that socket and no other: %s', async (_name, event, values) => {
    const [bad, good] = [stand.shopper(), stand.shopper()]
    const [{ socket }, other] = [await bad.connect(), await good.connect()]
    socket.emit(event, ...values)
    await next(socket, 'disconnect')
    expect(await other.socket.emitWithAck('hello', good.hello())).toMatchObject({ t: 'welcome' })
  })

  it('are refused over HTTP too', async () => {
    const shopper = stand.shopper()
    expect(
      (await shopper.fetch('/v1/commands', { method: 'POST', body: '{', headers: { 'Content-Type': 'application/json' } }))
        .status,
    ).toBe(422)
    expect((await shopper.post('/v1/commands', { outbox: 'x', command: deep })).status).toBe(422)
    expect(
      (await shopper.fetch('/v1/commands', { method: 'POST', body: '{}', headers: { 'Content-Type': 'text/plain' } })).status,
    ).toBe(415)
    expect((await fetch(`${stand.url}/healthz`)).status).toBe(200)
    expect(Object.keys(Object.prototype)).toEqual([])
  })
})

describe('orders', () => {
  const find = async (shopper: Shopper, body: unknown) => {
    const response = await shopper.post('/v1/orders/find', body)
    const headers = [...response.headers].filter(([name]) => name !== 'date')
    return { status: response.status, text: await response.text(), headers }
  }

  it('give states, dates and the city to who knows number and e-mail, however written', async () => {
    for (const number of ['1001', ' #1001', '１００１', '1OO1', '01001']) {
      const { text } = await find(stand.shopper(), { number, email: ' ADA@Example.com ' })
      const { order } = JSON.parse(text)
      expect(Object.keys(order).sort()).toEqual(['city', 'number', 'parcels', 'placed'])
      expect(order).toMatchObject({ number: '1001', city: 'Leeds' })
    }
  })

  it('answer every miss with the same bytes', async () => {
    const shopper = stand.shopper()
    const misses = [
      await find(shopper, { number: '1001', email: 'eve@example.com' }),
      await find(shopper, { number: '9999', email: 'ada@example.com' }),
      await find(shopper, { number: { $ne: null }, email: ['ada@example.com'] }),
      await find(shopper, { number: 'x'.repeat(5_000), email: '' }),
      await find(shopper, 'nonsense'),
      // The sixth is over the limit: right number, right e-mail, same bytes.
      await find(shopper, { number: '1001', email: 'ada@example.com' }),
    ]
    for (const miss of misses) expect(miss).toEqual(misses[0])
    expect(misses[0]).toMatchObject({ status: 200, text: '{"order":null}' })
    expect((await find(stand.shopper(), { number: '1001', email: 'ada@example.com' })).text).toContain('Leeds')
    stand.pass(16 * 60_000)
    expect((await find(shopper, { number: '1001', email: 'ada@example.com' })).text).toContain('Leeds')
  })

  it('count misses, not hits, and parallel tries as well', async () => {
    const honest = stand.shopper()
    for (let i = 0; i < 8; i += 1)
      expect((await find(honest, { number: '1015', email: 'olive@example.com' })).text).toContain('Brighton')
    stand.pass(2 * 60 * 60_000)
    const tries = ['ada', 'ben', 'chloe', 'dev', 'esme', 'farid', 'grace', 'hugo', 'ines', 'jonas', 'kira', 'liam', 'mara']
    // A new shopper for each try: the order's own counter stops them.
    await Promise.all(tries.map((name) => find(stand.shopper(), { number: '1016', email: `${name}@example.com` })))
    expect((await find(stand.shopper(), { number: '1016', email: 'pavel@example.com' })).text).toBe('{"order":null}')
    stand.pass(2 * 60 * 60_000)
    expect((await find(stand.shopper(), { number: '1016', email: 'pavel@example.com' })).text).toContain('Leicester')
  })
})

describe('the counting of misses', () => {
  it.each([
    ['NULs', (n: number) => `1014${'\0'.repeat(n)}`],
    ['halves of characters', (n: number) => `10${'\ud800'.repeat(n)}14`],
    ['characters nobody sees', (n: number) => `${'\u200b\u0007'.repeat(n)}1014`],
  ])('is not escaped by spelling the number with %s', async (_name, spelled) => {
    stand.pass(2 * 60 * 60_000)
    const find = async (number: string, email: string) =>
      (await (await stand.shopper().post('/v1/orders/find', { number, email })).json()).order
    for (let i = 1; i <= 10; i += 1) expect(await find(spelled(i), `guess${i}@example.com`)).toBeNull()
    expect(await find('1014', 'nils@example.com')).toBeNull()
    expect(await find(spelled(11), 'nils@example.com')).toBeNull()
    stand.pass(2 * 60 * 60_000)
    expect(await find(spelled(12), 'nils@example.com')).toMatchObject({ number: '1014' })
  })
})

function put(shopper: Shopper, bytes: Uint8Array, type: string, name = 'cup.png'): Promise<Response> {
  return shopper.fetch('/v1/uploads', {
    method: 'POST',
    body: bytes as unknown as BodyInit,
    headers: { 'Content-Type': type, 'Shopbell-Name': encodeURIComponent(name) },
  })
}

describe('pictures', () => {
  it('come back to their owner and to the agents of their conversation, never as a page', async () => {
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    const { upload } = (await (await put(shopper, PNG, 'image/png')).json()) as { upload: string }
    const agent = await stand.agent('Cleo')
    expect((await agent.get(`uploads/${upload}`)).status).toBe(404)
    const verdict = await shopper.submit(
      shopper.command({ op: 'message', content: { kind: 'file', upload, name: 'cup.png' } }, conversation),
    )
    expect(verdict).toMatchObject({ t: 'committed' })
    for (const answer of [await shopper.fetch(`/v1/uploads/${upload}`), await agent.get(`uploads/${upload}`)]) {
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG)
      expect(answer.headers.get('content-type')).toBe('image/png')
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-disposition')).toMatch(/^attachment/)
      expect(answer.headers.get('content-security-policy')).toContain('sandbox')
    }
  })

  it('that the bot was shown come along with the handoff, but only the shopper’s own', async () => {
    const [shopper, stranger] = [stand.shopper(), stand.shopper()]
    const [mine, theirs] = await Promise.all(
      [shopper, stranger].map(async (each) => ((await (await put(each, PNG, 'image/png')).json()) as { upload: string }).upload),
    )
    const shown = [mine, theirs].map((upload = '', index) => ({
      id: `shown.${index}`,
      turn: 'shown',
      at: 0,
      by: 'shopper' as const,
      content: { kind: 'file' as const, upload, name: 'cup.png' },
    }))
    await shopper.open('live', { story: shown })
    const agent = await stand.agent('Cleo')
    expect((await agent.get(`uploads/${mine}`)).status).toBe(200)
    expect((await agent.get(`uploads/${theirs}`)).status).toBe(404)
  })

  it.each([
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml'],
    ['a page that calls itself a picture', '<!doctype html><script>alert(1)</script>', 'image/png'],
    ['a page by its own name', '<!doctype html>', 'text/html'],
    ['nothing', '', 'image/png'],
  ])('are nothing else: %s', async (_name, text, type) => {
    expect((await put(stand.shopper(), Buffer.from(text), type)).status).toBe(415)
  })

  it('are refused above ten megabytes while they arrive, whatever the header says', async () => {
    const shopper = stand.shopper()
    const status = await new Promise<number>((resolve, reject) => {
      const call = request(`${stand.url}/v1/uploads`, {
        method: 'POST',
        headers: { ...shopper.headers, 'Content-Type': 'image/png', 'Transfer-Encoding': 'chunked' },
      })
      call.on('response', (response) => resolve(response.statusCode ?? 0))
      call.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' || error.code === 'ECONNRESET' ? undefined : reject(error),
      )
      const chunk = Buffer.alloc(1_000_000)
      for (let i = 0; i < 11; i += 1) call.write(chunk)
      call.end()
    })
    expect(status).toBe(413)
  })
})

describe('the demo’s weather', () => {
  it('takes the desk away from shoppers and brings it back, while agents stay', async () => {
    const shopper = stand.shopper()
    const { socket } = await shopper.connect()
    const agent = await stand.agent('Dora')
    const set = (body: object) => raw('/demo', { 'Content-Type': 'application/json' }, 'POST', JSON.stringify(body))
    const gone = next(socket, 'disconnect')
    expect(JSON.parse((await set({ down: true })).body)).toMatchObject({ down: true, hours: 'clock' })
    await gone
    await expect(shopper.fetch(`/v1/availability?site=${stand.site}`)).rejects.toThrow()
    await expect(shopper.connect()).rejects.toThrow('unavailable')
    expect((await agent.get('me')).status).toBe(200)
    await set({ down: false })
    await shopper.connect()
  })

  it('closes and opens the shop by hand', async () => {
    const agent = await stand.agent('Enid')
    const seat = await agent.sitDown()
    const availability = async () => (await stand.shopper().fetch(`/v1/availability?site=${stand.site}`)).json()
    await raw('/demo', { 'Content-Type': 'application/json' }, 'POST', '{"hours":"open"}')
    await vi.waitFor(async () => expect(await availability()).toMatchObject({ open: true, wait: { basis: expect.any(String) } }))
    await agent.post('hours', { open: false })
    expect(await availability()).toMatchObject({ open: false, wait: null, opens: expect.any(Number), reply: expect.any(Number) })
    await vi.waitFor(() => expect(agent.heard).toContainEqual({ event: 'hours', value: { open: false, forced: false } }))
    seat.disconnect()
  })
})

describe('articles', () => {
  it('are found by beginnings of words and through slips, and rated once per shopper', async () => {
    const shopper = stand.shopper()
    const search = async (q: string) =>
      (await (await shopper.fetch(`/v1/faqs?site=${stand.site}&q=${encodeURIComponent(q)}`)).json()).articles
    expect((await search('descal'))[0].id).toBe('care-kettle')
    expect((await search('refnud'))[0].id).toBe('returns-refund')
    // Words that every question has say nothing, and what hardly fits is not listed.
    expect((await search('can I return this?'))[0].id).toMatch(/^returns-/)
    expect((await search('how do I pay?')).length).toBeLessThan(8)
    const rate = (body: object) => shopper.post('/v1/faqs/care-kettle/ratings', body)
    expect((await rate({ helped: false, missing: 'How much <b>vinegar</b>?' })).status).toBe(204)
    expect((await rate({ helped: false })).status).toBe(204)
    const agent = await stand.agent('Fay')
    expect(await (await agent.get('insights')).json()).toMatchObject({
      articles: [{ article: 'care-kettle', helped: 0, notHelped: 1, missing: [{ text: 'How much <b>vinegar</b>?' }] }],
    })
  })

  it('are thirty on six shelves', async () => {
    const { topics } = await (await stand.shopper().fetch(`/v1/faqs/topics?site=${stand.site}`)).json()
    expect(topics).toHaveLength(6)
    expect(topics.flatMap((topic: { articles: unknown[] }) => topic.articles)).toHaveLength(30)
  })
})
