import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type ChaosProxy, openChaosProxy } from './proxy.js'

let echo: Server
let proxy: ChaosProxy
/** What the far side heard, of all connections. */
let heard: string
const open: Socket[] = []

beforeEach(async () => {
  heard = ''
  echo = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (bytes) => {
      heard += String(bytes)
      socket.write(bytes)
    })
  }).listen(0, '127.0.0.1')
  await once(echo, 'listening')
  proxy = await openChaosProxy({ upstreams: [(echo.address() as AddressInfo).port], seed: 7 })
})
afterEach(async () => {
  for (const socket of open.splice(0)) socket.destroy()
  await proxy.close()
  echo.close()
})

interface Caller {
  readonly socket: Socket
  said(): string
  pieces(): number
  /** Resolves once so many characters came back. */
  gets(length: number): Promise<void>
  readonly ended: Promise<string>
}

async function call(): Promise<Caller> {
  const socket = connect(proxy.port, '127.0.0.1')
  open.push(socket)
  let said = ''
  let pieces = 0
  socket.on('data', (bytes) => {
    said += String(bytes)
    pieces++
  })
  const ended = new Promise<string>((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
    socket.on('close', () => resolve('closed'))
  })
  // Refused at once is an end too, which `ended` tells.
  await once(socket, 'connect').catch(() => undefined)
  return {
    socket,
    said: () => said,
    pieces: () => pieces,
    ended,
    gets: (length) => expect.poll(() => said.length, { timeout: 12_000, interval: 5 }).toBeGreaterThanOrEqual(length),
  }
}

describe('the chaos proxy', () => {
  test('without toxics it hands on everything', async () => {
    const caller = await call()
    caller.socket.write('hello')
    await caller.gets(5)
    expect(caller.said()).toBe('hello')
    expect([proxy.made, proxy.open]).toEqual([1, 1])
  })

  test('latency and jitter make bytes late and keep their order', async () => {
    const caller = await call()
    proxy.set('up', { latency: 60, jitter: 30 })
    const began = performance.now()
    for (const word of ['one ', 'two ', 'three ', 'four']) caller.socket.write(word)
    await caller.gets(18)
    expect(performance.now() - began).toBeGreaterThan(29)
    expect(caller.said()).toBe('one two three four')
  })

  test('bandwidth is bytes a second', async () => {
    const caller = await call()
    proxy.set('down', { bandwidth: 20_000 })
    const began = performance.now()
    caller.socket.write('x'.repeat(4_000))
    await caller.gets(4_000)
    expect(performance.now() - began).toBeGreaterThan(190)
  })

  test('slices arrive apart', async () => {
    const caller = await call()
    proxy.set('down', { slice: 2, sliceGap: 100 })
    caller.socket.write('abcdefgh')
    await caller.gets(8)
    expect(caller.said()).toBe('abcdefgh')
    // A reader that was kept from reading finds two of the four together, but not all.
    expect(caller.pieces()).toBeGreaterThan(1)
  })

  test('a one-way partition: what is said arrives, what is answered does not, until it heals', async () => {
    const caller = await call()
    proxy.set('down', { blackhole: true })
    caller.socket.write('anybody?')
    await expect.poll(() => heard).toBe('anybody?')
    expect(caller.said()).toBe('')
    proxy.heal()
    await caller.gets(8)
    expect(caller.said()).toBe('anybody?')
  })

  test('in a partition nobody hears that the other side is gone', async () => {
    const caller = await call()
    caller.socket.write('hi')
    await caller.gets(2)
    proxy.set('both', { blackhole: true })
    for (const socket of await connections()) socket.destroy()
    caller.socket.write('still there?')
    expect(await Promise.race([caller.ended, soon()])).toBe('nothing yet')
    proxy.heal()
    expect(await caller.ended).toBe('closed')
  })

  test('a reset ends every connection at once', async () => {
    const [one, two] = await Promise.all([call(), call()])
    one.socket.write('a')
    two.socket.write('b')
    await Promise.all([one.gets(1), two.gets(1)])
    proxy.reset()
    expect(await Promise.all([one.ended, two.ended])).toEqual(['ECONNRESET', 'ECONNRESET'])
  })

  test('limited data is cut in the middle of a word', async () => {
    const caller = await call()
    caller.socket.write('before ')
    await caller.gets(7)
    proxy.set('up', { limit: 3 })
    caller.socket.write('message')
    await caller.ended
    expect(heard).toBe('before mes')
  })

  test('a refused connection is reset, and a stranger may answer instead', async () => {
    proxy.setDoor('refused')
    expect(await (await call()).ended).toBe('ECONNRESET')
    proxy.setDoor({ answers: 'HTTP/1.1 503 Nobody\r\n\r\n' })
    const caller = await call()
    caller.socket.write('GET / HTTP/1.1\r\n\r\n')
    await caller.gets(20)
    expect(caller.said()).toMatch(/^HTTP\/1.1 503/)
    expect(heard).toBe('')
  })

  test('a held connection waits until the door is open', async () => {
    proxy.setDoor('held')
    const caller = await call()
    caller.socket.write('hello')
    expect(await Promise.race([caller.ended, soon()])).toBe('nothing yet')
    expect(heard).toBe('')
    proxy.setDoor('open')
    await caller.gets(5)
    expect(heard).toBe('hello')
  })

  test('the end is late where closing is slow', async () => {
    const caller = await call()
    caller.socket.write('bye')
    await caller.gets(3)
    proxy.set('down', { slowClose: 80 })
    const began = performance.now()
    for (const socket of await connections()) socket.end()
    await once(caller.socket, 'end')
    expect(performance.now() - began).toBeGreaterThan(79)
  })

  test('a desk that cannot be reached is a reset', async () => {
    proxy.setUpstreams([])
    expect(await (await call()).ended).toBe('ECONNRESET')
  })
})

const farSockets = new Set<Socket>()
beforeEach(() => {
  farSockets.clear()
  echo.on('connection', (socket) => farSockets.add(socket))
})
async function connections(): Promise<readonly Socket[]> {
  await expect.poll(() => farSockets.size).toBeGreaterThan(0)
  return [...farSockets]
}

/** Long enough for news on one machine to have come, had there been any. */
const soon = () => new Promise<string>((resolve) => setTimeout(() => resolve('nothing yet'), 60))
