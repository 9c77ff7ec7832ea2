import { expect, test, vi } from 'vitest'
import type { Adapter, Desk, Uploads } from './adapter.js'
import { createChat } from './chat.js'
import type { Chat, ChatOptions } from './chat-contract.js'
import type { Store } from './conversation/commit.js'
import { initialState } from './conversation/start.js'
import { toArray } from './conversation/transcript.js'
import { createMemoryDesk } from './desk/memory-desk.js'
import { platform } from './environment.js'
import { storefrontFlow } from './flow/storefront-flow.js'
import { createMemoryStore } from './memory-store.js'
import { blankCommit } from './testing/blank-commit.js'

const contact = { mailto: 'help@shop.example' }

function counter(more: Partial<Adapter> = {}, options: Partial<ChatOptions> = {}) {
  const desk = createMemoryDesk(platform)
  const store = createMemoryStore()
  const open = (kept: Store = store): Chat =>
    createChat({
      site: 'demo',
      adapter: { desk, contact, ...more },
      opening: storefrontFlow,
      flow: storefrontFlow,
      store: kept,
      ...options,
    })
  return { desk, store, chat: open(), open }
}

async function handOver(chat: Chat): Promise<void> {
  await chat.send({ type: 'start' })
  await chat.send({ type: 'talk-to-agent' })
  const { prompt } = chat.getSnapshot()
  await chat.send({ type: 'submit', prompt: prompt?.id ?? '', values: { email: 'ada@example.com' } })
  await vi.waitUntil(() => chat.getSnapshot().status !== 'sending')
}

const lineOf = (chat: Chat, text: string) =>
  toArray(chat.getSnapshot().transcript).find(({ content }) => 'text' in content && content.text === text)
const markOf = (chat: Chat, text: string) => chat.getSnapshot().marks[lineOf(chat, text)?.id ?? '']

test('a message is sent once the desk has it, and read once a person has read it', async () => {
  const { desk, chat } = counter()
  await handOver(chat)
  await chat.send({ type: 'say', text: 'hello' })
  await vi.waitUntil(() => markOf(chat, 'hello') === 'sent')
  const [conversation] = desk.conversations()
  if (!conversation) throw new Error('nothing was opened')
  const seq = conversation.records.at(-1)?.seq ?? 0
  desk.whisper({ type: 'read', conversation: conversation.id, by: 'agent', seq })
  await vi.waitUntil(() => markOf(chat, 'hello') === 'read')
  chat.destroy()
})

test('the receipt says when a person was called and where the answer goes, and is the same one after each line', async () => {
  const { desk, chat } = counter()
  expect(chat.getSnapshot().receipt).toBeNull()
  await handOver(chat)
  await vi.waitUntil(() => chat.getSnapshot().receipt !== null)
  const { receipt } = chat.getSnapshot()
  const [conversation] = desk.conversations()
  expect(receipt).toMatchObject({ at: conversation?.records[0]?.at, email: 'ada@example.com', turn: conversation?.id })
  await chat.send({ type: 'say', text: 'hello' })
  await vi.waitUntil(() => markOf(chat, 'hello') === 'sent')
  expect(chat.getSnapshot().receipt).toBe(receipt)
  chat.destroy()
})

test('the receipt of a ticket has its number', async () => {
  const closed = { open: false, wait: null, opens: null, closes: null, reply: null }
  const { chat } = counter({ availability: { get: async () => closed } })
  await handOver(chat)
  await vi.waitUntil(() => chat.getSnapshot().status === 'ticket')
  await vi.waitFor(() => expect(chat.getSnapshot().receipt?.ticket).toBe('T-1001'))
  chat.destroy()
})

test('a message that the desk has accepted is sent, even before its record has come back', async () => {
  const desk = createMemoryDesk(platform)
  // A desk whose wire tells nothing by itself and shows no page: only verdicts come.
  const mute = {
    ...desk,
    open: (...[hello, , signal]: Parameters<typeof desk.open>) => desk.open(hello, () => undefined, signal),
  }
  const { chat } = counter({ desk: { ...mute, page: () => new Promise(() => undefined) } })
  await chat.send({ type: 'start' })
  await chat.send({ type: 'talk-to-agent' })
  await chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values: { email: 'ada@example.com' } })
  await chat.send({ type: 'say', text: 'hello' })
  await vi.waitUntil(() => markOf(chat, 'hello') === 'sent')
  chat.destroy()
})

