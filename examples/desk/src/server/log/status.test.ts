import { afterAll, beforeAll, describe, expect, it } from 'vitest'
// The shopper's own reading of the log, which is not among core's exports: the two have to end at the same place.
import { foldLog } from '../../../../../packages/core/src/delivery/log.js'
import { type Agent, newName, openStand, type Shopper, type Stand } from '../desk-stand.test.support.js'

let stand: Stand
beforeAll(async () => {
  stand = await openStand()
}, 60_000)
afterAll(() => stand.close())

interface Scene {
  readonly shopper: Shopper
  readonly agent: Agent
  readonly id: string
}
type Step = (scene: Scene) => Promise<unknown>

const act =
  (what: string, body?: object): Step =>
  ({ agent, id }) =>
    agent.post(`conversations/${id}/${what}`, body)
const claim = act('claim')
const release = act('release')
const close = act('close', { resolved: true })
const reply: Step = ({ agent, id }) => agent.post(`conversations/${id}/reply`, { id: newName(), text: 'Yes', base: 999 })
const defer: Step = ({ shopper, id }) => shopper.submit(shopper.command({ op: 'defer' }, id))
const say: Step = ({ shopper, id }) => shopper.submit(shopper.message(id, 'Hello'))
const shut: Step = ({ shopper, id }) => shopper.submit(shopper.command({ op: 'close' }, id))
const again =
  (want: 'live' | 'ticket'): Step =>
  ({ shopper }) =>
    shopper.open(want)
const closeTheShop: Step = ({ agent }) => agent.post('hours', { open: false })
const openTheShop: Step = ({ agent }) => agent.post('hours', { open: null })

describe('where a conversation stands, desk and shopper say alike', () => {
  it.each<[string, 'live' | 'ticket', readonly Step[], string]>([
    ['opened', 'live', [], 'queued'],
    ['opened as a ticket', 'ticket', [], 'ticket'],
    ['spoken into', 'live', [say], 'queued'],
    ['claimed', 'live', [claim], 'live'],
    ['released', 'live', [claim, release], 'queued'],
    ['replied to, unclaimed', 'live', [reply], 'live'],
    ['released and claimed again', 'live', [claim, release, claim], 'live'],
    ['deferred while it queued', 'live', [defer], 'ticket'],
    ['deferred, then claimed', 'live', [defer, claim], 'live'],
    ['deferred, claimed and released', 'live', [defer, claim, release], 'ticket'],
    ['deferred while live', 'live', [claim, defer], 'ticket'],
    ['deferred while live, claimed and released', 'live', [claim, defer, claim, release], 'ticket'],
    ['a ticket claimed and released', 'ticket', [claim, release], 'ticket'],
    ['a ticket whose shopper now wants a person', 'ticket', [again('live')], 'queued'],
    ['… claimed', 'ticket', [again('live'), claim], 'live'],
    ['… and released', 'ticket', [again('live'), claim, release], 'ticket'],
    ['joined while it queues', 'live', [again('live')], 'queued'],
    ['joined by who would write, while it queues', 'live', [again('ticket')], 'queued'],
    ['joined while live', 'live', [claim, again('live')], 'live'],
    ['joined as a ticket while live', 'live', [claim, again('ticket'), say], 'live'],
    ['joined as a ticket', 'ticket', [again('ticket')], 'ticket'],
    ['wanted live after hours', 'ticket', [closeTheShop, again('live')], 'ticket'],
    ['queued when the shop closed, joined', 'live', [closeTheShop, again('live')], 'ticket'],
    ['closed by the agent', 'live', [claim, close], 'closed'],
    ['closed by the shopper', 'live', [claim, shut], 'closed'],
    ['released after it was closed', 'live', [claim, shut, release], 'closed'],
  ])('%s (%s)', async (_name, want, steps, status) => {
    const agent = await stand.agent('Ann')
    const seat = await agent.sitDown()
    const shopper = stand.shopper()
    const { socket } = await shopper.connect()
    const id = await shopper.open(want)
    for (const step of steps) await step({ shopper, agent, id })
    const row = await (await agent.get(`conversations/${id}`)).json()
    await openTheShop({ shopper, agent, id })
    expect({ desk: row.status, shopper: foldLog(await shopper.records(id)).status }).toEqual({ desk: status, shopper: status })
    seat.disconnect()
    socket.disconnect()
  })
})
