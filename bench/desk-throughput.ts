import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { io, type Socket } from 'socket.io-client'
import { createPostgres } from '../e2e/chaos/database.js'
import { startDesk } from '../e2e/chaos/desk-process.js'
import { freePort } from '../e2e/demo-desk.js'
import { startOwnPostgres } from '../examples/desk/src/server/database/own-postgres.test.support.js'
import { blankPacket } from '../packages/core/dist/testing/blank-commit.js'

/** A step of the load is kept up for so long, in milliseconds; more than this at the 99th percentile is too slow. */
const STEP = 6_000
const SLOWEST = 250
/** Everybody writes a line every few seconds, as the desk's own limits want it. */
const WRITERS = 400
const IDLE = 1_000

const name = () => randomBytes(16).toString('base64url')

/** Somebody who is connected and can send one line. */
interface Writer {
  readonly socket: Socket
  send(): Promise<boolean>
}

interface Figures {
  readonly perSecond: number
  readonly p99: number
  readonly bytesPerIdle: number
}

/** Messages per second at a 99th percentile of at most 250 ms, and memory per idle shopper: the desk beside a bare echo server. */
export async function benchDeskThroughput(): Promise<void> {
  const own = process.env.DATABASE_URL ? null : await startOwnPostgres({ fsync: 'on' })
  const url = process.env.DATABASE_URL ?? own?.url
  if (!url) throw new Error('Set DATABASE_URL, or install PostgreSQL: the bench needs one.')
  const echo = await measureEcho()
  const database = await createPostgres(url)
  const desk = await measureDesk(database.environment)
  await database.drop()
  await own?.stop()
  const kilobytes = (bytes: number) => `${(bytes / 1_000).toFixed(1)} kB`
  console.log('| | desk with PostgreSQL | bare socket.io echo | ratio |')
  console.log('|---|---:|---:|---:|')
  console.log(
    `| messages per second at p99 ≤ ${SLOWEST} ms | ${desk.perSecond} | ${echo.perSecond} | ${(desk.perSecond / echo.perSecond).toFixed(2)} |`,
  )
  console.log(`| p99 at that load | ${desk.p99.toFixed(0)} ms | ${echo.p99.toFixed(0)} ms | |`)
  const times = (desk.bytesPerIdle / echo.bytesPerIdle).toFixed(2)
  console.log(
    `| memory per idle shopper, of ${IDLE} | ${kilobytes(desk.bytesPerIdle)} | ${kilobytes(echo.bytesPerIdle)} | ${times} |`,
  )
}

async function measureDesk(environment: Readonly<Record<string, string>>): Promise<Figures> {
  const port = await freePort()
  // Each shopper comes from a network of their own, as in the world; the desk limits what one network may do.
  const desk = await startDesk({ port, environment: { ...environment, SHOPBELL_PROXIES: '1', AGENT_PASSWORD: 'bench' } })
  const url = `http://127.0.0.1:${port}`
  try {
    const before = memoryOf(desk.pid)
    const idle = await many(IDLE, (n) => deskWriter(url, n, false))
    await pause(3_000)
    const bytesPerIdle = (memoryOf(desk.pid) - before) / IDLE
    for (const { socket } of idle) socket.disconnect()
    const writers = await many(WRITERS, (n) => deskWriter(url, IDLE + n, true))
    return { ...(await climb('desk', writers, 25)), bytesPerIdle }
  } finally {
    await desk.kill('SIGTERM')
  }
}

