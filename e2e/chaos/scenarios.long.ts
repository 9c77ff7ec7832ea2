import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStand, type Stand } from './stand.js'
import { strangers } from './strangers.js'

// `npm run test:chaos`: real faults that take their time. A short selection is in scenarios.test.ts.
let stand: Stand
beforeAll(async () => {
  stand = await openStand()
}, 120_000)
afterAll(() => stand?.close())
beforeEach(() => stand.proxy.heal())

const FLAPPING = Number(process.env.SHOPBELL_FLAP_SECONDS ?? 60) * 1_000
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
const logged = async (conversation: string) => (await stand.agent.texts(conversation)).map(({ text }) => text)

describe('between a browser and the desk, with patience', () => {
  test('K03: the desk dies between commit and broadcast; what it had is sent, once', async () => {
    const visitor = await stand.visitor('Eve')
    await stand.restart('before-broadcast')
    await visitor.write('Eve says 1')
    await stand.desk().ended
    await stand.restart()
    await visitor.seesState('Sent', 60_000)
    await visitor.toldTheTruth()
    await visitor.leave()
  }, 120_000)

  test('K12: a person’s answer that the wire swallows is shown within 45 s of the last thing heard, by a new wire', async () => {
    const visitor = await stand.visitor('Fay')
    await visitor.write('Fay says 1')
    await visitor.seesState('Sent')
    const before = visitor.sockets()
    stand.proxy.set('down', { blackhole: true })
    await stand.agent.reply(visitor.conversation, AbortSignal.timeout(10_000))
    const began = Date.now()
    await expect.poll(() => visitor.sockets(), { timeout: 60_000 }).toBeGreaterThan(before)
    expect(Date.now() - began).toBeLessThan(50_000)
    stand.proxy.heal()
    await visitor.reads(/replies/)
    await visitor.toldTheTruth()
    await visitor.leave()
  }, 120_000)

  test('K13: at 2 kB a second and a second and a half each way it goes on, without a storm', async () => {
    const visitor = await stand.visitor('Gus')
    const before = visitor.sockets()
    stand.proxy.set('both', { bandwidth: 2_000, latency: 1_500, jitter: 500 })
    for (let n = 1; n <= 5; n++) await visitor.write(`Gus says ${n}`)
    await expect.poll(() => logged(visitor.conversation), { timeout: 90_000 }).toHaveLength(5)
    await visitor.seesState('Sent', 30_000)
    expect(visitor.sockets() - before).toBeLessThanOrEqual(3)
    await visitor.toldTheTruth()
    await visitor.leave()
  }, 180_000)

  test('K14: a link that is up for a second and down for a second loses nothing and does not hammer', async () => {
    const visitor = await stand.visitor('Hal')
    const before = visitor.sockets()
    const began = Date.now()
    for (let n = 1; Date.now() - began < FLAPPING; n++) {
      stand.proxy.setDoor('refused')
      stand.proxy.reset()
      await visitor.write(`Hal says ${n}`)
      await pause(1_000)
      stand.proxy.heal()
      await pause(1_000)
    }
    const minutes = (Date.now() - began) / 60_000
    expect(visitor.sockets() - before).toBeLessThanOrEqual(Math.ceil(12 * (minutes + 1)))
    await visitor.seesState('Sent', 90_000)
    await visitor.toldTheTruth()
    await visitor.leave()
  }, 900_000)

  test.each(Object.entries(strangers))(
    'K16: in the desk’s place comes %s',
    async (_name, answers) => {
      const visitor = await stand.visitor('Ivy')
      stand.proxy.setDoor({ answers })
      stand.proxy.reset()
      await visitor.write('Ivy says 1')
      await pause(3_000)
      expect(await visitor.state()).not.toBe('Sent')
      stand.proxy.heal()
      await visitor.seesState('Sent', 60_000)
      await visitor.toldTheTruth()
      await visitor.leave()
    },
    120_000,
  )

  test('K17: a desk that accepts and never answers is asked again, with the same message', async () => {
    const visitor = await stand.visitor('Jim')
    stand.proxy.setDoor('held')
    stand.proxy.reset()
    await visitor.write('Jim says 1')
    await pause(12_000)
    expect(await visitor.state()).not.toBe('Sent')
    stand.proxy.heal()
    await visitor.seesState('Sent', 60_000)
    await visitor.toldTheTruth()
    await visitor.leave()
  }, 120_000)

  test.each(['SIGTERM', 'SIGKILL'] as const)(
    'K20, K21: the desk is restarted by %s while five shoppers write',
    async (signal) => {
      const visitors = []
      for (const name of ['Kim', 'Lea', 'Max', 'Nia', 'Oli']) visitors.push([name, await stand.visitor(name)] as const)
      for (let n = 1; n <= 6; n++) {
        for (const [name, visitor] of visitors) await visitor.write(`${name} says ${n}`)
        if (n !== 3) continue
        await stand.desk().kill(signal)
        for (const [name, visitor] of visitors) await visitor.write(`${name} says 99`)
        await stand.restart()
      }
      for (const [, visitor] of visitors) {
        await visitor.seesState('Sent', 90_000)
        await visitor.toldTheTruth()
        expect(await logged(visitor.conversation)).toHaveLength(7)
        await visitor.leave()
      }
    },
    240_000,
  )
})
