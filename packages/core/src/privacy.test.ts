import { expect, test, vi } from 'vitest'
import { createChat } from './chat.js'
import type { Chat } from './chat-contract.js'
import { toArray } from './conversation/transcript.js'
import { createMemoryDesk } from './desk/memory-desk.js'
import { platform } from './environment.js'
import type { Flow } from './flow/flow.js'
import { storefrontFlow } from './flow/storefront-flow.js'
import { createMemoryStore } from './memory-store.js'

const CARD = '4242 4242 4242 4242'
const IBAN = 'DE89 3704 0044 0532 0130 00'

function counter(flow: Flow = storefrontFlow) {
  const desk = createMemoryDesk(platform)
  const store = createMemoryStore()
  const adapter = { desk, contact: { mailto: 'help@shop.example' }, orders: { find: async () => null } }
  const chat = createChat({ site: 'demo', adapter, opening: flow, flow, store })
  return { desk, chat, kept: async () => JSON.stringify(await store.read()) }
}

const said = (chat: Chat): readonly string[] =>
  toArray(chat.getSnapshot().transcript).map(({ by, content }) => `${by}: ${'text' in content ? content.text : content.kind}`)

const fill = (chat: Chat, values: Readonly<Record<string, string>>): Promise<void> =>
  chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values })

const tap = (chat: Chat, option: string): Promise<void> =>
  chat.send({ type: 'choose', prompt: chat.getSnapshot().prompt?.id ?? '', option })

async function packetAt(desk: ReturnType<typeof createMemoryDesk>) {
  const opened = () => desk.conversations()[0]?.records.find(({ fact }) => fact.kind === 'opened')?.fact
  await vi.waitUntil(() => opened() !== undefined)
  const fact = opened()
  if (fact?.kind !== 'opened') throw new Error('nothing was opened')
  return fact.packet
}

test('J03: a card number is hidden from story, store and packet, which says how many were', async () => {
  const { chat, desk, kept } = counter()
  await chat.send({ type: 'start' })
  await chat.send({ type: 'say', text: `please charge ${CARD}, cvv 123` })
  expect(said(chat)).toContain('shopper: please charge •••• 4242, cvv •••')
  expect(chat.getSnapshot().hidden).toEqual(['card', 'cvv'])

  await chat.send({ type: 'talk-to-agent' })
  await fill(chat, { email: 'ada@example.com', summary: `My card ${CARD} was charged` })
  const packet = await packetAt(desk)
  expect(packet.redactions).toBe(3)
  expect(packet.summary).toBe('My card •••• 4242 was charged')
  expect(JSON.stringify(packet) + (await kept())).not.toContain(CARD)
  chat.destroy()
})

test('J03: a message to a person is hidden before it leaves, and the shopper can show it anyway', async () => {
  const { chat, desk } = counter()
  await chat.send({ type: 'start' })
  await chat.send({ type: 'talk-to-agent' })
  await fill(chat, { email: 'ada@example.com' })
  await packetAt(desk)
  await chat.send({ type: 'say', text: `it is ${CARD}` })
  const lines = () => JSON.stringify(desk.conversations()[0]?.records.map(({ fact }) => fact))
  await vi.waitUntil(() => lines().includes('•••• 4242'))
  expect(lines()).not.toContain(CARD)

  await chat.send({ type: 'show-hidden' })
  await vi.waitUntil(() => lines().includes(CARD))
  expect(chat.getSnapshot().hidden).toBeNull()
  // Once is enough.
  await chat.send({ type: 'show-hidden' })
  expect(said(chat).filter((line) => line.includes(CARD))).toHaveLength(1)
  chat.destroy()
})

test('what is shown anyway goes into the story, and the bot makes nothing of it', async () => {
  const { chat } = counter()
  await chat.send({ type: 'start' })
  await chat.send({ type: 'say', text: `hello ${CARD}` })
  const before = chat.getSnapshot()
  await chat.send({ type: 'show-hidden' })
  expect(said(chat).slice(before.transcript.length)).toEqual([`shopper: hello ${CARD}`])
  expect(chat.getSnapshot().prompt).toBe(before.prompt)
  // The next text is another matter.
  await chat.send({ type: 'say', text: CARD })
  await chat.send({ type: 'say', text: 'hello' })
  expect(chat.getSnapshot().hidden).toBeNull()
  await chat.shutdown()
  chat.destroy()
})

