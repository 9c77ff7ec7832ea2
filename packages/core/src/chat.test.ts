import { describe, expect, test, vi } from 'vitest'
import type { Adapter, Faqs } from './adapter.js'
import { createChat } from './chat.js'
import type { Chat, ChatOptions } from './chat-contract.js'
import type { Store } from './conversation/commit.js'
import { initialState } from './conversation/start.js'
import { toArray } from './conversation/transcript.js'
import { platform } from './environment.js'
import type { Order } from './facts/order.js'
import { storefrontChapters } from './flow/storefront-chapters.js'
import { storefrontFlow } from './flow/storefront-flow.js'
import { createMemoryStore } from './memory-store.js'
import { blankCommit } from './testing/blank-commit.js'

const ORDER: Order = { number: '1042', placed: 0, city: 'Leeds', parcels: [{ reached: { ordered: 1 } }] }
const contact = { mailto: 'help@shop.example' }

const faqs: Faqs = {
  topics: async () => [{ id: 'r', title: 'Returns', articles: [{ id: 'a', title: 'How to return' }] }],
  search: async () => [],
  read: async (id) => (id === 'a' ? { id, title: 'How to return', body: 'Send it back.' } : null),
}

/** A way to a person that never answers. */
const silent: NonNullable<Adapter['tickets']> = { submit: () => new Promise(() => undefined) }

function chatWith(adapter: Adapter, more: Partial<ChatOptions> = {}): Chat {
  return createChat({ site: 'demo', adapter: { contact, ...adapter }, opening: storefrontFlow, flow: storefrontFlow, ...more })
}

/** Waits for a state of the conversation, not for time. */
function until(chat: Chat, holds: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds()) return
      stop()
      resolve()
    }
    const stop = chat.subscribe(look)
    look()
  })
}

const said = (chat: Chat): readonly string[] =>
  toArray(chat.getSnapshot().transcript).map(({ by, content }) => `${by}: ${'text' in content ? content.text : content.kind}`)

const labels = (chat: Chat): readonly string[] => {
  const { prompt } = chat.getSnapshot()
  return prompt && 'options' in prompt ? prompt.options.map((option) => option.label) : []
}

async function tap(chat: Chat, label: string): Promise<void> {
  const { prompt } = chat.getSnapshot()
  const option = prompt && 'options' in prompt ? prompt.options.find((one) => one.label === label) : undefined
  if (!prompt || !option) throw new Error(`no option “${label}” among ${labels(chat).join(', ')}`)
  await chat.send({ type: 'choose', prompt: prompt.id, option: option.id })
}

async function lookUp(chat: Chat): Promise<void> {
  await chat.send({ type: 'start' })
  await tap(chat, 'Order Status')
  await chat.send({
    type: 'submit',
    prompt: chat.getSnapshot().prompt?.id ?? '',
    values: { orderNumber: '1042', email: 'ada@example.com' },
  })
}

