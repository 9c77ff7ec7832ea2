import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Desk } from '../adapter.js'
import { createChat } from '../chat.js'
import type { Chat } from '../chat-contract.js'
import type { Store } from '../conversation/commit.js'
import { toArray } from '../conversation/transcript.js'
import { createMemoryDesk } from '../desk/memory-desk.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import type { Availability } from '../handoff/availability.js'
import { createMemoryStore } from '../memory-store.js'
import { createFakeEnvironment } from '../testing/fake-environment.js'

const MINUTE = 60_000
const chats: Chat[] = []
afterEach(() => {
  for (const chat of chats.splice(0)) chat.destroy()
})

const here: Availability = { open: true, wait: { seconds: 300, basis: 'today' }, opens: null, closes: null, reply: null }
const away: Availability = { open: false, wait: null, opens: null, closes: null, reply: null }

/** A shopper who has called a person, at a desk in memory. */
async function call(availability: Availability, change: (desk: Desk) => Partial<Desk> = () => ({})) {
  const environment = createFakeEnvironment()
  const desk = createMemoryDesk(environment)
  const store = createMemoryStore()
  const chatOn = (kept: Store) => {
    const chat = createChat({
      site: 'shop',
      adapter: { desk: { ...desk, ...change(desk) }, availability: { get: async () => availability } },
      opening: storefrontFlow,
      flow: storefrontFlow,
      store: kept,
      environment,
    })
    chats.push(chat)
    return chat
  }
  // Parts of the chat are fetched, which takes moments of the machine's own clock.
  const until = (done: () => boolean) => vi.waitUntil(done, { interval: 1, timeout: 12_000 })
  const chat = chatOn(store)
  void chat.send({ type: 'start' })
  await until(() => chat.getSnapshot().prompt !== null)
  void chat.send({ type: 'talk-to-agent' })
  await until(() => chat.getSnapshot().prompt?.kind === 'review' && chat.getSnapshot().availability !== null)
  void chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values: { email: 'ada@example.com' } })
  await until(() => ['queued', 'ticket'].includes(chat.getSnapshot().status))
  const conversation = desk.conversations()[0]?.id ?? ''
  const late = (of = chat) =>
    toArray(of.getSnapshot().transcript).flatMap(({ content }) => (content.kind === 'late' ? [content] : []))
  const pass = async (ms: number) => {
    await environment.advance(ms)
  }
  return { environment, desk, store, chat, chatOn, conversation, late, pass, until }
}

describe('a wait that was promised', () => {
  test('is spoken of when it is over, once, and also after a reload, at its place', async () => {
    const { desk, chat, chatOn, store, conversation, late, pass, until } = await call(here)
    await pass(5 * MINUTE - 5_000)
    expect(late()).toEqual([])
    await pass(6_000)
    expect(late()).toEqual([{ kind: 'late', want: 'live', until: expect.any(Number), minutes: 5 }])
    await pass(10 * MINUTE)
    expect(late()).toHaveLength(1)
    desk.record(conversation, 'agent', { kind: 'text', text: 'Here I am' }, 'Maya')
    await until(() => toArray(chat.getSnapshot().transcript).at(-1)?.by === 'agent')
    chat.destroy()
    const again = chatOn(store)
    await until(() => late(again).length > 0 && again.getSnapshot().status !== 'bot')
    expect(
      toArray(again.getSnapshot().transcript)
        .slice(-2)
        .map(({ by, content }) => [by, content.kind]),
    ).toEqual([
      ['desk', 'late'],
      ['agent', 'text'],
    ])
  })

  test('is spoken of once, where a tab that had left the conversation has it in the story already', async () => {
    const { chat, chatOn, store, late, pass, until } = await call(here)
    await pass(5 * MINUTE + 1_000)
    const line = toArray(chat.getSnapshot().transcript).find(({ content }) => content.kind === 'late')
    chat.destroy()
    const kept = await store.read()
    if (!kept || !line) throw new Error('nothing was kept')
    await store.commit({ ...kept, rev: kept.rev + 1, entries: [...kept.entries, line] })
    const again = chatOn(store)
    await until(() => again.getSnapshot().status !== 'bot')
    expect(late(again)).toHaveLength(1)
  })

  test('is not spoken of where a person came in time', async () => {
    const { desk, conversation, late, pass } = await call(here)
    desk.record(conversation, 'agent', { kind: 'claimed', agent: 'Maya' }, 'Maya')
    await pass(20 * MINUTE)
    expect(late()).toEqual([])
  })

  test('is not spoken of before the log has been read, which may hold the answer', async () => {
    // What the desk says unasked gets lost on the way; only who asks gets an answer.
    const { desk, conversation, late, pass } = await call(here, (exact) => ({
      open: (hello, sink, signal) => exact.open(hello, (frame) => (frame.t === 'hint' ? sink(frame) : undefined), signal),
    }))
    await pass(5 * MINUTE - 2_000)
    desk.record(conversation, 'agent', { kind: 'text', text: 'Hello' }, 'Maya')
    await pass(2 * MINUTE)
    expect(late()).toEqual([])
  })

  test('runs on while the page is away, and is spoken of when it is back', async () => {
    const { environment, chat, chatOn, store, late } = await call(here)
    chat.destroy()
    await environment.advance(30 * MINUTE)
    const again = chatOn(store)
    await vi.waitUntil(async () => {
      await environment.advance(1)
      return late(again).length === 1
    })
  })

  test('does not follow the shopper into a ticket', async () => {
    const { chat, late, pass, until } = await call(here)
    void chat.send({ type: 'defer' })
    await until(() => chat.getSnapshot().status === 'ticket')
    await pass(20 * MINUTE)
    expect(late()).toEqual([])
  })
})

describe('the time that a ticket was given', () => {
  test('is spoken of when it has passed without an answer', async () => {
    const { chat, late, pass } = await call(away)
    const { due } = chat.getSnapshot()
    expect(due).not.toBeNull()
    await pass(86_400_000 - 60_000)
    expect(late()).toEqual([])
    await pass(120_000)
    expect(late()).toEqual([{ kind: 'late', want: 'ticket', until: due, minutes: 0 }])
  })

  test('is kept by an answer', async () => {
    const { desk, conversation, late, pass } = await call(away)
    desk.record(conversation, 'agent', { kind: 'text', text: 'It is on its way.' }, 'Maya')
    await pass(3 * 86_400_000)
    expect(late()).toEqual([])
  })
})
