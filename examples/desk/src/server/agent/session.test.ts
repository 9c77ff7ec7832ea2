import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { next, openStand, type Stand } from '../desk-stand.test.support.js'
import { SESSION_LASTS } from './session.js'

let stand: Stand
beforeAll(async () => {
  // The timer never comes round here: what is told is what counts.
  stand = await openStand({ headEvery: 2 ** 30 })
}, 60_000)
afterAll(() => stand.close())

describe('a session that has expired', () => {
  it('opens neither HTTP nor a socket', async () => {
    const agent = await stand.agent('Ann')
    stand.pass(SESSION_LASTS - 1)
    expect((await agent.get('me')).status).toBe(200)
    ;(await agent.sitDown()).disconnect()
    stand.pass(1)
    expect((await agent.get('me')).status).toBe(401)
    expect((await agent.post('hours', { open: true })).status).toBe(401)
    await expect(agent.sitDown()).rejects.toThrow('signed-out')
  })

  it('hears nothing more over the socket that it had open', async () => {
    const agent = await stand.agent('Ben')
    const socket = await agent.sitDown()
    const shopper = stand.shopper()
    const conversation = await shopper.open()
    await vi.waitFor(() => expect(JSON.stringify(agent.heard)).toContain(conversation))
    const gone = next(socket, 'disconnect')
    stand.pass(SESSION_LASTS)
    await shopper.submit(shopper.message(conversation, 'For those who are signed in'))
    await gone
    expect(JSON.stringify(agent.heard)).not.toContain('For those who are signed in')
  })

  it('says nothing more over it either', async () => {
    const agent = await stand.agent('Cleo')
    const socket = await agent.sitDown()
    const shopper = stand.shopper()
    await shopper.connect()
    const conversation = await shopper.open()
    await agent.post(`conversations/${conversation}/claim`)
    stand.pass(SESSION_LASTS)
    const gone = next(socket, 'disconnect')
    socket.emit('typing', { conversation })
    await gone
    expect(JSON.stringify(shopper.frames)).not.toContain('typing')
  })
})

describe('a session that was ended', () => {
  it('is closed at once where it was ended', async () => {
    const agent = await stand.agent('Dora')
    const gone = next(await agent.sitDown(), 'disconnect')
    expect((await agent.post('logout')).status).toBe(204)
    await gone
  })
})

describe('a quiet socket', () => {
  it('is closed when its time is over, though nothing is said', async () => {
    const quiet = await openStand({ headEvery: 20 })
    const agent = await quiet.agent('Enid')
    const gone = next(await agent.sitDown(), 'disconnect')
    quiet.pass(SESSION_LASTS)
    await gone
    await quiet.close()
  }, 60_000)
})