describe('a chat', () => {
  test('greets when it is started, and asks nobody anything before', async () => {
    const availability = { get: vi.fn(async () => ({ open: true, wait: null, opens: null, closes: null, reply: null })) }
    const chat = chatWith({ orders: { find: async () => ORDER }, faqs, availability })
    expect(availability.get).not.toHaveBeenCalled()
    await chat.send({ type: 'start' })
    expect(said(chat)).toEqual(['bot: Hi! What can I help you with today?'])
    expect(labels(chat)).toEqual(['Order Status', 'FAQs', 'Talk to an Agent'])
    await until(chat, () => chat.getSnapshot().availability !== null)
    expect(availability.get).toHaveBeenCalledTimes(1)
  })

  test('looks again who is there when it is woken, and never before it was opened', async () => {
    const get = vi.fn(async () => ({ open: false, wait: null, opens: null, closes: null, reply: null }))
    const chat = chatWith({ faqs, availability: { get } })
    chat.wake()
    await chat.send({ type: 'start' })
    await until(chat, () => chat.getSnapshot().availability?.open === false)
    get.mockResolvedValue({ open: true, wait: null, opens: null, closes: null, reply: null } as never)
    chat.wake()
    await until(chat, () => chat.getSnapshot().availability?.open === true)
    expect(get).toHaveBeenCalledTimes(2)
  })

  test('does not ask who is there while it is being asked', async () => {
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => {
      answer = resolve
    })
    const get = vi.fn(async () => {
      await answered
      return { open: true, wait: null, opens: null, closes: null, reply: null }
    })
    const chat = chatWith({ faqs, availability: { get } })
    await chat.send({ type: 'start' })
    chat.wake()
    answer()
    await until(chat, () => chat.getSnapshot().availability !== null)
    expect(get).toHaveBeenCalledTimes(1)
  })

  test('leaves out what the shop cannot do', async () => {
    const chat = chatWith({ faqs })
    await chat.send({ type: 'start' })
    expect(labels(chat)).toEqual(['FAQs', 'Talk to an Agent'])
  })

  test('refuses to be born without a way to a person', () => {
    expect(() => createChat({ site: 'demo', adapter: { faqs }, opening: storefrontFlow, flow: storefrontFlow })).toThrow(
      /way to a person/,
    )
  })

  test('looks an order up and shows what was found', async () => {
    const find = vi.fn(async () => ORDER)
    const chat = chatWith({ orders: { find } })
    await lookUp(chat)
    await until(chat, () => chat.getSnapshot().status === 'bot')
    expect(find.mock.calls[0]?.slice(0, 1)).toEqual([{ number: '1042', email: 'ada@example.com' }])
    expect(said(chat)).toContain('bot: order')
    expect(labels(chat)).toEqual(['Yes', 'No'])
  })

  test.each([
    ['throws', () => Promise.reject(new Error('down'))],
    [
      'throws at once',
      () => {
        throw new Error('down')
      },
    ],
  ])('an adapter that %s costs the shopper one honest sentence', async (_, find) => {
    const chat = chatWith({ orders: { find: find as () => Promise<Order> } })
    await lookUp(chat)
    await until(chat, () => chat.getSnapshot().status === 'bot')
    expect(said(chat).at(-1)).toContain('can’t look up orders')
    expect(labels(chat)[0]).toBe('Talk to a person')
  })

  test('an adapter that answers nonsense has failed, and nobody reads that the order is not there', async () => {
    const chat = chatWith({ orders: { find: async () => ({ number: {}, parcels: 'x' }) as unknown as Order } })
    await lookUp(chat)
    await until(chat, () => chat.getSnapshot().status === 'bot')
    expect(said(chat).at(-1)).toContain('can’t look up orders')
  })

  test('a look-up that takes too long is taken back, and what it finds later is not shown', async () => {
    const timers: (() => void)[] = []
    let answer: (order: Order) => void = () => undefined
    let aborted = false
    const find = (_: unknown, signal: AbortSignal): Promise<Order> => {
      signal.addEventListener('abort', () => {
        aborted = true
      })
      return new Promise((resolve) => {
        answer = resolve
      })
    }
    const asked = vi.fn(find)
    const chat = chatWith(
      { orders: { find: asked } },
      {
        environment: {
          later: (work) => {
            timers.push(work)
            return () => undefined
          },
        },
      },
    )
    await lookUp(chat)
    await vi.waitUntil(() => asked.mock.calls.length === 1)
    for (const fire of timers) fire()
    await until(chat, () => chat.getSnapshot().status === 'bot')
    expect(aborted).toBe(true)
    expect(said(chat).at(-1)).toContain('can’t look up orders')
    const before = chat.getSnapshot()
    answer(ORDER)
    await chat.send({ type: 'choose', prompt: 'none', option: 'none' })
    expect(chat.getSnapshot()).toBe(before)
  })

  test('goes on after a reload where it was, with the look-up asked again', async () => {
    const store = createMemoryStore()
    const never = new Promise<Order>(() => undefined)
    const first = chatWith({ orders: { find: () => never } }, { store })
    await lookUp(first)
    first.destroy()
    const find = vi.fn(async () => ORDER)
    const second = chatWith({ orders: { find } }, { store })
    await until(second, () => labels(second).includes('Yes'))
    expect(find).toHaveBeenCalledTimes(1)
    expect(said(second)[0]).toBe('bot: Hi! What can I help you with today?')
  })

  test('two tabs on one store: the slower one reads what the faster wrote and reduces its own event again', async () => {
    const store = createMemoryStore()
    const [one, two] = [chatWith({ faqs }, { store }), chatWith({ faqs }, { store })]
    await Promise.all([one.send({ type: 'start' }), two.send({ type: 'start' })])
    await one.send({ type: 'say', text: 'flurb' })
    await two.send({ type: 'say', text: 'gnarl' })
    const kept = await store.read()
    expect(
      kept?.entries.filter((entry) => entry.by === 'shopper').map(({ content }) => 'text' in content && content.text),
    ).toEqual(['flurb', 'gnarl'])
    expect(new Set(kept?.entries.map((entry) => entry.id)).size).toBe(kept?.entries.length)
  })

  test('a double tap is one answer', async () => {
    const chat = chatWith({ orders: { find: async () => ORDER }, faqs })
    await chat.send({ type: 'start' })
    await Promise.all([tap(chat, 'Order Status'), tap(chat, 'Order Status')])
    expect(said(chat).filter((line) => line === 'shopper: Order Status')).toHaveLength(1)
  })

  test('a snapshot is the same object until something changes', async () => {
    const chat = chatWith({ faqs })
    await chat.send({ type: 'start' })
    const before = chat.getSnapshot()
    await chat.send({ type: 'choose', prompt: 'stale', option: 'x' })
    expect(chat.getSnapshot()).toBe(before)
  })

  test('with mail and phone only, the way to a person is the contact', async () => {
    const chat = chatWith({ faqs })
    await chat.send({ type: 'start' })
    await chat.send({ type: 'talk-to-agent' })
    expect(chat.getSnapshot()).toMatchObject({ human: 'contact', contact, status: 'bot' })
    expect(said(chat).at(-1)).toContain('by e-mail or phone')
  })

  test('after destroy nothing happens any more', async () => {
    const listener = vi.fn()
    const find = vi.fn(
      (_: unknown, signal: AbortSignal) =>
        new Promise<Order>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')))),
    )
    const chat = chatWith({ orders: { find } })
    await lookUp(chat)
    await vi.waitUntil(() => find.mock.calls.length === 1)
    chat.subscribe(listener)
    chat.destroy()
    await chat.send({ type: 'talk-to-agent' })
    expect(find.mock.calls[0]?.[1].aborted).toBe(true)
    expect(listener).not.toHaveBeenCalled()
  })

  test('what is typed after all was taken away elsewhere begins anew, and is not lost', async () => {
    const store = createMemoryStore()
    const chat = chatWith({ tickets: silent }, { store })
    await chat.send({ type: 'start' })
    await store.erase()
    await chat.send({ type: 'say', text: 'zebra crossing' })
    expect(said(chat)[1]).toBe('shopper: zebra crossing')
    chat.destroy()
  })

  test('the first words go along where the store turns out to hold a conversation that nothing told of', async () => {
    const store = createMemoryStore()
    const before = chatWith({ tickets: silent }, { store })
    await before.send({ type: 'start' })
    await before.send({ type: 'say', text: 'zebra crossing' })
    before.destroy()
    const held = await store.read()
    // As where the page has emptied the place of the mark that tells of it: it is found with the first write.
    let found = false
    const chat = chatWith(
      { tickets: silent },
      {
        store: {
          ...store,
          read: async () => (found ? store.read() : null),
          commit: async (next) => {
            found ||= next.entries.some(({ by }) => by === 'shopper')
            if (!found) return 'done'
            return (await store.commit(next)) === 'done' ? 'done' : 'found'
          },
        },
      },
    )
    await chat.send({ type: 'start' })
    await chat.send({ type: 'say', text: 'pelican crossing' })
    expect(said(chat)).toEqual(expect.arrayContaining(['shopper: zebra crossing', 'shopper: pelican crossing']))
    expect((await store.read())?.owner).toBe(held?.owner)
    chat.destroy()
  })

  test('what comes right after a shutdown is kept', async () => {
    let erase = () => {}
    const memory = createMemoryStore()
    const slow = new Promise<void>((resolve) => {
      erase = resolve
    })
    const store: Store = { ...memory, erase: () => slow.then(memory.erase) }
    const chat = chatWith({ tickets: silent }, { store })
    await chat.send({ type: 'start' })
    const left = chat.shutdown()
    const begun = chat.send({ type: 'start' })
    erase()
    await Promise.all([left, begun])
    expect((await store.read())?.entries).toHaveLength(1)
    chat.destroy()
  })

  test('what was meant for whoever left is not the next one’s', async () => {
    const chat = chatWith({ tickets: silent })
    await chat.send({ type: 'start' })
    const typed = chat.send({ type: 'say', text: 'my secret' })
    await Promise.all([typed, chat.shutdown()])
    expect(said(chat)).toEqual([])
    chat.destroy()
  })

  test('what was being written while its shopper left in another tab is not the next one’s', async () => {
    const store = createMemoryStore()
    const chat = chatWith({ tickets: silent }, { store })
    await chat.send({ type: 'start' })
    await chat.send({ type: 'say', text: 'zebra crossing' })
    const typed = chat.send({ type: 'say', text: 'my secret' })
    await store.erase()
    await store.commit({ ...blankCommit(platform), rev: 1 })
    await typed
    expect(said(chat)).toEqual([])
    expect((await store.read())?.entries).toEqual([])
    chat.destroy()
  })

  test('a tab that begins at the same time as another goes on with the story of the first', async () => {
    const store = createMemoryStore()
    const [chat, other] = [chatWith({ tickets: silent }, { store }), chatWith({ tickets: silent }, { store })]
    await Promise.all([chat.send({ type: 'start' }), other.send({ type: 'say', text: 'zebra crossing' })])
    expect(said(other)).toContain('shopper: zebra crossing')
    chat.destroy()
    other.destroy()
  })

  test.each(['say', 'start'] as const)(
    'what still waits for a part when its shopper leaves is not the next one’s: %s',
    async (type) => {
      const store = createMemoryStore()
      let arrive: () => void = () => undefined
      const arrived = new Promise<void>((resolve) => {
        arrive = resolve
      })
      let asked = false
      const flow = async () => {
        asked = true
        await arrived
        return storefrontFlow
      }
      const chat = chatWith({ faqs }, { store, flow })
      await chat.send({ type: 'start' })
      const typed = chat.send(type === 'say' ? { type, text: 'mine alone: 4111 1111 1111 1111' } : { type, step: 'faq-ask' })
      await vi.waitUntil(() => asked)
      const left = chat.shutdown()
      arrive()
      await Promise.all([typed, left])
      expect(said(chat)).toEqual([])
      expect(await store.read()).toBeNull()
      await chat.send({ type: 'start' })
      expect(chat.getSnapshot().hidden).toBeNull()
    },
  )

  test.each(['read', 'commit'] as const)(
    'hears of other tabs, and of its shopper, where the first %s has failed',
    async (first) => {
      const kept = createMemoryStore()
      const store: Store = { ...kept }
      store[first] = async () => {
        store[first] = kept[first] as never
        throw new Error('the store is away')
      }
      const chat = chatWith({ faqs }, { store, began: { id: 'first', at: 1 } })
      await kept.commit({
        ...blankCommit(platform),
        rev: 1,
        state: { ...initialState(storefrontFlow), phase: 'handed', conversation: 'c' },
      })
      chat.wake()
      await until(chat, () => chat.getSnapshot().status === 'sending')
    },
  )

  test('shutdown forgets everything: story, secret and store', async () => {
    const store = createMemoryStore()
    const chat = chatWith({ faqs }, { store })
    await chat.send({ type: 'start' })
    const owner = (await store.read())?.owner
    await chat.shutdown()
    expect(await store.read()).toBeNull()
    expect(chat.getSnapshot()).toMatchObject({ status: 'idle', transcript: { length: 0 } })
    await chat.send({ type: 'start' })
    expect((await store.read())?.owner).not.toBe(owner)
  })

  test('a store that has been emptied by somebody else is no end of the conversation', async () => {
    const store: Store = createMemoryStore()
    const chat = chatWith({ faqs }, { store })
    await chat.send({ type: 'start' })
    await store.erase()
    await chat.send({ type: 'start' })
    await chat.send({ type: 'start' })
    expect(labels(chat)).toEqual(['FAQs', 'Talk to an Agent'])
  })
})

