import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Verdict } from '@shopbell/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildDesk, launchDesk, startDesk } from './desk-program.test.support.js'
import { Shopper } from './desk-stand.test.support.js'

const folder = mkdtempSync(join(tmpdir(), 'shopbell-desk-'))
const start = () => startDesk({ SHOPBELL_DATA: folder })

beforeAll(buildDesk, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function refusal(environment: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const child = launchDesk({ SHOPBELL_DATA: folder, ...environment })
  let said = ''
  child.stderr?.on('data', (chunk) => {
    said += String(chunk)
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, lines: said.trim().split('\n') }
}

describe('the desk as a program', () => {
  it('has after kill -9 everything that it called committed', async () => {
    const first = await start()
    const shopper = new Shopper(first.url, 'demo', [])
    const conversation = await shopper.open('ticket')
    const command = shopper.message(conversation, 'Keep this')
    const verdict = await shopper.submit(command)
    first.child.kill('SIGKILL')
    expect(verdict.t).toBe('committed')
    await once(first.child, 'exit')

    const second = await start()
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

  it('M16: at SIGTERM finishes what it has begun, says when to come back, and is gone within ten seconds', async () => {
    const { child, url } = await start()
    const closers: (() => void)[] = []
    const shoppers = Array.from({ length: 12 }, () => new Shopper(url, 'demo', closers))
    const conversations = await Promise.all(shoppers.map((shopper) => shopper.open('ticket')))
    await Promise.all(shoppers.map((shopper) => shopper.connect()))
    const poll = shoppers[0]?.fetch(`/v1/conversations/${conversations[0]}/records?after=2`)
    const verdicts = Promise.all(
      shoppers.map((shopper, index) => shopper.submit(shopper.message(conversations[index] ?? '', 'Just before the end'))),
    )
    const began = performance.now()
    const answered = await Promise.race([verdicts, once(child, 'exit')])
    child.kill('SIGTERM')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(performance.now() - began).toBeLessThan(10_000)
    expect((answered as Verdict[]).map(({ t }) => t)).toEqual(shoppers.map(() => 'committed'))
    expect((await poll)?.status).toBe(200)
    const waits = shoppers.map(({ frames }) => frames.flatMap((frame) => (frame.t === 'going-away' ? [frame.after] : [])))
    expect(waits.every(([after = -1]) => after >= 0 && after <= 10_000)).toBe(true)
    // Not all at once.
    expect(new Set(waits.flat()).size).toBeGreaterThan(8)
    for (const close of closers) close()
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

  it.each([
    ['a proxy stands before it', { SHOPBELL_PROXIES: '1' }],
    ['it has a name in the world', { SHOPBELL_ORIGINS: 'http://localhost:3000,https://desk.example' }],
  ])(
    'refuses to open on this machine without a password where %s',
    async (_why, environment) => {
      const { code, lines } = await refusal({ PORT: '0', ...environment })
      expect(code).toBe(1)
      expect(lines).toHaveLength(1)
      expect(lines[0]).toContain(Object.keys(environment)[0])
      expect(lines[0]).toContain('AGENT_PASSWORD')
    },
    30_000,
  )

  it('opens without a password to the pages of this machine', async () => {
    const { child, url } = await startDesk({
      SHOPBELL_DATA: 'memory',
      SHOPBELL_ORIGINS: 'http://localhost:3000,http://127.0.0.1:3001',
    })
    expect((await fetch(`${url}/healthz`)).status).toBe(200)
    child.kill('SIGKILL')
    await once(child, 'exit')
  }, 30_000)

  it('refuses to open to the network without knowing its own name', async () => {
    const { code, lines } = await refusal({ HOST: '0.0.0.0', PORT: '0', AGENT_PASSWORD: 'a-good-one' })
    expect(code).toBe(1)
    expect(lines).toHaveLength(1)
    expect(lines[0]).toContain('SHOPBELL_ORIGINS')
  }, 30_000)
})