test('what a person writes is unread until it was seen', async () => {
  const { desk, chat } = counter()
  await handOver(chat)
  const id = desk.conversations()[0]?.id ?? ''
  desk.record(id, 'agent', { kind: 'claimed', agent: 'Mira' }, 'Mira')
  desk.record(id, 'agent', { kind: 'text', text: 'Good day' }, 'Mira')
  await vi.waitUntil(() => chat.getSnapshot().unread === 1)
  expect(chat.getSnapshot().agent).toBe('Mira')
  chat.seen()
  await vi.waitUntil(() => chat.getSnapshot().unread === 0)
  chat.destroy()
})

test('a conversation that is over becomes part of the story, also where what reads its log is not here yet', async () => {
  const store = createMemoryStore()
  const over = { ...initialState(storefrontFlow), phase: 'handed' as const, log: 'closed' as const, conversation: 'c' }
  const records = [
    { seq: 1, at: 1, by: 'shopper' as const, cmid: 'line', fact: { kind: 'text' as const, text: 'the lid' } },
    { seq: 2, at: 2, by: 'agent' as const, fact: { kind: 'closed' as const, resolved: true } },
  ]
  const cursor = { conversation: 'c', epoch: 'e', seq: 2 }
  // The page has nothing to show yet when another tab has talked to a person, and its shopper calls one in that moment.
  const { chat } = counter({}, { store })
  await chat.send({ type: 'start' })
  const kept = await store.read()
  if (!kept) throw new Error('nothing was kept')
  await store.commit({ ...kept, rev: kept.rev + 1, state: over, cursor, records })
  await chat.send({ type: 'talk-to-agent' })
  expect(chat.getSnapshot().status).toBe('review')
  expect(lineOf(chat, 'the lid')).toMatchObject({ id: 'line', by: 'shopper' })
  chat.destroy()
})

test('failed lines stay when a new conversation begins, and each can be sent again', async () => {
  const store = createMemoryStore()
  const failed = ['one: the lid', 'two: the box'].map((text, index) => ({
    op: 'message' as const,
    content: { kind: 'text' as const, text },
    cmid: `failed-${index}`,
    conversation: 'c',
    outbox: 'o',
    n: index + 1,
    at: index,
    code: 'closed' as const,
  }))
  const over = { ...initialState(storefrontFlow), phase: 'handed' as const, log: 'closed' as const, conversation: 'c' }
  await store.commit({ ...blankCommit(platform), rev: 1, state: over, failed })
  const { chat } = counter({}, { store })
  await vi.waitUntil(() => markOf(chat, 'two: the box') === 'failed')
  await chat.retry('failed-0')
  expect(lineOf(chat, 'one: the lid')).toMatchObject({ by: 'shopper' })
  expect(markOf(chat, 'one: the lid')).toBeUndefined()
  expect(markOf(chat, 'two: the box')).toBe('failed')
  await chat.retry('failed-1')
  expect(chat.getSnapshot().marks).toEqual({})
  expect(lineOf(chat, 'two: the box')).toBeDefined()
  chat.destroy()
})

test('“Try again” sends a line once, however often it is tapped, before a person is called and after', async () => {
  const store = createMemoryStore()
  const { desk, chat } = counter({}, { store })
  const fail = async (text: string) => {
    const kept = await store.read()
    if (!kept) throw new Error('nothing was kept')
    const content = { kind: 'text', text } as const
    const line = { op: 'message', content, cmid: text, conversation: 'c', outbox: 'o', n: 0, at: 0, code: 'blocked' } as const
    await store.commit({ ...kept, rev: kept.rev + 1, failed: [...kept.failed, line] })
    chat.wake()
    await vi.waitUntil(() => markOf(chat, text) === 'failed')
  }
  await chat.send({ type: 'start' })
  await fail('to the bot')
  await Promise.all([chat.retry('to the bot'), chat.retry('to the bot')])
  const shown = () => toArray(chat.getSnapshot().transcript).flatMap(({ content }) => ('text' in content ? content.text : []))
  expect(shown().filter((text) => text === 'to the bot')).toHaveLength(1)
  await handOver(chat)
  await vi.waitUntil(() => chat.getSnapshot().status === 'queued')
  await fail('to a person')
  await Promise.all([chat.retry('to a person'), chat.retry('to a person')])
  await vi.waitUntil(() => markOf(chat, 'to a person') === 'sent')
  const sent = desk
    .conversations()
    .flatMap(({ records }) => records.flatMap(({ fact }) => (fact.kind === 'text' ? fact.text : [])))
  expect(sent).toEqual(['to a person'])
  expect(shown().filter((text) => text === 'to a person')).toHaveLength(1)
  chat.destroy()
})

