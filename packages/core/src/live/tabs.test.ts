import { afterEach, describe, expect, test } from 'vitest'
import type { Desk } from '../adapter.js'
import { createChat } from '../chat.js'
import type { Chat } from '../chat-contract.js'
import type { Commit, Store } from '../conversation/commit.js'
import { toArray } from '../conversation/transcript.js'
import type { Command, Hello } from '../delivery/protocol.js'
import { rejoin } from '../delivery/rejoin.js'
import { createMemoryDesk } from '../desk/memory-desk.js'
import { storefrontFlow } from '../flow/storefront-flow.js'
import { createMemoryStore } from '../memory-store.js'
import { createFakeEnvironment } from '../testing/fake-environment.js'
import { createFakeDevice, type FakeTab } from '../testing/fake-tabs.js'

/** A shopper's device with any number of tabs, and the shop's desk. */
function createCounter({ locks = true } = {}) {
  const environment = createFakeEnvironment()
  const desk = createMemoryDesk(environment)
  const device = createFakeDevice(queueMicrotask, locks)
  const kept = createMemoryStore()
  const store: Store = { ...kept, level: 'durable' }
  const hellos: Hello[] = []
  const submitted: Command[] = []
  const chats: Chat[] = []
  const wires = new Set<Hello>()
  const watched: Desk = {
    ...desk,
    open(hello, sink, signal) {
      hellos.push(hello)
      wires.add(hello)
      signal.addEventListener('abort', () => wires.delete(hello))
      return desk.open(hello, sink, signal)
    },
    submit(command, sender, signal) {
      submitted.push(command)
      return desk.submit(command, sender, signal)
    },
  }
  return {
    environment,
    desk,
    device,
    hellos,
    submitted,
    wires,
    store,
    chats,
    open(more: { store?: Store; desk?: Partial<Desk>; visible?: () => boolean } = {}): { chat: Chat; tab: FakeTab } {
      const tab = device.open()
      const chat = createChat({
        site: 'shop',
        adapter: { desk: { ...watched, ...more.desk } },
        opening: storefrontFlow,
        flow: storefrontFlow,
        store: more.store ?? store,
        tabs: tab,
        environment,
        visible: more.visible ?? (() => true),
      })
      chats.push(chat)
      return { chat, tab }
    },
    /** Lets time pass, a little at a time, until it is so; nothing of this takes longer than five minutes. */
    async until(so: () => boolean, most = 300_000) {
      for (let passed = 0; !so() && passed <= most; passed += 100) {
        await environment.advance(100)
        // Parts of the program are fetched, which no clock of ours knows of.
        await new Promise(setImmediate)
      }
      expect(so()).toBe(true)
    },
  }
}

/** One database, and for each tab what is its own while the database takes too long: after that it is left alone for half a minute. */
function createDatabase({ now }: { now(): number }): (isSlow: () => boolean) => Store {
  let held: Commit | null = null
  const rev = (commit: Commit | null) => commit?.rev ?? 0
  return (isSlow) => {
    let memory: Commit | null = null
    let durable = 0
    let nextTry = Number.NEGATIVE_INFINITY
    let level: Store['level'] = 'durable'
    const isAhead = () => rev(memory) > durable
    const isBehind = () => isAhead() && rev(held) === durable
    const answers = () => {
      if (now() < nextTry) return false
      level = isSlow() ? 'memory' : 'durable'
      if (level === 'memory') nextTry = now() + 30_000
      return level === 'durable'
    }
    return {
      get level() {
        return level
      },
      async read() {
        if (!answers() || isBehind() || (rev(held) === rev(memory) && !isAhead())) return memory
        const joined = held && memory && isAhead() ? rejoin(held, memory) : held
        durable = rev(held)
        memory = joined
        return memory
      },
      async commit(next) {
        const isKept = answers()
        const before = isKept && !isBehind() ? held : memory
        if ((isKept && isAhead() && !isBehind()) || rev(before) !== next.rev - 1) return 'lost'
        memory = next
        if (isKept) {
          held = next
          durable = next.rev
        }
        return 'done'
      },
      async erase() {
        held = null
        memory = null
      },
    }
  }
}

