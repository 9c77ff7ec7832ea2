import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createMemoryDesk, type MemoryDesk } from '../desk/memory-desk.js'
import { platform } from '../environment.js'
import { type Delivery, runDelivery } from '../live.js'
import { adapterContract } from '../testing/adapter-contract.js'
import { blankCommit, messageOp, openOp } from '../testing/blank-commit.js'
import { socketIoDesk } from './socket-io.js'

interface Served {
  readonly url: string
  readonly desk: MemoryDesk
  readonly server: Server
  close(): Promise<void>
}

/** A real socket.io server on a free port, with an exact desk behind it. */
async function serve(desk = createMemoryDesk(platform), port = 0): Promise<Served> {
  const http = createServer()
  const server = new Server(http, { maxHttpBufferSize: 128_000 })
  server.of('/shopper').on('connection', (socket) => {
    const { site, owner, secret } = socket.handshake.auth
    const gone = new AbortController()
    const { signal } = gone
    const sender = { site, owner, secret, outbox: '' }
    socket.on('disconnect', () => gone.abort())
    socket.on('hello', async (hello, answer) =>
      answer(await desk.open(hello, (frame) => socket.emit('frame', { ...frame, surprise: 1 }), signal)),
    )
    socket.on('submit', async (command, answer) => answer(await desk.submit(command, sender, signal)))
    socket.on('page', async (from, answer) => answer(await desk.page(from, sender, signal)))
    socket.on('hint', (hint) => desk.hint?.(hint))
  })
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve))
  const { port: taken } = http.address() as AddressInfo
  return { url: `http://127.0.0.1:${taken}`, desk, server, close: () => server.close() }
}

const open: { close(): Promise<void> | void }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

const checks = await adapterContract(async () => {
  const { url, close, desk } = await serve()
  return {
    // A socket is one shopper's, so each shopper of a check has a desk of their own in front of the same server.
    adapter: { desk: perShopper(() => socketIoDesk({ url })), tickets: { submit: desk.submit } },
    arrives: () => new Promise((resolve) => setImmediate(resolve)),
    close,
  }
})

/** One wire per sender: what several browsers are. */
function perShopper(create: () => ReturnType<typeof socketIoDesk>): ReturnType<typeof socketIoDesk> {
  const desks = new Map<string, ReturnType<typeof socketIoDesk>>()
  const of = (sender: { owner: string; secret: string; outbox?: string }) => {
    const name = `${sender.owner} ${sender.secret}`
    const known = desks.get(name) ?? create()
    desks.set(name, known)
    return known
  }
  return {
    guarantee: 'exact',
    open: (hello, sink, signal) => of(hello.sender).open(hello, sink, signal),
    submit: (command, sender, signal) => of(sender).submit(command, sender, signal),
    page: (from, sender, signal) => of(sender).page(from, sender, signal),
  }
}

describe('socket.io keeps the contract, over a real server', () => {
  test.each(checks)('$name', ({ run }) => run())
})

