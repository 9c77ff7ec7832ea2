import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Shopper } from './desk-stand.test.support.js'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const main = join(root, 'examples/desk/dist/server/main.js')
const folder = mkdtempSync(join(tmpdir(), 'shopbell-desk-'))

// The real program, as it is started by hand: built, in a process of its own.
beforeAll(async () => {
  await promisify(execFile)(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-b', 'examples/desk'], {
    cwd: root,
  })
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Started {
  readonly child: ChildProcess
  readonly url: string
}

function launch(environment: Record<string, string>): ChildProcess {
  const { DATABASE_URL: _url, AGENT_PASSWORD: _password, ...rest } = process.env
  return spawn(process.execPath, [main], {
    env: { ...rest, SHOPBELL_DATA: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

async function start(port: number): Promise<Started> {
  const child = launch({ PORT: String(port) })
  let said = ''
  for await (const chunk of child.stdout ?? []) {
    said += String(chunk)
    if (said.includes('/inbox')) break
  }
  return { child, url: `http://127.0.0.1:${port}` }
}

async function refusal(environment: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const child = launch(environment)
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += String(chunk)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, lines: said.trim().split('\n') }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

describe('the desk as a program', () => {
  it('has after kill -9 everything that it called committed', async () => {
    const first = await start(await freePort())
    const shopper = new Shopper(first.url, 'demo', [])
    const conversation = await shopper.open('ticket')
    const command = shopper.message(conversation, 'Keep this')
    const verdict = await shopper.submit(command)
    first.child.kill('SIGKILL')
    expect(verdict.t).toBe('committed')
    await once(first.child, 'exit')

    const second = await start(await freePort())
    const again = Object.assign(new Shopper(second.url, 'demo', []), {
      owner: shopper.owner,
      secret: shopper.secret,
      outbox: shopper.outbox,
    })
    expect((await again.records(conversation)).at(-1)).toMatchObject({ cmid: command.cmid, fact: { text: 'Keep this' } })
    expect(await again.submit(command)).toEqual({ ...verdict, dup: true })
    second.child.kill('SIGTERM')
    expect(await once(second.child, 'exit')).toEqual([0, null])
  }, 120_000)

  it('says in one line that a port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as AddressInfo
    expect(await refusal({ PORT: String(port) })).toEqual({ code: 1, lines: [`Port ${port} is taken. Set PORT to another one.`] })
    other.close()
  }, 30_000)

  it.each(['0.0.0.0', '::', '192.0.2.1', 'desk.example'])(
    'refuses to open %s to the network without a password',
    async (host) => {
      const { code, lines } = await refusal({ HOST: host, PORT: '0' })
      expect(code).toBe(1)
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain('AGENT_PASSWORD')
    },
    30_000,
  )

  it('refuses to open to the network without knowing its own name', async () => {
    const { code, lines } = await refusal({ HOST: '0.0.0.0', PORT: '0', AGENT_PASSWORD: 'a-good-one' })
    expect(code).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('SHOPBELL_ORIGINS')
  }, 30_000)
})
