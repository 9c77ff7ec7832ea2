import { connect, createServer, type Socket } from 'node:net'
import { pipe } from './pipe.js'
import { seeded } from './seeded.js'

/** What one direction of a bad network does to the bytes that pass. */
export interface Toxics {
  /** Milliseconds that everything is late, more or less by up to `jitter`. Bytes keep their order. */
  readonly latency: number
  readonly jitter: number
  /** Bytes a second; 0 is as many as come. */
  readonly bandwidth: number
  /** Bytes are handed on in pieces of at most this many, `sliceGap` milliseconds apart; 0 leaves them whole. */
  readonly slice: number
  readonly sliceGap: number
  /** Nothing passes, not even the news that the other side is gone. What was held goes on when this ends, as TCP sends again. */
  readonly blackhole: boolean
  /** After so many bytes from now on, the connection is reset, in the middle of whatever it was saying. */
  readonly limit: number
  /** Milliseconds by which the end of a connection is late. */
  readonly slowClose: number
}

/** A network without faults. */
export const CLEAR: Toxics = {
  latency: 0,
  jitter: 0,
  bandwidth: 0,
  slice: 0,
  sliceGap: 0,
  blackhole: false,
  limit: Number.POSITIVE_INFINITY,
  slowClose: 0,
}

/** `up` is towards the desk. */
export type Direction = 'up' | 'down'

/**
 * What a new connection meets: the desk, a closed port, nobody until the door is another one, or a stranger who answers in the
 * desk's place with these bytes.
 */
export type Door = 'open' | 'refused' | 'held' | { readonly answers: string }

/** A network between browsers and desks that can be made bad while it is in use. */
export interface ChaosProxy {
  readonly port: number
  readonly url: string
  /** Changes one direction, for connections that are there and those that come. */
  set(direction: Direction | 'both', toxics: Partial<Toxics>): void
  setDoor(door: Door): void
  /** Ports of the desks behind; a new connection goes to any one of them. */
  setUpstreams(ports: readonly number[]): void
  /** Resets every connection, as a router that lost its table does. */
  reset(): void
  /** No faults any more. Connections stay. */
  heal(): void
  /** How many connections were made since the start, and how many are there. */
  readonly made: number
  readonly open: number
  close(): Promise<void>
}

export interface ChaosProxyOptions {
  /** Ports of the desks, on this machine. */
  readonly upstreams: readonly number[]
  /** Defaults to 1. The same seed gives the same jitter and the same choice of desk. */
  readonly seed?: number
  /** Defaults to any free one. */
  readonly port?: number
}

/** Opens the proxy on this machine. */
export async function openChaosProxy(options: ChaosProxyOptions): Promise<ChaosProxy> {
  const random = seeded(options.seed ?? 1)
  const toxics: Record<Direction, Toxics> = { up: CLEAR, down: CLEAR }
  const links = new Set<{ readonly ends: readonly Socket[]; readonly changed: (direction: Direction) => void }>()
  let upstreams = options.upstreams
  let door: Door = 'open'
  let made = 0

  const waiting = new Set<Socket>()

  const server = createServer({ allowHalfOpen: true }, (near) => {
    made++
    near.on('error', () => undefined)
    near.setNoDelay(true)
    admit(near)
  })

  function admit(near: Socket): void {
    if (door === 'held') return void waiting.add(near)
    const upstream = upstreams[Math.floor(random() * upstreams.length)]
    if (door === 'refused' || upstream === undefined) return void near.resetAndDestroy()
    if (door === 'open') return join(near, upstream)
    const { answers } = door
    near.once('data', () => near.end(answers))
  }

  function join(near: Socket, upstream: number): void {
    const far = connect({ port: upstream, host: '127.0.0.1', allowHalfOpen: true, noDelay: true })
    far.on('error', () => undefined)
    const up = pipe(near, far, () => toxics.up, random)
    const down = pipe(far, near, () => toxics.down, random)
    const link = { ends: [near, far], changed: (direction: Direction) => (direction === 'up' ? up : down).changed() }
    links.add(link)
    const gone = () => {
      if (near.destroyed && far.destroyed) links.delete(link)
    }
    near.on('close', gone)
    far.on('close', gone)
  }

  function setDoor(next: Door): void {
    door = next
    if (next === 'held') return
    const came = [...waiting]
    waiting.clear()
    for (const near of came) if (!near.destroyed) admit(near)
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  const { port } = address

  function set(direction: Direction | 'both', change: Partial<Toxics>): void {
    for (const one of direction === 'both' ? (['up', 'down'] as const) : [direction]) {
      toxics[one] = { ...toxics[one], ...change }
      for (const link of links) link.changed(one)
    }
  }

  function reset(): void {
    for (const near of waiting) near.resetAndDestroy()
    waiting.clear()
    for (const { ends } of links) for (const end of ends) end.resetAndDestroy()
  }

  return {
    port,
    url: `http://127.0.0.1:${port}`,
    set,
    setDoor,
    setUpstreams: (ports) => {
      upstreams = ports
    },
    reset,
    heal() {
      setDoor('open')
      set('both', CLEAR)
    },
    get made() {
      return made
    },
    get open() {
      return links.size
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      reset()
      await closed
    },
  }
}