type Counter = ReturnType<typeof createCounter>
const counters: Counter[] = []
function setUp(options?: { locks: boolean }): Counter {
  const counter = createCounter(options)
  counters.push(counter)
  return counter
}
afterEach(async () => {
  for (const { chats, environment } of counters.splice(0)) {
    for (const chat of chats) chat.destroy()
    await environment.settle()
    expect(environment.timers()).toBe(0)
  }
})

const textsOf = (chat: Chat) =>
  toArray(chat.getSnapshot().transcript).flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []))
const said = ({ desk }: Counter) =>
  desk.conversations().map(({ records }) => records.flatMap(({ fact }) => (fact.kind === 'text' ? [fact.text] : [])))

async function callPerson(counter: Counter, chat: Chat): Promise<string> {
  await chat.send({ type: 'start' })
  await chat.send({ type: 'talk-to-agent' })
  await chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values: { email: 'ada@example.com' } })
  await counter.until(() => chat.getSnapshot().status === 'queued')
  return counter.desk.conversations()[0]?.id ?? ''
}

describe('two tabs', () => {
  test('show each other’s lines at once, and have one wire between them', async () => {
    const counter = setUp()
    const one = counter.open()
    const conversation = await callPerson(counter, one.chat)
    const other = counter.open()
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'up')
    await other.chat.send({ type: 'say', text: 'from the other tab' })
    await counter.until(() => textsOf(one.chat).includes('from the other tab'), 200)
    counter.desk.record(conversation, 'agent', { kind: 'text', text: 'from the shop' }, 'Maya')
    await counter.until(() => textsOf(other.chat).includes('from the shop'), 200)
    expect(counter.hellos).toHaveLength(1)
    expect(said(counter)).toEqual([['from the other tab', 'from the shop']])
    expect(Object.values(other.chat.getSnapshot().marks)).toEqual(['sent', 'sent'])
  })

  test('tell the bot’s story before anybody is called', async () => {
    const counter = setUp()
    const [one, other] = [counter.open(), counter.open()]
    await one.chat.send({ type: 'start' })
    await one.chat.send({ type: 'say', text: 'hello' })
    await counter.until(() => textsOf(other.chat).includes('hello'), 200)
    expect(other.chat.getSnapshot().prompt).toEqual(one.chat.getSnapshot().prompt)
    expect(counter.hellos).toEqual([])
  })

  test('show the same place in line and the same person typing, and a person sees who types in either', async () => {
    const counter = setUp()
    const one = counter.open()
    const conversation = await callPerson(counter, one.chat)
    const other = counter.open()
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'up')
    counter.desk.whisper({ type: 'queue', conversation, position: 3, wait: null })
    await counter.until(() => other.chat.getSnapshot().queue?.position === 3, 200)
    const hints: unknown[] = []
    const end = counter.desk.watch((news) => news.type === 'hinted' && hints.push(news.hint))
    other.chat.typing()
    await counter.until(() => hints.length > 0, 200)
    expect(hints).toEqual([{ type: 'typing', conversation, by: 'shopper' }])
    end()
  })

  test('keep in mind what a person has read when the other takes over, and of a new conversation think nothing read', async () => {
    const counter = setUp()
    const one = counter.open()
    const conversation = await callPerson(counter, one.chat)
    const other = counter.open()
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'up')
    await other.chat.send({ type: 'say', text: 'hello' })
    const marks = () => Object.values(other.chat.getSnapshot().marks)
    await counter.until(() => marks().at(-1) === 'sent')
    counter.desk.whisper({ type: 'read', conversation, by: 'agent', seq: 99 })
    await counter.until(() => marks().at(-1) === 'read')
    const seen = new Set<string>()
    other.chat.subscribe(() => seen.add(marks().at(-1) ?? 'none'))
    one.chat.destroy()
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'up' && counter.hellos.length === 2)
    expect([...seen]).toEqual(['read'])
    await other.chat.send({ type: 'close' })
    await counter.until(() => other.chat.getSnapshot().status === 'closed')
    await callPerson(counter, other.chat)
    await other.chat.send({ type: 'say', text: 'again' })
    await counter.until(() => other.chat.getSnapshot().delivery.waiting === 0)
    expect(new Set(marks())).toEqual(new Set(['sent']))
  })

  test('send a failed line again once, if both are asked to', async () => {
    const counter = setUp()
    const { desk } = counter
    let refuses = true
    const picky: Partial<Desk> = {
      submit: async (command, sender, signal) =>
        refuses && command.op === 'message'
          ? { t: 'rejected', cmid: command.cmid, code: 'blocked' }
          : desk.submit(command, sender, signal),
    }
    const one = counter.open({ desk: picky })
    await callPerson(counter, one.chat)
    const other = counter.open({ desk: picky })
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'up')
    await one.chat.send({ type: 'say', text: 'only once' })
    const failed = () => Object.entries(other.chat.getSnapshot().marks).find(([, mark]) => mark === 'failed')?.[0]
    await counter.until(() => failed() !== undefined)
    const line = failed() ?? ''
    refuses = false
    await Promise.all([one.chat.retry(line), other.chat.retry(line)])
    await counter.until(() => said(counter).flat().length > 0)
    await counter.environment.advance(20_000)
    expect(said(counter)).toEqual([['only once']])
    expect(Object.values(other.chat.getSnapshot().marks)).toEqual(['sent', 'sent'])
  })

  test('forget the shopper together', async () => {
    const counter = setUp()
    const one = counter.open()
    await callPerson(counter, one.chat)
    const other = counter.open()
    await counter.until(() => other.chat.getSnapshot().status === 'queued')
    await other.chat.shutdown()
    await counter.until(() => one.chat.getSnapshot().status === 'idle', 200)
    expect(one.chat.getSnapshot().transcript.length).toBe(0)
    expect(counter.wires.size).toBe(0)
    const owners = new Set(counter.hellos.map(({ sender }) => sender.owner))
    await one.chat.send({ type: 'start' })
    await one.chat.send({ type: 'say', text: 'somebody else' })
    await counter.until(() => textsOf(other.chat).includes('somebody else'), 200)
    expect(textsOf(other.chat)).not.toContain('ada@example.com')
    expect(owners.size).toBe(1)
  })

  test('leave what was started after a logout to whoever started it', async () => {
    const counter = setUp()
    const [one, other] = [counter.open(), counter.open()]
    await callPerson(counter, one.chat)
    const [first] = counter.desk.conversations()
    await one.chat.shutdown()
    await one.chat.send({ type: 'start' })
    await one.chat.send({ type: 'talk-to-agent' })
    await one.chat.send({ type: 'submit', prompt: one.chat.getSnapshot().prompt?.id ?? '', values: { email: 'bob@example.com' } })
    await counter.until(() => other.chat.getSnapshot().status === 'queued')
    await other.chat.send({ type: 'say', text: 'this is Bob' })
    await counter.until(() => said(counter).flat().includes('this is Bob'))
    expect(counter.desk.conversations()).toHaveLength(2)
    expect(counter.desk.conversations()[0]?.records).toEqual(first?.records)
  })
})

