import type { Chat, ShopperIntent } from './chat-contract.js'
import { greet } from './conversation/greet.js'
import { type Environment, platform } from './environment.js'
import { fitOpening } from './flow/fit-opening.js'
import type { Capability, Opening } from './flow/flow.js'
import type { Contact } from './handoff/availability.js'
import { insist } from './insist.js'
import { type Snapshot, silence } from './snapshot.js'

/** The name and time of an opening that was shown before the chat itself was there. */
export interface Began {
  readonly id: string
  readonly at: number
}

/** What a greeting needs to know before anything else is loaded. */
export interface EarlyChatOptions {
  /** The greeting. It is read when it is due, not before. */
  readonly opening: Opening
  /** What the shop's adapter will be able to do. */
  readonly has: ReadonlySet<Capability>
  readonly contact: Contact
  readonly environment?: Partial<Environment>
  /**
   * Brings what makes the chat itself; tried again until it comes. `began` is the greeting that the shopper has seen, to be passed
   * on to `createChat`.
   */
  load(): Promise<(began: Began | null) => Chat>
  /** Takes away what is stored of this shopper, without the chat: whoever logs out must not wait for a download. */
  forget?(): Promise<void>
}

/** A chat that greets before it is all there. */
export interface EarlyChat extends Chat {
  /** Brings the rest now: because a conversation goes on from before, or because nothing else is to be done. Resolves once it is here. */
  complete(): Promise<unknown>
  /** Shows the greeting before anybody has begun, so that it can be drawn before it is seen. Nothing has been said yet: the status stays `idle`. */
  prepare(): void
}

// The greeting's first frames belong to the greeting.
const AFTER_GREETING = 200

/**
 * Greets at once, with nothing but the opening, and becomes the real chat as soon as that has been loaded. What the shopper does
 * meanwhile waits in line; nothing of it is lost, and nobody notices the change.
 *
 * @example
 * const chat = createEarlyChat({ opening: storefrontOpening, has: new Set(['orders']), contact: {}, load: async () => {
 *   const { createChat } = await import('@shopbell/core')
 *   return (began) => createChat({ ...options, began })
 * } })
 */
export function createEarlyChat(options: EarlyChatOptions): EarlyChat {
  const environment: Environment = { ...platform, ...options.environment }
  const listeners = new Set<() => void>()
  let began: Began | null = null
  // Under one name, what is drawn of a prepared greeting stays when it is said.
  const id = environment.id()
  let whole: Chat | null = null
  let loading: Promise<Chat> | null = null
  let destroyed = false
  let cancel = () => {}
  const silent: Snapshot = { ...silence, human: options.has.has('person') ? 'live' : 'contact', contact: options.contact }
  let snapshot = silent

  function tell(): void {
    for (const listener of [...listeners]) listener()
  }

  /** The greeting, as `bot` when it is said, as `idle` when it is only drawn. */
  function greetAs(status: 'bot' | 'idle'): void {
    if (began || loading) return
    const now = { id, at: environment.now() }
    const [line, prompt] = greet(fitOpening(options.opening, options.has), now, {})
    snapshot = { ...silent, status, transcript: { length: 1, chunks: [], tail: [line] }, prompt, composer: true }
    // Before it is told: whoever hears of it may bring the rest at once.
    began = status === 'bot' ? now : null
    tell()
    if (began) wait(complete, AFTER_GREETING)
  }

  /** One timer at most: whoever brings the rest needs no other reason to. */
  function wait(work: () => void, ms: number): void {
    cancel()
    if (!destroyed) cancel = environment.later(work, ms)
  }

  function complete(): Promise<Chat> {
    // What has ended brings nothing any more, and answers nobody.
    if (destroyed) return new Promise(() => {})
    // What was only prepared is not what will be said.
    if (!began) {
      snapshot = silent
      tell()
    }
    loading ??= insist(options.load, (ms) => new Promise((resolve) => wait(resolve, ms))).then(takeOver)
    return loading
  }

  /** From here on the real chat speaks; its first word, where there was a greeting, is that same greeting. */
  function takeOver(create: (began: Began | null) => Chat): Chat | Promise<never> {
    if (destroyed) return new Promise(() => {})
    whole = create(began)
    whole.subscribe(tell)
    tell()
    return whole
  }

  async function send(intent: ShopperIntent): Promise<void> {
    if (intent.type === 'start' && !intent.step && !loading) return greetAs('bot')
    await (whole ?? (await complete())).send(intent)
  }

  return {
    complete,
    prepare: () => greetAs('idle'),
    getSnapshot() {
      const now = whole?.getSnapshot()
      // Until the real chat has read its store, the greeting stays; after that it is over, whoever leaves.
      if (now && now.status !== 'idle') began = null
      return now && !began ? now : snapshot
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send,
    attach: async (file) => (await complete()).attach(file),
    pictureUrl: async (upload) => (await complete()).pictureUrl(upload),
    retry: async (line) => (await complete()).retry(line),
    seen: () => whole?.seen(),
    typing: () => whole?.typing(),
    wake: () => whole?.wake(),
    async shutdown() {
      if (whole) return whole.shutdown()
      began = null
      snapshot = silent
      tell()
      // What is on its way has read the story of whoever leaves.
      void loading?.then((chat) => chat.shutdown())
      await options.forget?.()
    },
    destroy() {
      destroyed = true
      cancel()
      listeners.clear()
      whole?.destroy()
    },
  }
}
