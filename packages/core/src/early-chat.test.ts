import { expect, test, vi } from 'vitest'
import { createChat } from './chat.js'
import { toArray } from './conversation/transcript.js'
import { type Began, createEarlyChat } from './early-chat.js'
import { storefrontFlow } from './flow/storefront-flow.js'
import { createMemoryStore } from './memory-store.js'

const contact = { mailto: 'help@shop.example' }
const faqs = { topics: async () => [], search: async () => [], read: async () => null }

function early(store = createMemoryStore(), now = Date.now) {
  const timers: (() => void)[] = []
  const environment = {
    now,
    later(work: () => void) {
      timers.push(work)
      return () => undefined
    },
  }
  const load = vi.fn(
    async () => (began: Began | null) =>
      createChat({ site: 'demo', adapter: { contact, faqs }, opening: storefrontFlow, flow: storefrontFlow, store, began }),
  )
  const chat = createEarlyChat({ opening: storefrontFlow, has: new Set(['faqs']), contact, environment, load })
  return { chat, load, timers, store }
}

const lines = (chat: { getSnapshot: ReturnType<typeof early>['chat']['getSnapshot'] }) => toArray(chat.getSnapshot().transcript)

test('greets without loading anything, and loads after the first frames', async () => {
  const { chat, load, timers } = early()
  await chat.send({ type: 'start' })
  expect(lines(chat)).toMatchObject([{ by: 'bot', content: { text: 'Hi! What can I help you with today?' } }])
  expect(chat.getSnapshot().prompt).toMatchObject({ options: [{ label: 'FAQs' }, { label: 'Talk to an Agent' }] })
  expect(load).not.toHaveBeenCalled()
  for (const fire of timers.splice(0)) fire()
  expect(load).toHaveBeenCalledTimes(1)
})

test('a greeting can be drawn before anybody has begun: nothing is said, loaded or waited for', async () => {
  const { chat, load, timers } = early()
  // A field without a greeting would be one that goes away when an earlier conversation comes.
  expect(chat.getSnapshot().composer).toBe(false)
  chat.prepare()
  expect(lines(chat)).toMatchObject([{ by: 'bot', content: { text: 'Hi! What can I help you with today?' } }])
  expect(chat.getSnapshot()).toMatchObject({ status: 'idle', composer: true, prompt: { kind: 'choice' } })
  expect([load.mock.calls.length, timers.length]).toEqual([0, 0])
})

test('what was drawn of a prepared greeting stays when it is said, at the time at which it is said', async () => {
  const clock = { now: 1_000 }
  const { chat } = early(undefined, () => clock.now)
  chat.prepare()
  const [drawn] = lines(chat)
  const { prompt } = chat.getSnapshot()
  clock.now = 61_000
  await chat.send({ type: 'start' })
  expect(chat.getSnapshot().status).toBe('bot')
  expect(lines(chat)).toEqual([{ ...drawn, at: 61_000 }])
  expect(chat.getSnapshot().prompt).toEqual(prompt)
})

test('a prepared greeting takes nothing away from a conversation that has begun, and stands in the way of none that goes on', async () => {
  const { chat } = early()
  await chat.send({ type: 'start' })
  const begun = chat.getSnapshot()
  chat.prepare()
  expect(chat.getSnapshot()).toBe(begun)

  const { chat: kept, store } = early()
  await kept.send({ type: 'start' })
  await kept.send({ type: 'say', text: 'flurb' })
  kept.destroy()
  const { chat: next } = early(store)
  next.prepare()
  const seen: number[] = []
  next.subscribe(() => seen.push(lines(next).length))
  const whole = next.complete()
  expect(seen).toEqual([0])
  next.prepare()
  expect(lines(next)).toEqual([])
  await whole
  await vi.waitUntil(() => lines(next).length > 1)
  expect(lines(next)[1]).toMatchObject({ content: { text: 'flurb' } })
})

test('the real chat begins with the very greeting that was shown, and a tap on it counts', async () => {
  const { chat, load } = early()
  await chat.send({ type: 'start' })
  const shown = lines(chat)
  const prompt = chat.getSnapshot().prompt
  await chat.send({ type: 'choose', prompt: prompt?.id ?? '', option: 'faqs' })
  expect(load).toHaveBeenCalledTimes(1)
  expect(lines(chat)[0]).toEqual(shown[0])
  expect(lines(chat)[1]).toMatchObject({ by: 'shopper', content: { text: 'FAQs' } })
})