describe('the lead', () => {
  test('L01 five tabs open a chat at the same time: one conversation, one wire', async () => {
    const counter = setUp()
    const tabs = Array.from({ length: 5 }, () => counter.open())
    await Promise.all(
      tabs.map(async ({ chat }) => {
        await chat.send({ type: 'start' })
        await chat.send({ type: 'talk-to-agent' })
        await chat.send({ type: 'submit', prompt: chat.getSnapshot().prompt?.id ?? '', values: { email: 'ada@example.com' } })
      }),
    )
    await counter.until(() => tabs.every(({ chat }) => chat.getSnapshot().status === 'queued'))
    await Promise.all(tabs.map(({ chat }, index) => chat.send({ type: 'say', text: `tab ${index}` })))
    await counter.until(() => said(counter).flat().length === 5)
    await counter.until(() => tabs.every(({ chat }) => chat.getSnapshot().delivery.waiting === 0))
    expect(counter.desk.conversations()).toHaveLength(1)
    expect(counter.wires.size).toBe(1)
    expect(new Set(counter.hellos.map(({ sender }) => sender.owner)).size).toBe(1)
    const texts = tabs.map(({ chat }) => textsOf(chat).filter((text) => text.startsWith('tab')))
    expect(new Set(texts.map((lines) => lines.join())).size).toBe(1)
    expect(texts[0]?.toSorted()).toEqual(['tab 0', 'tab 1', 'tab 2', 'tab 3', 'tab 4'])
  })

  test.each(['is closed', 'is frozen', 'crashes', 'hangs'] as const)(
    'L02 passes on within three seconds when the leader %s, and what was in flight goes again under its name',
    async (how) => {
      const counter = setUp()
      let silent = false
      const one = counter.open({
        desk: {
          submit: (command, sender, signal) => (silent ? new Promise(() => {}) : counter.desk.submit(command, sender, signal)),
        },
      })
      await callPerson(counter, one.chat)
      const other = counter.open()
      await counter.until(() => other.chat.getSnapshot().delivery.link === 'up')
      silent = true
      await one.chat.send({ type: 'say', text: 'in flight' })
      await counter.until(() => textsOf(other.chat).includes('in flight'), 200)
      const before = counter.submitted.length
      if (how === 'is closed') one.chat.destroy()
      else if (how === 'hangs') one.tab.hang()
      else one.tab.freeze()
      await other.chat.send({ type: 'say', text: 'after it' })
      await counter.until(() => said(counter).flat().length === 2, 3_000)
      expect(said(counter)).toEqual([['in flight', 'after it']])
      const names = counter.submitted.slice(before).map(({ cmid }) => cmid)
      expect(new Set(names).size).toBe(2)
      one.tab.resume()
      one.chat.wake()
      await counter.until(() => one.chat.getSnapshot().delivery.waiting === 0 || how === 'is closed')
      await counter.until(() => counter.wires.size === 1)
    },
  )

  test('comes back after a freeze, and shows what was said meanwhile', async () => {
    const counter = setUp()
    const { chat, tab } = counter.open()
    const conversation = await callPerson(counter, chat)
    tab.freeze()
    await counter.until(() => counter.wires.size === 0, 0)
    counter.desk.record(conversation, 'agent', { kind: 'text', text: 'meanwhile' }, 'Maya')
    await counter.environment.advance(60_000)
    expect(counter.hellos).toHaveLength(1)
    tab.resume()
    chat.wake()
    await counter.until(() => textsOf(chat).includes('meanwhile'), 1_000)
  })

  test('L03 two that lead at once lose nothing and double nothing', async () => {
    const counter = setUp({ locks: false })
    const [one, other] = [counter.open(), counter.open()]
    await callPerson(counter, one.chat)
    await counter.until(() => counter.wires.size === 2)
    const texts = Array.from({ length: 20 }, (_, index) => `line ${index}`)
    for (const [index, text] of texts.entries()) void (index % 2 ? one : other).chat.send({ type: 'say', text })
    await counter.until(
      () => [one, other].every(({ chat }) => chat.getSnapshot().delivery.waiting === 0) && said(counter).flat().length >= 20,
    )
    expect(counter.desk.conversations()).toHaveLength(1)
    const lines = said(counter).flat()
    expect(lines.toSorted()).toEqual(texts.toSorted())
    for (const side of [0, 1]) {
      const own = lines.filter((line) => Number(line.slice(5)) % 2 === side)
      expect(own).toEqual(texts.filter((_, index) => index % 2 === side))
    }
    for (const { chat } of [one, other]) expect(textsOf(chat).filter((text) => text.startsWith('line'))).toEqual(lines)
  })

  test('a tab that keeps in memory alone leads for itself, and its words go into the one conversation', async () => {
    const counter = setUp()
    const one = counter.open()
    await callPerson(counter, one.chat)
    const alone = counter.open({ store: createMemoryStore() })
    await alone.chat.send({ type: 'start' })
    await alone.chat.send({ type: 'talk-to-agent' })
    await alone.chat.send({
      type: 'submit',
      prompt: alone.chat.getSnapshot().prompt?.id ?? '',
      values: { email: 'ada@example.com' },
    })
    await alone.chat.send({ type: 'say', text: 'from memory' })
    await counter.until(() => said(counter).flat().includes('from memory'))
    expect(counter.wires.size).toBe(2)
  })

  test('passes on where the leader’s store was slow once, so that no line of another tab waits for its next look', async () => {
    const counter = setUp()
    const storeOf = createDatabase(counter.environment)
    let slow = 0
    const one = counter.open({ store: storeOf(() => slow-- > 0) })
    await callPerson(counter, one.chat)
    const other = counter.open({ store: storeOf(() => false) })
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'up')
    // The look that it takes because the other has written.
    slow = 1
    await other.chat.send({ type: 'say', text: 'do you hear me' })
    await counter.until(() => said(counter).flat().includes('do you hear me'), 10_000)
    // It goes on for itself, and follows again once its store answers.
    await one.chat.send({ type: 'say', text: 'and I you' })
    await counter.until(() => said(counter).flat().length === 2, 10_000)
    expect(counter.wires.size).toBe(2)
    await counter.environment.advance(31_000)
    one.chat.wake()
    await counter.until(() => counter.wires.size === 1, 10_000)
    await one.chat.send({ type: 'say', text: 'as before' })
    await counter.until(() => [one, other].every(({ chat }) => textsOf(chat).includes('as before')), 10_000)
    expect(said(counter)).toEqual([['do you hear me', 'and I you', 'as before']])
    for (const { chat } of [one, other]) expect(textsOf(chat).slice(-3)).toEqual(said(counter)[0])
  })

  test('a hidden leader is woken by whoever looks at another tab', async () => {
    const counter = setUp()
    let down = false
    const one = counter.open({
      visible: () => false,
      desk: {
        open: (hello, sink, signal) =>
          down ? Promise.resolve({ t: 'refused', code: 'unavailable' }) : counter.desk.open(hello, sink, signal),
      },
    })
    const conversation = await callPerson(counter, one.chat)
    const other = counter.open()
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'up')
    down = true
    counter.desk.hangUp()
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'down')
    await counter.environment.advance(120_000)
    down = false
    counter.desk.record(conversation, 'agent', { kind: 'text', text: 'still there?' }, 'Maya')
    await counter.until(() => textsOf(other.chat).includes('still there?'), 31_000)
  })
})