describe('the wire', () => {
  const hello = (owner = platform.id()) => {
    const sender = { site: 'shop', owner, secret: platform.id(), outbox: platform.id() }
    return { v: 1 as const, sender, tab: platform.id(), cursors: [], pending: [] }
  }

  test('a desk that is not there is a refusal', async () => {
    const served = await serve()
    await served.close()
    const answer = await socketIoDesk({ url: served.url }).open(hello(), () => {}, new AbortController().signal)
    expect(answer).toEqual({ t: 'refused', code: 'unavailable' })
  })

  test("a middleware's refusal comes with its reason", async () => {
    const served = await serve()
    open.push(served)
    served.server.of('/shopper').use((_socket, next) => {
      next(Object.assign(new Error('no'), { data: { t: 'refused', code: 'origin', after: 5_000 } }))
    })
    const frames: object[] = []
    const { signal } = new AbortController()
    const answer = await socketIoDesk({ url: served.url }).open(hello(), (frame) => frames.push(frame), signal)
    expect(answer).toEqual({ t: 'refused', code: 'origin', after: 5_000 })
    // A wire that never was up cannot go down: the reason would be lost behind it.
    expect(frames).toEqual([])
  })

  test('says `down` once when the server hangs up, and answers what was asked', async () => {
    const served = await serve()
    open.push(served)
    served.server.of('/shopper').on('connection', (socket) => {
      socket.removeAllListeners('submit')
      socket.on('submit', () => socket.disconnect(true))
    })
    const frames: string[] = []
    const desk = socketIoDesk({ url: served.url })
    const greeting = hello()
    await desk.open(greeting, ({ t }) => frames.push(t), new AbortController().signal)
    const command = { ...messageOp('x'), cmid: 'c', conversation: 'v', outbox: 'b', n: 1, at: 0 }
    expect(await desk.submit(command, greeting.sender, new AbortController().signal)).toEqual({ t: 'retry', code: 'unavailable' })
    expect(frames).toEqual(['down'])
  })

  test('garbage in frames and acknowledgements is dropped or `retry`', async () => {
    const served = await serve()
    open.push(served)
    served.server.of('/shopper').on('connection', (socket) => {
      socket.removeAllListeners('submit')
      socket.on('submit', (_command, answer) => {
        for (const frame of [
          null,
          7,
          '<html>',
          { t: 'record' },
          { t: 'record', conversation: 'c', epoch: 'e', record: { seq: -1 } },
        ]) {
          socket.emit('frame', frame)
        }
        socket.emit('frame', { t: 'going-away', after: 1e12 })
        answer('<html>502</html>')
      })
    })
    const frames: object[] = []
    const desk = socketIoDesk({ url: served.url })
    const greeting = hello()
    const { signal } = new AbortController()
    await desk.open(greeting, (frame) => frames.push(frame), signal)
    const command = { ...messageOp('x'), cmid: 'c', conversation: 'v', outbox: 'b', n: 1, at: 0 }
    expect(await desk.submit(command, greeting.sender, signal)).toEqual({ t: 'retry', code: 'unavailable' })
    expect(frames).toEqual([{ t: 'going-away', after: 300_000 }])
  })
})

test('delivery over a real socket survives a server that goes and comes back', async () => {
  const desk = createMemoryDesk(platform)
  const first = await serve(desk)
  let commit = blankCommit(platform)
  const conversation = platform.id()
  commit = { ...commit, state: { ...commit.state, phase: 'handed', conversation } }
  const { enqueue } = await import('../delivery/outbox.js')
  const put = (op: ReturnType<typeof messageOp>, cmid = platform.id()) => {
    const next = enqueue(commit, op, cmid, conversation, 0)
    if (typeof next !== 'string') commit = next
    delivery?.wake()
  }
  let delivery: Delivery | null = null
  put(openOp(conversation), conversation)
  delivery = runDelivery({
    adapter: { desk: socketIoDesk({ url: first.url }) },
    site: 'shop',
    environment: { ...platform, random: () => 0.1 },
    sender: () => ({ site: 'shop', owner: commit.owner, secret: commit.secret, outbox: commit.outbox }),
    read: () => commit,
    update: async (change) => {
      commit = change(commit)
      return commit
    },
    dispatch: () => {},
    changed: () => {},
  })
  open.push({ close: () => delivery?.destroy() })
  put(messageOp('before'))
  await vi.waitFor(() => expect(commit.commands).toEqual([]))
  await first.close()
  put(messageOp('while you were away'))
  open.push(await serve(desk, Number(new URL(first.url).port)))
  await vi.waitFor(() => expect(commit.commands).toEqual([]), { timeout: 12_000 })
  desk.record(conversation, 'agent', { kind: 'text', text: 'I am back' }, 'Maya')
  await vi.waitFor(() => expect(commit.records.at(-1)).toMatchObject({ by: 'agent', name: 'Maya' }))
  expect(commit.records).toEqual(desk.conversations()[0]?.records)
}, 15_000)