test('a failed line of a shopper who has left in another tab is not sent for the next one', async () => {
  const store = createMemoryStore()
  const line = { op: 'message', content: { kind: 'text', text: 'mine' }, cmid: 'failed-0', conversation: 'c' } as const
  const failed = [{ ...line, outbox: 'o', n: 1, at: 0, code: 'closed' as const }]
  const over = { ...initialState(storefrontFlow), phase: 'handed' as const, log: 'closed' as const, conversation: 'c' }
  await store.commit({ ...blankCommit(platform), rev: 1, state: over, failed })
  const { chat } = counter({}, { store })
  await vi.waitUntil(() => markOf(chat, 'mine') === 'failed')
  await store.erase()
  await store.commit({ ...blankCommit(platform), rev: 1, owner: 'next' })
  await chat.retry('failed-0')
  expect(lineOf(chat, 'mine')).toBeUndefined()
  chat.destroy()
})

test('a desk that does not take a conversation: that is said, what was written can be sent again, and what is comes with the next call', async () => {
  let refuses = true
  const desk = createMemoryDesk(platform)
  const picky: Desk = {
    ...desk,
    submit: async (command, sender, signal) =>
      refuses && command.op === 'open'
        ? { t: 'rejected', cmid: command.cmid, code: 'forbidden' }
        : desk.submit(command, sender, signal),
  }
  const { chat } = counter({ desk: picky })
  await chat.send({ type: 'start' })
  await chat.send({ type: 'talk-to-agent' })
  const submit = () =>
    chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values: { email: 'ada@example.com' } })
  const submitted = submit()
  await chat.send({ type: 'say', text: 'the lid is broken' })
  await submitted
  const notices = () =>
    toArray(chat.getSnapshot().transcript).flatMap(({ content }) => (content.kind === 'notice' ? content.code : []))
  await vi.waitUntil(() => chat.getSnapshot().status === 'bot' && markOf(chat, 'the lid is broken') === 'failed')
  expect(notices()).toEqual(['desk-refused'])
  expect(chat.getSnapshot().prompt).not.toBeNull()
  expect(chat.getSnapshot().delivery.waiting).toBe(0)
  refuses = false
  await chat.send({ type: 'talk-to-agent' })
  await submit()
  await vi.waitUntil(() => chat.getSnapshot().status === 'queued')
  await chat.retry(lineOf(chat, 'the lid is broken')?.id ?? '')
  await vi.waitUntil(() => markOf(chat, 'the lid is broken') === 'sent')
  expect(notices()).toEqual(['desk-refused'])
  expect(desk.conversations()).toHaveLength(1)
  const [opened, line] = desk.conversations()[0]?.records ?? []
  // The packet begins where the shopper began: nobody has read that before.
  expect(opened?.fact.kind === 'opened' && opened.fact.packet.story.length).toBeGreaterThan(3)
  expect(line?.fact).toEqual({ kind: 'text', text: 'the lid is broken' })
  chat.destroy()
})

test('a session that the desk has ended: that is said, what was written can be sent again, and the next call is of somebody new', async () => {
  let ended = ''
  const desk = createMemoryDesk(platform)
  const strict: Desk = {
    ...desk,
    open: async (hello, sink, signal) =>
      hello.sender.owner === ended ? { t: 'refused', code: 'auth', why: 'required' } : desk.open(hello, sink, signal),
    submit: async (command, sender, signal) =>
      sender.owner === ended ? { t: 'auth', code: 'required' } : desk.submit(command, sender, signal),
  }
  const store = createMemoryStore()
  const { chat } = counter({ desk: strict }, { store })
  const call = async () => {
    await chat.send({ type: 'talk-to-agent' })
    await chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values: { email: 'ada@example.com' } })
    await vi.waitUntil(() => chat.getSnapshot().status === 'queued')
  }
  await chat.send({ type: 'start' })
  await call()
  await chat.send({ type: 'say', text: 'it arrived' })
  await vi.waitUntil(() => markOf(chat, 'it arrived') === 'sent')
  ended = (await store.read())?.owner ?? ''
  await chat.send({ type: 'say', text: 'it did not' })
  await vi.waitUntil(() => chat.getSnapshot().status === 'bot', 20_000)
  const shown = () =>
    toArray(chat.getSnapshot().transcript).map(({ content }) => ('text' in content ? content.text : content.kind))
  expect(shown().filter((text) => text === 'it arrived' || text === 'it did not')).toEqual(['it arrived', 'it did not'])
  expect(markOf(chat, 'it did not')).toBe('failed')
  expect(
    toArray(chat.getSnapshot().transcript).flatMap(({ content }) => (content.kind === 'notice' ? content.code : [])),
  ).toEqual(['session-ended'])
  await call()
  await chat.retry(lineOf(chat, 'it did not')?.id ?? '')
  await vi.waitUntil(() => markOf(chat, 'it did not') === 'sent')
  expect(desk.conversations()).toHaveLength(2)
  expect(shown().filter((text) => text === 'it arrived')).toHaveLength(1)
  chat.destroy()
}, 30_000)