describe('L04 what other scripts post', () => {
  test('shows nothing, sends nothing, stops nothing', async () => {
    const counter = setUp()
    const one = counter.open()
    const conversation = await callPerson(counter, one.chat)
    const other = counter.open()
    await counter.until(() => other.chat.getSnapshot().delivery.link === 'up')
    const [owner = ''] = counter.hellos.map(({ sender }) => sender.owner)
    const before = other.chat.getSnapshot()
    const wire = { link: 'down', typing: 'Mallory', readUpTo: 99, queue: null }
    for (const message of [
      null,
      7,
      'changed',
      [],
      { t: 'wire' },
      { t: 'wire', owner: 'x', wire },
      { t: 'wire', owner, wire: 'up' },
    ])
      counter.device.post(message)
    for (let flood = 0; flood < 1_000; flood++) counter.device.post({ t: 'changed' })
    await counter.environment.settle()
    expect(other.chat.getSnapshot()).toEqual(before)
    // Who knows the owner can draw a wire, and that is all.
    counter.device.post({ t: 'wire', owner, wire })
    await other.chat.send({ type: 'say', text: 'all the same' })
    await counter.until(() => said(counter).flat().includes('all the same'), 3_000)
    expect(counter.desk.conversations().map(({ id }) => id)).toEqual([conversation])
  })

  test('however much it is, a tab looks once at a time', async () => {
    const counter = setUp()
    let looks = 0
    const { chat } = counter.open({
      store: {
        ...counter.store,
        read: () => {
          looks++
          return counter.store.read()
        },
      },
    })
    await chat.send({ type: 'start' })
    looks = 0
    for (let flood = 0; flood < 1_000; flood++) counter.device.post({ t: 'changed' })
    await counter.environment.settle()
    expect(looks).toBeLessThanOrEqual(2)
  })
})

test('L13 a wire that was silent for longer than it may be is given up before anything is sent on it', async () => {
  const counter = setUp()
  const { chat } = counter.open()
  await callPerson(counter, chat)
  const late: string[] = []
  counter.environment.setClock(counter.environment.now() + 12 * 3_600_000)
  const before = counter.submitted.length
  await chat.send({ type: 'say', text: 'good morning' })
  await counter.until(() => said(counter).flat().includes('good morning'))
  late.push(...counter.submitted.slice(before).map(({ op }) => op))
  expect(counter.hellos).toHaveLength(2)
  expect(late).toEqual(['message'])
})

test('L16 a tab that is destroyed at any moment leaves nothing behind', async () => {
  for (const moment of [0, 1, 2, 3, 5, 8, 13, 21, 34]) {
    const counter = setUp()
    const { chat } = counter.open()
    void callPerson(counter, chat).catch(() => undefined)
    for (let turn = 0; turn < moment; turn++) await new Promise(setImmediate)
    chat.destroy()
    await counter.environment.settle()
    expect(counter.environment.timers()).toBe(0)
    expect(counter.wires.size).toBe(0)
  }
})
