import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openStand, type Stand } from './stand.js'
import { strangers } from './strangers.js'

// A short selection of real faults between a real browser and the real desk; the long ones are in scenarios.long.ts.
let stand: Stand
beforeAll(async () => {
  stand = await openStand()
}, 120_000)
afterAll(() => stand?.close())
beforeEach(() => stand.proxy.heal())

const isAtTheDesk = (conversation: string, text: string) =>
  expect.poll(async () => (await stand.agent.texts(conversation)).map((line) => line.text), { timeout: 10_000 }).toContain(text)

describe('between a browser and the desk', () => {
  test('K01: the answer to a message is lost after the commit; it is sent once, and not called sent before', async () => {
    const visitor = await stand.visitor('Ann')
    stand.proxy.set('down', { blackhole: true })
    await visitor.write('Ann says 1')
    await isAtTheDesk(visitor.conversation, 'Ann says 1')
    await visitor.seesState('Sending…')
    stand.proxy.reset()
    stand.proxy.heal()
    await visitor.seesState('Sent')
    await visitor.write('Ann says 2')
    await visitor.seesState('Sent')
    await visitor.toldTheTruth()
    await visitor.leave()
  })

  test('K02: the connection is cut in the middle of a message; it waits, and is sent once', async () => {
    const visitor = await stand.visitor('Ben')
    const before = visitor.sockets()
    stand.proxy.set('up', { limit: 40 })
    await visitor.write('Ben says 1')
    await expect.poll(() => visitor.sockets(), { timeout: 15_000 }).toBeGreaterThan(before)
    stand.proxy.heal()
    await visitor.seesState('Sent')
    await visitor.toldTheTruth()
    await visitor.leave()
  })

  test('K12: a wire that sends and no longer receives is given up within 15 s, and the message is sent once', async () => {
    const visitor = await stand.visitor('Cleo')
    const before = visitor.sockets()
    stand.proxy.set('down', { blackhole: true })
    await visitor.write('Cleo says 1')
    await isAtTheDesk(visitor.conversation, 'Cleo says 1')
    await expect.poll(() => visitor.sockets(), { timeout: 15_000 }).toBeGreaterThan(before)
    expect(await visitor.state()).not.toBe('Sent')
    stand.proxy.heal()
    await visitor.seesState('Sent')
    await visitor.toldTheTruth()
    await visitor.leave()
  })

  test('K16: a stranger answers 503 with a page of HTML; nothing is called sent, and the message goes out later', async () => {
    const visitor = await stand.visitor('Dan')
    stand.proxy.setDoor({ answers: strangers['503 with a page'] })
    stand.proxy.reset()
    await visitor.write('Dan says 1')
    await visitor.seesState('Waiting to be sent')
    await visitor.reads(/Reconnecting…/)
    stand.proxy.heal()
    await visitor.seesState('Sent')
    await visitor.toldTheTruth()
    await visitor.leave()
  })
})