describe('a flow that does not load at once', () => {
  const soon = (work: () => void): (() => void) => {
    queueMicrotask(work)
    return () => undefined
  }

  test('is asked for again, and what the shopper said meanwhile is answered in order', async () => {
    const flow = vi
      .fn()
      .mockRejectedValueOnce(new Error('blocked'))
      .mockRejectedValueOnce(new Error('blocked'))
      .mockResolvedValue(storefrontFlow)
    const chat = chatWith({ faqs }, { flow, environment: { later: soon } })
    await chat.send({ type: 'start' })
    await Promise.all([chat.send({ type: 'say', text: 'flurb' }), chat.send({ type: 'say', text: 'hello' })])
    expect(flow).toHaveBeenCalledTimes(3)
    expect(said(chat).filter((line) => line.startsWith('shopper'))).toEqual(['shopper: flurb', 'shopper: hello'])
  })

  /** What failed is tried again at once; a look-up has all the time it needs. */
  const retrySoon = (work: () => void, ms: number): (() => void) => (ms < 10_000 ? soon(work) : () => undefined)

  test('and whose chapters come when they are reached tells the same story as the whole', async () => {
    const tell = async (flow: ChatOptions['flow']): Promise<readonly string[]> => {
      const chat = chatWith({ orders: { find: async () => ORDER }, tickets: silent }, { flow, environment: { later: retrySoon } })
      await lookUp(chat)
      await until(chat, () => chat.getSnapshot().status === 'bot')
      await tap(chat, 'No')
      expect(chat.getSnapshot().prompt?.kind).toBe('review')
      const story = said(chat)
      chat.destroy()
      return story
    }
    const blocked = vi.fn().mockRejectedValueOnce(new Error('blocked'))
    const order = blocked.mockImplementation(storefrontChapters.chapters?.['order'] ?? (() => Promise.reject(new Error('none'))))
    const inChapters = await tell({ ...storefrontChapters, chapters: { ...storefrontChapters.chapters, order } })
    expect(inChapters).toEqual(await tell(storefrontFlow))
    expect(order).toHaveBeenCalledTimes(2)
  })
})

test('a danger in the summary that the shopper wrote is with the person who is called', async () => {
  const submit = vi.fn(silent.submit)
  const chat = chatWith({ tickets: { submit } })
  await chat.send({ type: 'start' })
  await chat.send({ type: 'talk-to-agent' })
  const prompt = chat.getSnapshot().prompt?.id ?? ''
  const values = { email: 'ada@example.com', summary: 'The kettle caught fire' }
  await chat.send({ type: 'submit', prompt, values })
  await vi.waitFor(() => expect(submit).toHaveBeenCalled())
  expect(submit.mock.calls[0]?.[0]).toMatchObject({ packet: { priority: 'urgent', reason: { code: 'safety' } } })
  chat.destroy()
})
