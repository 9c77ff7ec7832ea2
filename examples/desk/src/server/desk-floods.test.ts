import type { Verdict, Welcome } from '@shopbell/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newName, next, openStand, type Shopper, type Stand } from './desk-stand.test.support.js'

// Behind a proxy of the shop's, so that a call can come from any network. The clock stands still: nothing refills by itself.
let stand: Stand
beforeAll(async () => {
  stand = await openStand({ proxies: 1 })
}, 60_000)
afterAll(() => stand.close())

const from = (network: number) => ({ 'X-Forwarded-For': `10.${network >> 8}.${network & 255}.1` })

describe('one socket', () => {
  it.each(['hello', 'page'])('may not make the desk read the log as often as it likes: %s', async (event) => {
    const shopper = stand.shopper()
    const { socket } = await shopper.connect()
    const value = event === 'hello' ? shopper.hello() : { after: { conversation: newName(), epoch: newName(), seq: 0 } }
    const answers: unknown[] = []
    for (let i = 0; i < 25; i += 1) answers.push(await socket.emitWithAck(event, value))
    const busy = { t: 'refused', code: 'busy', after: expect.any(Number) }
    expect(answers[0]).not.toEqual(busy)
    expect(answers.at(-1)).toEqual(busy)
    stand.pass(10_000)
    expect(await socket.emitWithAck(event, value)).not.toEqual(busy)
  })

  it('is closed when it goes on and on, and the desk stays with the others', async () => {
    const [bad, good] = [stand.shopper(), stand.shopper()]
    const [{ socket }, other] = [await bad.connect(), await good.connect()]
    const closed = next(socket, 'disconnect')
    for (let i = 0; i < 200; i += 1) socket.emit('hello', bad.hello())
    await closed
    expect(await other.socket.emitWithAck('hello', good.hello())).toMatchObject({ t: 'welcome' })
  })

  it('is asked to send its commands later, as over HTTP', async () => {
    const shopper = stand.shopper()
    const { socket } = await shopper.connect()
    // Decided before, so that only the socket's own allowance can be in the way.
    const opening = shopper.opening('ticket')
    const verdicts: Verdict[] = []
    for (let i = 0; i < 65; i += 1) verdicts.push((await socket.emitWithAck('submit', opening)) as Verdict)
    expect(verdicts[50]).toMatchObject({ t: 'committed', dup: true })
    expect(verdicts.at(-1)).toEqual({ t: 'retry', code: 'rate_limited', after: expect.any(Number) })
  })

  it('of an inbox has its limits as well', async () => {
    const agent = await stand.agent('Ann')
    const socket = await agent.sitDown()
    const closed = next(socket, 'disconnect')
    for (let i = 0; i < 200; i += 1) socket.emit('read', { conversation: newName(), seq: 1 })
    await closed
    await agent.sitDown()
  })
})

describe('one network', () => {
  it('may not call without end, and does not stand in another’s way', async () => {
    const path = `/v1/availability?site=${stand.site}`
    const ask = async (network: number) => (await stand.shopper().fetch(path, { headers: from(network) })).status
    const statuses = new Set<number>()
    for (let i = 0; i < 450; i += 50)
      for (const status of await Promise.all(Array.from({ length: 50 }, () => ask(1)))) statuses.add(status)
    expect([...statuses].sort()).toEqual([200, 429])
    expect(await ask(2)).toBe(200)
    stand.pass(1_000)
    expect(await ask(1)).toBe(200)
  })

  it('may not say hello from ever new sockets', async () => {
    stand.pass(60_000)
    let busy = 0
    const sockets = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const shopper = stand.shopper()
        return { shopper, ...(await shopper.connect()) }
      }),
    )
    for (const { socket, shopper } of sockets) {
      for (let i = 0; i < 19; i += 1) {
        const answer = (await socket.emitWithAck('hello', shopper.hello())) as Welcome | { readonly code: string }
        if ('code' in answer && answer.code === 'busy') busy += 1
      }
    }
    expect(busy).toBeGreaterThan(0)
    for (const { socket } of sockets) socket.disconnect()
  })

  it('may not fill the queue, whoever it says to be, and joining what is open stays free', async () => {
    const open = async (network: number, shopper = stand.shopper()) => {
      const command = shopper.opening()
      const body = { outbox: command.outbox, command }
      return (await (await shopper.post('/v1/commands', body, from(network))).json()) as Verdict
    }
    const first = stand.shopper()
    await open(3, first)
    for (let i = 1; i < 30; i += 1) expect(await open(3)).toMatchObject({ t: 'committed' })
    expect(await open(3)).toEqual({ t: 'retry', code: 'rate_limited', after: expect.any(Number) })
    expect(await open(3, first)).toMatchObject({ t: 'committed' })
    expect(await open(4)).toMatchObject({ t: 'committed' })
    stand.pass(60 * 60_000)
    expect(await open(3)).toMatchObject({ t: 'committed' })
  })

  it('may not bring ever new shoppers, by any door, while those it has go on', async () => {
    const hello = (network: number, shopper: Shopper) => shopper.post('/v1/hello', shopper.hello(), from(network))
    const known = stand.shopper()
    expect((await hello(5, known)).status).toBe(200)
    for (let i = 1; i < 60; i += 1) expect((await hello(5, stand.shopper())).status).toBe(200)
    const late = stand.shopper()
    const answer = await hello(5, late)
    expect([answer.status, await answer.json()]).toEqual([429, { error: 'rate_limited' }])
    const command = late.opening()
    const verdict = await late.post('/v1/commands', { outbox: command.outbox, command }, from(5))
    expect(await verdict.json()).toEqual({ t: 'retry', code: 'rate_limited', after: expect.any(Number) })
    await expect(late.connect({}, from(5))).rejects.toMatchObject({
      data: { t: 'refused', code: 'busy', after: expect.any(Number) },
    })
    expect((await hello(5, known)).status).toBe(200)
    expect((await hello(6, late)).status).toBe(200)
  })
})

describe('this machine', () => {
  it('is spared where no proxy could hide others behind it, so that a demo can be played', async () => {
    const demo = await openStand({ demo: true })
    for (let i = 0; i < 65; i += 1) {
      const shopper = demo.shopper()
      expect(await shopper.submit(shopper.opening())).toMatchObject({ t: 'committed' })
    }
    await demo.close()
  }, 60_000)
})