async function measureEcho(): Promise<Figures> {
  const port = await freePort()
  const child: ChildProcess = spawn(process.execPath, [fileURLToPath(new URL('./echo-server.mjs', import.meta.url))], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise((resolve) => child.stdout?.once('data', resolve))
  try {
    const before = memoryOf(child.pid ?? 0)
    const writers = await many(IDLE, () => echoWriter(`http://127.0.0.1:${port}`))
    await pause(3_000)
    const bytesPerIdle = (memoryOf(child.pid ?? 0) - before) / IDLE
    for (const { socket } of writers.slice(WRITERS)) socket.disconnect()
    return { ...(await climb('echo', writers.slice(0, WRITERS), 100)), bytesPerIdle }
  } finally {
    child.kill()
  }
}

/** Makes so many of something, ten at a time. */
async function many(count: number, make: (index: number) => Promise<Writer>): Promise<readonly Writer[]> {
  const made: Writer[] = []
  for (let from = 0; from < count; from += 10)
    made.push(...(await Promise.all(Array.from({ length: Math.min(10, count - from) }, (_, n) => make(from + n)))))
  return made
}

/** Raises the load, half as much again each time, until the 99th percentile breaks or something is refused. The load does not wait for answers. */
async function climb(what: string, writers: readonly Writer[], first: number): Promise<Omit<Figures, 'bytesPerIdle'>> {
  let best = { perSecond: 0, p99: 0 }
  // Warm first: what is compiled, opened and cached once is no part of it.
  await step(writers, first)
  for (let rate = first; ; rate = Math.ceil(rate * 1.5)) {
    const { p99, refused } = await step(writers, rate)
    console.log(`  ${what}: ${rate} a second, p99 ${p99.toFixed(0)} ms${refused > 0 ? `, ${refused} refused` : ''}`)
    if (p99 > SLOWEST || refused > 0) return best
    best = { perSecond: rate, p99 }
  }
}

async function step(writers: readonly Writer[], rate: number): Promise<{ readonly p99: number; readonly refused: number }> {
  const times: number[] = []
  const running: Promise<void>[] = []
  let refused = 0
  const began = performance.now()
  for (let n = 0; ; n++) {
    const due = began + (n * 1_000) / rate
    if (due - began > STEP) break
    const wait = due - performance.now()
    if (wait > 1) await pause(wait)
    const writer = writers[n % writers.length]
    if (!writer) break
    running.push(
      writer.send().then((taken) => {
        // Since it was due, not since it was sent: a sender that is held up must not hide it.
        times.push(performance.now() - due)
        if (!taken) refused++
      }),
    )
  }
  await Promise.all(running)
  times.sort((a, b) => a - b)
  return { p99: times[Math.floor(times.length * 0.99)] ?? 0, refused }
}

async function connected(socket: Socket): Promise<Socket> {
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

async function echoWriter(url: string): Promise<Writer> {
  const socket = await connected(io(url, { transports: ['websocket'], forceNew: true, reconnection: false }))
  const say = { op: 'message', content: { kind: 'text', text: 'Where is my order?' }, cmid: '' }
  return {
    socket,
    send: async () => ((await socket.emitWithAck('submit', { ...say, cmid: name() })) as { t: string }).t === 'committed',
  }
}

async function deskWriter(url: string, index: number, opens: boolean): Promise<Writer> {
  const sender = { site: 'demo', owner: name(), secret: randomBytes(32).toString('base64url'), outbox: name() }
  const { outbox: _, ...claim } = sender
  const socket = await connected(
    io(`${url}/shopper`, {
      auth: { v: 1, ...claim },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { 'X-Forwarded-For': `10.${(index >> 8) & 255}.${index & 255}.7` },
    }),
  )
  await socket.emitWithAck('hello', { v: 1, sender, tab: name(), cursors: [], pending: [] })
  const conversation = name()
  let n = 0
  const command = (op: object, cmid: string) => ({ ...op, cmid, conversation, outbox: sender.outbox, n: ++n, at: 0 })
  const submit = async (op: object, cmid: string) =>
    ((await socket.emitWithAck('submit', command(op, cmid))) as { t: string }).t === 'committed'
  if (opens && !(await submit({ op: 'open', want: 'ticket', packet: blankPacket(conversation) }, conversation)))
    throw new Error('the desk did not open a conversation')
  return { socket, send: () => submit({ op: 'message', content: { kind: 'text', text: 'Where is my order?' } }, name()) }
}

/** Bytes that a process holds in memory. */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(status.match(/^VmRSS:\s+(\d+) kB/m)?.[1] ?? 0) * 1024
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