test('what was kept from before wins over a new greeting', async () => {
  const { chat: first, store } = early()
  await first.send({ type: 'start' })
  await first.send({ type: 'say', text: 'flurb' })
  first.destroy()
  const { chat, timers } = early(store)
  await chat.send({ type: 'start' })
  for (const fire of timers.splice(0)) fire()
  await vi.waitUntil(() => lines(chat).length > 1)
  expect(lines(chat)[1]).toMatchObject({ content: { text: 'flurb' } })
})

test('a chat that does not load is asked for again, and what was said meanwhile is not lost', async () => {
  const { chat, load, timers } = early()
  load.mockRejectedValueOnce(new Error('blocked'))
  await chat.send({ type: 'start' })
  const said = chat.send({ type: 'say', text: 'flurb' })
  await vi.waitUntil(() => {
    for (const fire of timers.splice(0)) fire()
    return load.mock.calls.length === 2
  })
  await said
  expect(lines(chat).some(({ content }) => 'text' in content && content.text === 'flurb')).toBe(true)
})

test('a mistake in what was loaded is no failed download: it is told once and not tried again', async () => {
  const { chat, load, timers } = early()
  load.mockImplementation(async () => () => {
    throw new TypeError('adapter.desk.opn is not a function')
  })
  await expect(chat.send({ type: 'say', text: 'flurb' })).rejects.toThrow('is not a function')
  for (const fire of timers.splice(0)) fire()
  expect(load).toHaveBeenCalledTimes(1)
})

test('after destroy nothing is loaded and nobody is told', async () => {
  const { chat, load, timers } = early()
  const listener = vi.fn()
  await chat.send({ type: 'start' })
  chat.subscribe(listener)
  chat.destroy()
  for (const fire of timers.splice(0)) fire()
  void chat.send({ type: 'say', text: 'flurb' })
  expect(load).not.toHaveBeenCalled()
  expect(listener).not.toHaveBeenCalled()
})

test('whoever leaves while the rest is on its way is forgotten at once, and by the rest when it comes', async () => {
  const { chat, load, store } = early()
  await chat.send({ type: 'start' })
  let arrive: () => void = () => undefined
  const real = load.getMockImplementation()
  load.mockImplementationOnce(async () => {
    await new Promise<void>((resolve) => {
      arrive = resolve
    })
    if (!real) throw new Error('no chat')
    return real()
  })
  void chat.send({ type: 'say', text: 'a secret' })
  await chat.shutdown()
  expect(chat.getSnapshot()).toMatchObject({ status: 'idle', transcript: { length: 0 } })
  arrive()
  await vi.waitUntil(() => load.mock.results.length === 1)
  await load.mock.results[0]?.value
  await vi.waitUntil(async () => !JSON.stringify(await store.read()).includes('a secret'))
})

test('an untouched chat that is shut down loads nothing', async () => {
  const { chat, load } = early()
  await chat.shutdown()
  expect(load).not.toHaveBeenCalled()
})

test('an opening that was taken up begins the conversation where it leads, and waits for the whole chat', async () => {
  const { chat, load } = early()
  await chat.send({ type: 'start', step: 'menu', say: 'A question about shipping?' })
  expect(load).toHaveBeenCalledTimes(1)
  expect(lines(chat)).toMatchObject([{ by: 'bot', content: { text: 'A question about shipping?' } }])
  expect(chat.getSnapshot().prompt).toMatchObject({ look: 'rows', options: [{ label: 'FAQs' }, { label: 'Talk to an Agent' }] })
})

test('a greeting is over once somebody has answered it: whoever leaves elsewhere leaves nothing of it here', async () => {
  const { chat, store } = early()
  await chat.send({ type: 'start' })
  await chat.send({ type: 'choose', prompt: chat.getSnapshot().prompt?.id ?? '', option: 'faqs' })
  await store.erase()
  chat.wake()
  await vi.waitUntil(() => chat.getSnapshot().status === 'idle')
  expect(lines(chat)).toEqual([])
})