test('typing is told at most once in three seconds', async () => {
  let now = 0
  const { desk, chat } = counter({}, { environment: { now: () => now } })
  const heard: string[] = []
  await handOver(chat)
  desk.watch((news) => {
    if (news.type === 'hinted') heard.push(news.hint.type)
  })
  now = 10_000
  chat.typing()
  chat.typing()
  await vi.waitUntil(() => heard.length > 0)
  now = 12_999
  chat.typing()
  now = 13_000
  chat.typing()
  await vi.waitUntil(() => heard.length === 2)
  chat.destroy()
})

test('a second tab that finds a conversation under way listens to it', async () => {
  const { desk, chat, store, open } = counter()
  await chat.send({ type: 'start' })
  const other = open(store)
  await other.send({ type: 'start' })
  await handOver(chat)
  // Nothing tells the other tab: it finds out when it is looked at.
  other.wake()
  await vi.waitUntil(() => other.getSnapshot().delivery.link === 'up')
  desk.record(desk.conversations()[0]?.id ?? '', 'agent', { kind: 'text', text: 'Good day' }, 'Mira')
  await vi.waitUntil(() => lineOf(other, 'Good day') !== undefined)
  chat.destroy()
  other.destroy()
})

test('a picture that arrives after its shopper has left is nobody’s', async () => {
  let arrive: (answer: { upload: string }) => void = () => undefined
  const uploads: Uploads = {
    put: () =>
      new Promise((resolve) => {
        arrive = resolve
      }),
    url: async () => null,
  }
  const { chat, store } = counter({ uploads })
  await chat.send({ type: 'start' })
  await chat.send({ type: 'talk-to-agent' })
  const attached = chat.attach({ name: 'my-passport.png', type: 'image/png', bytes: new Uint8Array(3) })
  await vi.waitUntil(() => arrive.length === 1)
  await chat.shutdown()
  await chat.send({ type: 'start' })
  arrive({ upload: 'u1' })
  expect(await attached).toBe('unavailable')
  expect(JSON.stringify(await store.read())).not.toContain('passport')
  chat.destroy()
})

test('a picture above ten megabytes is refused before it leaves', async () => {
  const put = vi.fn()
  const { chat } = counter({ uploads: { put, url: async () => null } })
  expect(await chat.attach({ name: 'big.png', type: 'image/png', bytes: new Uint8Array(10_000_001) })).toBe('too_big')
  expect(put).not.toHaveBeenCalled()
  chat.destroy()
})

test('an upload under way is taken back by destroy', async () => {
  let signal: AbortSignal | undefined
  const uploads: Uploads = {
    put: (_file, _sender, given) => {
      signal = given
      return new Promise(() => undefined)
    },
    url: async () => null,
  }
  const { chat } = counter({ uploads })
  void chat.attach({ name: 'cup.png', type: 'image/png', bytes: new Uint8Array(3) })
  await vi.waitUntil(() => signal !== undefined)
  chat.destroy()
  expect(signal?.aborted).toBe(true)
})

test('after destroy a part that does not load is not asked for again', async () => {
  const timers = new Set<() => void>()
  const later = (work: () => void): (() => void) => {
    timers.add(work)
    return () => timers.delete(work)
  }
  const flow = vi.fn().mockRejectedValue(new Error('offline'))
  const { chat } = counter({}, { flow, environment: { later } })
  await chat.send({ type: 'start' })
  const said = chat.send({ type: 'say', text: 'flurb' })
  await vi.waitUntil(() => {
    for (const fire of timers) fire()
    return flow.mock.calls.length >= 2
  })
  chat.destroy()
  await said
  const asked = flow.mock.calls.length
  expect(timers.size).toBe(0)
  await Promise.resolve()
  expect(flow.mock.calls.length).toBe(asked)
})
