import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Chat, createChat, type Desk, type Frame, storefrontFlow, toArray } from '@shopbell/core'
import { httpAdapter, httpDesk } from '@shopbell/core/adapters/http'
import { socketIoDesk } from '@shopbell/core/adapters/socket-io'
import { afterEach, expect, it, vi } from 'vitest'
import { openDatabase } from './database/database.js'
import { openStand, type Stand } from './desk-stand.test.support.js'

const closers: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close()
})

/** A shopper's chat, whose desk is asked through `desk`. */
function chatAt({ url, site }: Stand, desk: Desk): Chat {
  const chat = createChat({
    site,
    adapter: { ...httpAdapter({ url, site }), desk },
    opening: storefrontFlow,
    flow: storefrontFlow,
  })
  closers.push(() => chat.destroy())
  return chat
}

async function callPerson(chat: Chat): Promise<void> {
  await chat.send({ type: 'start' })
  await chat.send({ type: 'talk-to-agent' })
  await chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values: { email: 'ada@example.com' } })
  await vi.waitFor(() => expect(['queued', 'ticket']).toContain(chat.getSnapshot().status))
}

/** What the shopper has written, each with its mark. */
function written(chat: Chat): readonly string[] {
  const { transcript, marks } = chat.getSnapshot()
  return toArray(transcript).flatMap(({ id, by, content }) =>
    by === 'shopper' && content.kind === 'text' ? [`${content.text}: ${marks[id] ?? 'no mark'}`] : [],
  )
}

async function say(chat: Chat, text: string): Promise<void> {
  await chat.send({ type: 'say', text })
  await vi.waitFor(() => expect(written(chat)).toContain(`${text}: sent`))
}

const ofTheLog = ({ t }: Frame) => t === 'record' || t === 'head'

/** What shoppers have said, in the order of each log, as the database of that folder has it. */
async function saidIn(dataDir: string): Promise<readonly string[]> {
  const database = await openDatabase({ dataDir })
  const rows = await database.query<{ fact: string }>(
    `select fact from records where author = 'shopper' order by conversation, seq`,
  )
  await database.close()
  return rows.flatMap(({ fact }) => JSON.parse(fact).text ?? [])
}

/** A desk on a folder that can be put back to how it was; its database gets new epochs then, as the README says. */
async function openRestorable() {
  const folder = mkdtempSync(join(tmpdir(), 'shopbell-restore-'))
  closers.push(() => rmSync(folder, { recursive: true, force: true }))
  const [dataDir, backup] = [join(folder, 'data'), join(folder, 'backup')]
  let stand = await openStand({ dataDir, databaseUrl: undefined })
  closers.push(() => stand.close())
  const { site } = stand
  const port = Number(new URL(stand.url).port)
  const whileClosed = async (work: () => Promise<void> | void) => {
    await stand.close()
    await work()
    stand = await openStand({ dataDir, databaseUrl: undefined, port, site })
  }
  return {
    stand,
    dataDir,
    backUp: () => whileClosed(() => cpSync(dataDir, backup, { recursive: true })),
    restore: (meanwhile: () => void = () => undefined) =>
      whileClosed(async () => {
        meanwhile()
        rmSync(dataDir, { recursive: true })
        cpSync(backup, dataDir, { recursive: true })
        const database = await openDatabase({ dataDir })
        await database.query('update conversations set epoch = md5(random()::text || conversation)')
        await database.close()
      }),
    close: () => stand.close(),
  }
}

const wires = { socket: socketIoDesk, poll: httpDesk }

it.each(['socket', 'poll'] as const)(
  'brings what a restored backup does not have to the desk again, over the %s: lines, and whole conversations',
  async (wire) => {
    const desk = await openRestorable()
    const [older, younger] = [chatAt(desk.stand, wires[wire](desk.stand)), chatAt(desk.stand, wires[wire](desk.stand))]
    await callPerson(older)
    await say(older, 'before the backup')
    await desk.backUp()
    older.wake()
    await say(older, 'after the backup')
    await callPerson(younger)
    await say(younger, 'a conversation that the backup does not have')
    await desk.restore()
    // Nobody writes anything more: what was called sent comes back by itself.
    const isBack = () => [older, younger].map((chat) => [chat.getSnapshot().delivery.link, chat.getSnapshot().delivery.waiting])
    older.wake()
    younger.wake()
    await vi.waitFor(
      () =>
        expect(isBack()).toEqual([
          ['up', 0],
          ['up', 0],
        ]),
      30_000,
    )
    for (const chat of [older, younger]) await say(chat, 'and on it goes')
    expect(written(older)).toEqual(['before the backup: sent', 'after the backup: sent', 'and on it goes: sent'])
    expect(written(younger)).toEqual(['a conversation that the backup does not have: sent', 'and on it goes: sent'])
    await desk.close()
    const said = await saidIn(desk.dataDir)
    const logs = [
      ['before the backup', 'after the backup', 'and on it goes'],
      ['a conversation that the backup does not have', 'and on it goes'],
    ]
    expect([logs.flat(), [...logs].reverse().flat()]).toContainEqual(said)
  },
  120_000,
)

it('brings an opening that was committed, and never read, to the restored desk again', async () => {
  const desk = await openRestorable()
  await desk.backUp()
  const wire = socketIoDesk(desk.stand)
  // It hears verdicts and reads nothing, as on a wire that goes down just then.
  const deaf = { on: true }
  const chat = chatAt(desk.stand, {
    ...wire,
    open: (hello, sink, signal) => wire.open(hello, (frame) => void ((deaf.on && ofTheLog(frame)) || sink(frame)), signal),
    page: async (...given) => (deaf.on ? { t: 'refused', code: 'unavailable' } : wire.page(...given)),
  })
  await callPerson(chat)
  await say(chat, 'never read')
  await desk.restore(() => {
    deaf.on = false
  })
  chat.wake()
  await vi.waitFor(() => expect(chat.getSnapshot().delivery).toMatchObject({ link: 'up', waiting: 0 }), 30_000)
  expect(written(chat)).toEqual(['never read: sent'])
  await desk.close()
  expect(await saidIn(desk.dataDir)).toEqual(['never read'])
}, 120_000)

it('is left in peace by a shopper who closes what an agent has just closed', async () => {
  const stand = await openStand()
  closers.push(() => stand.close())
  const wire = socketIoDesk(stand)
  const deaf = { on: false }
  let conversation = ''
  const chat = chatAt(stand, {
    ...wire,
    open: (hello, sink, signal) => wire.open(hello, (frame) => void ((deaf.on && ofTheLog(frame)) || sink(frame)), signal),
    async submit(command, ...rest) {
      conversation = command.conversation
      return wire.submit(command, ...rest)
    },
  })
  await callPerson(chat)
  await say(chat, 'hi')
  const agent = await stand.agent('Maya')
  await agent.sitDown()
  expect((await agent.post(`conversations/${conversation}/claim`)).status).toBe(200)
  await vi.waitFor(() => expect(chat.getSnapshot().status).toBe('live'))
  // That it is closed is still on its way to the shopper.
  deaf.on = true
  expect((await agent.post(`conversations/${conversation}/close`, { resolved: true })).status).toBe(200)
  await chat.send({ type: 'close' })
  await vi.waitFor(() => {
    const { status, delivery } = chat.getSnapshot()
    expect([status, delivery.waiting, delivery.link]).toEqual(['closed', 0, 'off'])
  })
}, 60_000)
