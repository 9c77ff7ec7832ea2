import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const MAIN = fileURLToPath(new URL('../examples/desk/dist/server/main.js', import.meta.url))
/** The demo for pages beyond this machine. The desk's own program opens to those with a password only, and is then no demo. */
const WITH_ORIGINS = fileURLToPath(new URL('./demo-with-origins.mjs', import.meta.url))

/** The desk as `npm start` runs it, in a process of its own: shop at `/`, inbox at `/inbox`. */
export interface DemoDesk {
  readonly url: string
  /** Plays with the shop's hours, the speed of its network and whether its desk answers. */
  play(settings: { readonly hours?: 'open' | 'closed' | 'clock'; readonly slow?: number; readonly down?: boolean }): Promise<void>
  /** `kill -9`, and a new process on the same port and data. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/** A port that nobody uses now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise<void>((resolve) => server.close(() => resolve()))
  if (address === null || typeof address === 'string') throw new Error('the system gave no port')
  return address.port
}

/** Starts a desk with a fresh database and waits until it answers. Pages of this machine and of `origins` may talk to it. */
export async function startDemoDesk({ origins = [] }: { readonly origins?: readonly string[] } = {}): Promise<DemoDesk> {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-e2e-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child = run(folder, port, origins)
  await answering(url, child)

  return {
    url,
    async play(settings) {
      const answer = await fetch(`${url}/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: url },
        body: JSON.stringify(settings),
      })
      if (!answer.ok) throw new Error(`/demo answered ${answer.status}`)
    },
    async crash() {
      const gone = ended(child)
      child.kill('SIGKILL')
      await gone
      child = run(folder, port, origins)
      await answering(url, child)
    },
    async stop() {
      const gone = ended(child)
      child.kill('SIGTERM')
      await gone
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function run(folder: string, port: number, origins: readonly string[]): ChildProcess {
  const { DATABASE_URL: _, AGENT_PASSWORD: __, ...environment } = process.env
  return spawn(process.execPath, [origins.length > 0 ? WITH_ORIGINS : MAIN], {
    env: { ...environment, PORT: String(port), SHOPBELL_DATA: folder, SHOPBELL_ORIGINS: origins.join(',') },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => child.once('exit', () => resolve()))
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  const deadline = Date.now() + 45_000
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`the desk ended with ${child.exitCode}`)
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the desk did not answer in 45 s')
}
