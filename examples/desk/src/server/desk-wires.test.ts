import type { Command, Desk, Frame, Sender, Verdict } from '@shopbell/core'
import { eitherDesk, httpAdapter, httpDesk } from '@shopbell/core/adapters/http'
import { socketIoDesk } from '@shopbell/core/adapters/socket-io'
import { adapterContract } from '@shopbell/core/testing'
import { afterAll, afterEach, beforeAll, describe, expect, it, test } from 'vitest'
import { openStand, type Shopper, type Stand, WEDNESDAY_AT_TEN } from './desk-stand.test.support.js'

let stand: Stand
/** Its clock runs fifty times as fast, so that a check which waits as long as the desk says need not wait long. */
let quick: Stand
beforeAll(async () => {
  stand = await openStand({ headEvery: 200 })
  const began = performance.now()
  quick = await openStand({ now: () => WEDNESDAY_AT_TEN + 50 * (performance.now() - began) })
}, 60_000)
afterAll(() => Promise.all([stand.close(), quick.close()]))

const leaving: AbortController[] = []
afterEach(() => {
  for (const controller of leaving.splice(0)) controller.abort()
})

const wires = { socket: () => socketIoDesk({ url: stand.url }), poll: () => httpDesk({ url: stand.url }) }
type Wire = keyof typeof wires

/** Hello over a wire. */
async function open(desk: Desk, shopper: Shopper, sink: (frame: Frame) => void = () => undefined): Promise<AbortController> {
  const controller = new AbortController()
  leaving.push(controller)
  const welcome = await desk.open(shopper.hello() as never, sink, controller.signal)
  expect(welcome.t).toBe('welcome')
  return controller
}
const senderOf = ({ sender }: Shopper): Sender => sender

describe('K19: the two wires are one desk', () => {
  const TEXTS = Array.from({ length: 6 }, (_, index) => `message ${index}`)

  /** Sends the opening and six messages, command `i` over the wire that `wireOf` says; the answers to some are never heard. */
  async function play(wireOf: (index: number) => Wire, unheard: (index: number) => boolean): Promise<void> {
    const shopper = stand.shopper()
    const desks = { socket: wires.socket(), poll: wires.poll() }
    await open(desks.socket, shopper)
    await open(desks.poll, shopper)
    const opening = shopper.opening('ticket')
    const commands: Command[] = [opening, ...TEXTS.map((text) => shopper.message(opening.conversation, text))]
    const seqs: number[] = []
    for (const [index, command] of commands.entries()) {
      const wire = wireOf(index)
      const other: Wire = wire === 'poll' ? 'socket' : 'poll'
      const submit = (by: Wire, signal = new AbortController().signal): Promise<Verdict> =>
        desks[by].submit(command, senderOf(shopper), signal)
      // Sent by one wire that dies before it answers; sent again, the same, by the other.
      const lost = new AbortController()
      const first = unheard(index) ? submit(other, lost.signal) : null
      if (first) {
        lost.abort()
        expect((await first).t).toBe('retry')
      }
      const verdict = await submit(wire)
      expect(verdict).toMatchObject({ t: 'committed', cmid: command.cmid })
      if (verdict.t === 'committed') seqs.push(verdict.seq)
    }
    const records = (await shopper.records(opening.conversation)).filter(({ cmid }) => cmid)
    expect(records.map(({ cmid }) => cmid)).toEqual(commands.map(({ cmid }) => cmid))
    expect(records.map(({ seq }) => seq)).toEqual(seqs)
  }

  it.each(Array.from({ length: 8 }, (_, at) => at))('exchanged after command %i, and back', async (at) => {
    await play(
      (index) => (index < at ? 'socket' : 'poll'),
      () => false,
    )
    await play(
      (index) => (index === at ? 'socket' : 'poll'),
      (index) => index === at,
    )
  })

  it('exchanged at each command, none of which is answered the first time', async () => {
    await play(
      (index) => (index % 2 ? 'poll' : 'socket'),
      () => true,
    )
  })

  it('tells over both what was said by either', async () => {
    const shopper = stand.shopper()
    const heard = { socket: [] as Frame[], poll: [] as Frame[] }
    const desks = { socket: wires.socket(), poll: wires.poll() }
    await open(desks.socket, shopper, (frame) => heard.socket.push(frame))
    await open(desks.poll, shopper, (frame) => heard.poll.push(frame))
    const opening = shopper.opening('ticket')
    await desks.poll.submit(opening, senderOf(shopper), new AbortController().signal)
    for (const [index, text] of TEXTS.entries())
      await desks[index % 2 ? 'poll' : 'socket'].submit(
        shopper.message(opening.conversation, text),
        senderOf(shopper),
        new AbortController().signal,
      )
    const texts = (frames: Frame[]) =>
      frames.flatMap((frame) => (frame.t === 'record' && frame.record.fact.kind === 'text' ? [frame.record.fact.text] : []))
    await expect.poll(() => [texts(heard.socket), texts(heard.poll)], { timeout: 12_000 }).toEqual([TEXTS, TEXTS])
  })

  it('goes on over the other where a network lets one not through', async () => {
    const shopper = stand.shopper()
    const desk = eitherDesk(socketIoDesk({ url: stand.url, path: '/blocked' }), httpDesk({ url: stand.url }))
    const answers: string[] = []
    for (let times = 0; times < 3; times += 1) {
      const controller = new AbortController()
      leaving.push(controller)
      answers.push((await desk.open(shopper.hello() as never, () => undefined, controller.signal)).t)
    }
    expect(answers).toEqual(['refused', 'refused', 'welcome'])
    const opening = shopper.opening('ticket')
    expect(await desk.submit(opening, senderOf(shopper), new AbortController().signal)).toMatchObject({ t: 'committed' })
  })
})

describe('the contract, with the real desk behind the wire', async () => {
  for (const wire of ['poll', 'socket'] as const) {
    const checks = await adapterContract(async () => {
      // Asked for before there is a desk, to know the promises; then with it, to hold them.
      const url = quick?.url ?? 'http://127.0.0.1:1'
      return {
        site: quick?.site ?? 'shop',
        adapter: {
          tickets: httpAdapter({ url, site: quick?.site ?? 'shop' }).tickets,
          desk: perShopper(() => (wire === 'poll' ? httpDesk({ url }) : socketIoDesk({ url }))),
        },
        arrives: () => new Promise((resolve) => setTimeout(resolve, 20)),
      }
    })
    for (const { name, run } of checks) test(`${wire}: ${name}`, run, 60_000)
  }
})

/** One wire per shopper: what several browsers are. */
function perShopper(create: () => Desk): Desk {
  const desks = new Map<string, Desk>()
  const of = ({ owner, secret, outbox }: Sender) => {
    const name = `${owner} ${secret} ${outbox}`
    const desk = desks.get(name) ?? create()
    desks.set(name, desk)
    return desk
  }
  return {
    guarantee: 'exact',
    open: (hello, ...rest) => of(hello.sender).open(hello, ...rest),
    submit: (command, sender, signal) => of(sender).submit(command, sender, signal),
    page: (from, sender, signal) => of(sender).page(from, sender, signal),
  }
}
