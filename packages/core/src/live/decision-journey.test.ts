import { afterEach, expect, test, vi } from 'vitest'
import { createChat } from '../chat.js'
import type { Chat } from '../chat-contract.js'
import type { Content } from '../conversation/entry.js'
import { toArray } from '../conversation/transcript.js'
import { createMemoryDesk } from '../desk/memory-desk.js'
import { composeFlow } from '../flow/compose-flow.js'
import { returns } from '../flow/modules/returns.js'
import { createMemoryStore } from '../memory-store.js'
import { createFakeEnvironment } from '../testing/fake-environment.js'

const flow = composeFlow({ id: 'shop', version: 1, modules: [returns] })
const chats: Chat[] = []
afterEach(() => {
  for (const chat of chats.splice(0)) chat.destroy()
})

test('the bot prepares a return, a person decides it, and the shopper reads it, also after a reload, and can answer', async () => {
  const environment = createFakeEnvironment()
  const desk = createMemoryDesk(environment)
  const store = createMemoryStore()
  const begin = () => {
    const chat = createChat({ site: 'shop', adapter: { desk }, opening: flow, flow, store, environment })
    chats.push(chat)
    return chat
  }
  const decisionsIn = (chat: Chat) =>
    toArray(chat.getSnapshot().transcript).flatMap(
      ({ content, by, name }): (Content & { by: string; name?: string | undefined })[] =>
        content.kind === 'decided' ? [{ ...content, by, name }] : [],
    )
  const promptOf = async (chat: Chat, kind: string) => {
    await vi.waitUntil(() => chat.getSnapshot().prompt?.kind === kind, { interval: 1 })
    return chat.getSnapshot().prompt
  }

  const chat = begin()
  await chat.send({ type: 'start' })
  await chat.send({ type: 'choose', prompt: (await promptOf(chat, 'choice'))?.id ?? '', option: 'return' })
  await chat.send({ type: 'choose', prompt: (await promptOf(chat, 'form'))?.id ?? '', option: 'no-number' })
  const asked = await promptOf(chat, 'form')
  const fields = asked?.kind === 'form' ? asked.fields : []
  const values = Object.fromEntries(fields.map(({ name, options }) => [name, options?.[0]?.id ?? 'The teapot']))
  await chat.send({ type: 'submit', prompt: asked?.id ?? '', values })
  const review = await promptOf(chat, 'review')
  await chat.send({ type: 'submit', prompt: review?.id ?? '', values: { email: 'ada@example.com' } })
  await vi.waitUntil(() => chat.getSnapshot().status === 'queued', { interval: 1 })

  const [conversation] = desk.conversations()
  const opened = conversation?.records[0]?.fact
  expect(opened?.kind === 'opened' && opened.packet.reason.request).toBe('return')
  const decision = {
    request: 'return',
    outcome: 'refund',
    note: 'Keep the lid.',
    amount: { value: 12.5, currency: 'GBP' },
  } as const
  desk.record(conversation?.id ?? '', 'agent', { kind: 'decided', ...decision }, 'Maya')
  await vi.waitUntil(() => decisionsIn(chat).length === 1, { interval: 1 })
  expect(decisionsIn(chat)).toEqual([{ kind: 'decided', ...decision, by: 'agent', name: 'Maya' }])
  expect(chat.getSnapshot().unread).toBe(1)

  chat.destroy()
  const again = begin()
  await vi.waitUntil(() => decisionsIn(again).length === 1, { interval: 1 })
  await again.send({ type: 'say', text: 'Thank you' })
  await vi.waitUntil(
    () => desk.conversations()[0]?.records.some(({ fact }) => fact.kind === 'text' && fact.text === 'Thank you'),
    {
      interval: 1,
    },
  )
})