test('J03: a form is looked at too, and the shop’s own order numbers are left alone', async () => {
  const orderNumber = { type: 'order-number', label: 'Order', masks: ['4###############'] } as const
  const flow: Flow = { ...storefrontFlow, fields: { ...storefrontFlow.fields, orderNumber } }
  const { chat, kept } = counter(flow)
  await chat.send({ type: 'start' })
  await tap(chat, 'order')
  await fill(chat, { orderNumber: '4242 4242 4242 4242', email: `ada@example.com my iban is ${IBAN}` })
  expect(chat.getSnapshot().hidden).toEqual(['iban'])
  expect(await kept()).not.toContain('3704')
  await fill(chat, { orderNumber: '4242 4242 4242 4242', email: 'ada@example.com' })
  expect(said(chat)).toContain('shopper: 4242424242424242 · ada@example.com')
  chat.destroy()
})

const refund: Flow = {
  ...storefrontFlow,
  greeting: { type: 'choose', text: 'Hi', options: [{ id: 'go', label: 'Refund', next: 'refund' }] },
  steps: {
    ...storefrontFlow.steps,
    refund: { type: 'ask', fields: ['iban'], submit: 'Send', retries: 1, next: 'person', onFail: 'person' },
  },
  fields: { ...storefrontFlow.fields, iban: { type: 'text', label: 'IBAN', sensitive: true } },
}

test('a sensitive answer is in the packet until it is delivered, and nowhere else', async () => {
  const { chat, desk, kept } = counter(refund)
  await chat.send({ type: 'start' })
  await tap(chat, 'go')
  await fill(chat, { iban: IBAN })
  expect(chat.getSnapshot().hidden).toBeNull()
  expect(said(chat)).toContain('shopper: •••')
  expect(await kept()).not.toContain(IBAN)
  await fill(chat, { email: 'ada@example.com' })
  const packet = await packetAt(desk)
  expect(packet.facts['iban']).toMatchObject({ value: IBAN, sensitive: true })
  expect(JSON.stringify(packet.story)).not.toContain(IBAN)
  await vi.waitUntil(() => chat.getSnapshot().status === 'queued')
  await vi.waitUntil(async () => !(await kept()).includes(IBAN))
  expect(await kept()).toContain('"opened"')
  chat.destroy()
})

test('what was hidden of a sensitive answer cannot be shown anyway', async () => {
  const { chat, kept } = counter(refund)
  await chat.send({ type: 'start' })
  await tap(chat, 'go')
  await fill(chat, { iban: `${IBAN} or ${CARD}` })
  expect(chat.getSnapshot().hidden).toContain('card')
  const before = said(chat)
  await chat.send({ type: 'show-hidden' })
  expect(said(chat)).toEqual(before)
  expect(await kept()).not.toContain('3704')
  chat.destroy()
})

test('another tab, which has not the answer to a sensitive field, asks for it before a person is called', async () => {
  const desk = createMemoryDesk(platform)
  const store = createMemoryStore()
  const options = { site: 'demo', adapter: { desk }, opening: refund, flow: refund, store }
  const [first, second] = [createChat(options), createChat(options)]
  await first.send({ type: 'start' })
  await tap(first, 'go')
  await fill(first, { iban: IBAN })
  second.wake()
  await vi.waitUntil(() => second.getSnapshot().prompt?.kind === 'review')
  await fill(second, { email: 'ada@example.com' })
  await vi.waitUntil(() => JSON.stringify(second.getSnapshot().prompt).includes('"iban"'))
  expect(desk.conversations()).toEqual([])
  await fill(second, { email: 'ada@example.com', iban: IBAN })
  expect((await packetAt(desk)).facts['iban']).toMatchObject({ value: IBAN, sensitive: true })
  first.destroy()
  second.destroy()
})
