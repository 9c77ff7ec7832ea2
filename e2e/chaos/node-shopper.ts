import { httpAdapter } from '../../packages/core/dist/adapters/http.js'
import { socketIoDesk } from '../../packages/core/dist/adapters/socket-io.js'
import type { Chat, Environment, Store } from '../../packages/core/dist/index.js'
import { createChat, createMemoryStore, storefrontFlow, toArray } from '../../packages/core/dist/index.js'

const HANDED = ['sending', 'queued', 'live', 'ticket', 'closed']
const PICTURE = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
)

export interface NodeShopperOptions {
  /** Where the desk is, or what stands before it. */
  readonly url: string
  /** Unique among the shoppers of a run: every line that they say begins with it. */
  readonly name: string
  readonly random: () => number
  /** Reconnects at once and as often as it likes: for tests in which desks die faster than in the world. Patience stays as it is. */
  readonly hasty?: boolean
}

/**
 * A shopper with the chat, the wire and the store of a real one, only without a page; and one who remembers everything: what they
 * said, what they were ever shown as sent, and every snapshot that contradicted an earlier one.
 */
export interface NodeShopper {
  readonly name: string
  readonly owner: () => Promise<string>
  /** Lines in the order in which they were said. */
  readonly said: readonly string[]
  /** Lines that were ever shown as sent. */
  readonly sent: ReadonlySet<string>
  /** How long each line took from being said to being shown as sent, in milliseconds of the wall's clock. */
  readonly delays: readonly number[]
  /** Lines that are shown as failed. */
  failed(): readonly string[]
  /** Pictures that were accepted into the conversation. */
  readonly attached: number
  /** What a snapshot showed that it must not. */
  readonly contradictions: readonly string[]
  /** Lines of the shopper and of people, in the order of the transcript. */
  shown(): readonly { readonly by: string; readonly text: string }[]
  status(): string
  link(): string
  /** Asks for a person, and goes on until the chat has handed over. */
  call(): Promise<void>
  say(): Promise<void>
  attach(): Promise<void>
  defer(): Promise<void>
  /** Leaves the page and comes back to it: the same store, everything else anew. */
  reload(): void
  wake(): void
  /** Whether all that was said is shown as sent, and nothing waits. */
  isDone(): boolean
  leave(): void
}

/** A shopper at the desk of `url`. */
export function createNodeShopper({ url, name, random, hasty = false }: NodeShopperOptions): NodeShopper {
  const store: Store = createMemoryStore()
  const said: string[] = []
  const place = new Map<string, number>()
  const sent = new Set<string>()
  const contradictions: string[] = []
  const saidAt = new Map<string, number>()
  const delays: number[] = []
  let attached = 0
  let failed: readonly string[] = []
  const environment: Partial<Environment> = hasty ? haste(random) : { random }

  let chat = open()

  function open(): Chat {
    const adapter = { ...httpAdapter({ url, site: 'demo' }), desk: socketIoDesk({ url }) }
    const opened = createChat({ site: 'demo', adapter, opening: storefrontFlow, flow: storefrontFlow, store, environment })
    opened.subscribe(() => look(opened))
    return opened
  }

  function look(from: Chat): void {
    if (from !== chat) return
    const { transcript, marks } = from.getSnapshot()
    const nowFailed: string[] = []
    let last = -1
    for (const { id, by, content } of toArray(transcript)) {
      if (by !== 'shopper' || content.kind !== 'text') continue
      const at = place.get(content.text)
      if (at === undefined) continue
      if (at === last) contradict(`shows "${content.text}" twice`)
      else if (at < last) contradict(`shows "${content.text}" after "${said[last]}"`)
      last = Math.max(last, at)
      const mark = marks[id]
      if (mark === 'sent' || mark === 'read') arrived(content.text)
      else if (mark !== undefined && sent.has(content.text)) contradict(`takes "${content.text}" back from sent to ${mark}`)
      if (mark === 'failed') nowFailed.push(content.text)
    }
    failed = nowFailed
  }

  function arrived(text: string): void {
    if (sent.has(text)) return
    sent.add(text)
    delays.push(performance.now() - (saidAt.get(text) ?? 0))
  }

  function contradict(what: string): void {
    if (contradictions.length < 20 && !contradictions.includes(what)) contradictions.push(what)
  }

  const snapshot = () => chat.getSnapshot()

  return {
    name,
    said,
    sent,
    contradictions,
    delays,
    get attached() {
      return attached
    },
    failed: () => failed,
    owner: async () => (await store.read())?.owner ?? '',
    status: () => snapshot().status,
    link: () => snapshot().delivery.link,
    shown: () =>
      toArray(snapshot().transcript).flatMap(({ by, content }) =>
        content.kind === 'text' && (by === 'shopper' || by === 'agent') ? [{ by, text: content.text }] : [],
      ),
    async call() {
      await chat.send({ type: 'start' })
      for (let turns = 0; turns < 400 && !HANDED.includes(snapshot().status); turns++) {
        const { status, prompt } = snapshot()
        if (status === 'review') {
          await chat.send({ type: 'submit', prompt: prompt?.id ?? '', values: { email: `${name}@example.com` } })
        } else if (status === 'bot') await chat.send({ type: 'talk-to-agent' })
        else await pause(25)
      }
      if (!HANDED.includes(snapshot().status)) contradict(`could not call a person: ${snapshot().status}`)
    },
    async say() {
      const text = `${name} says ${said.length + 1}`
      place.set(text, said.length)
      saidAt.set(text, performance.now())
      said.push(text)
      await chat.send({ type: 'say', text })
    },
    async attach() {
      if ((await chat.attach({ name: 'lid.png', type: 'image/png', bytes: PICTURE })) === 'attached') attached++
    },
    defer: () => chat.send({ type: 'defer' }),
    reload() {
      chat.destroy()
      chat = open()
    },
    wake: () => chat.wake(),
    isDone: () => snapshot().delivery.waiting === 0 && said.every((text) => sent.has(text) || failed.includes(text)),
    leave: () => chat.destroy(),
  }
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** The first moment of every wait, and a minute of attempts in four seconds. What is waited *for* is waited for as long as ever. */
function haste(random: () => number): Partial<Environment> {
  return { random: () => random() / 20, elapsed: () => performance.now() * 15 }
}
