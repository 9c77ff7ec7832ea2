import type { Adapter } from './adapter.js'
import type { Book } from './book.js'
import type { Chat, ChatOptions } from './chat-contract.js'
import type { Commit } from './conversation/commit.js'
import type { Effect } from './conversation/effect.js'
import type { Entry } from './conversation/entry.js'
import type { ChatEvent, Intent } from './conversation/event.js'
import { nextCommit } from './conversation/next-commit.js'
import { initialState, start, type Transition } from './conversation/start.js'
import type { State } from './conversation/state.js'
import type { Sender } from './delivery/protocol.js'
import type { Effects } from './effects.js'
import type { Environment } from './environment.js'
import { platform } from './environment.js'
import { fitOpening } from './flow/fit-opening.js'
import type { Capability } from './flow/flow.js'
import { LIMITS } from './limits.js'
import type { Delivery } from './live.js'
import { createMemoryStore } from './memory-store.js'
import type { Snapshot } from './snapshot.js'
import { createView, type Live, type LogReader, notLive } from './view.js'

/** The part of the machine that comes after the greeting, and what the conversation has come to since. */
interface Loaded {
  readonly machine: typeof import('./machine.js')
  readonly effects: Effects
  readonly book: Book
}

// What could not be loaded is tried again, at the latest after this many milliseconds.
const LONGEST_RETRY = 8_000

// A hint that the shopper types leaves at most this often.
const TYPING_EVERY = 3_000

function capabilitiesOf(adapter: Adapter): ReadonlySet<Capability> {
  const has = new Set<Capability>()
  if (adapter.orders) has.add('orders')
  if (adapter.faqs) has.add('faqs')
  if (adapter.desk || adapter.tickets) has.add('person')
  return has
}

function withoutQuery(address: string | undefined): string | null {
  return address === undefined ? null : (address.split(/[?#]/, 1)[0] ?? null)
}

/**
 * Brings a conversation to life: reads what was kept, runs the machine, writes one commit per event, and then does what the
 * machine asks for. This is the one place where that happens; delivery to the desk has its own, `live.ts`, which is loaded
 * when a person is called.
 *
 * @throws if the adapter offers no way to a person: no desk, no tickets, no mail address, no phone.
 *
 * @example
 * const chat = createChat({ site: 'demo', adapter: demoAdapter(), opening: storefrontFlow, flow: storefrontFlow })
 * chat.subscribe(() => console.log(chat.getSnapshot().prompt))
 * await chat.send({ type: 'start' })
 */
export function createChat(options: ChatOptions): Chat {
  const { adapter } = options
  const environment: Environment = { ...platform, ...options.environment }
  const has = capabilitiesOf(adapter)
  const contact = adapter.contact ?? {}
  if (!has.has('person') && !contact.mailto && !contact.phone) {
    throw new Error('Shopbell has no way to a person: give it a backend, a mail address or a phone number.')
  }
  const opening = fitOpening(options.opening, has)
  const store = options.store ?? createMemoryStore()
  const around = () => ({
    page: withoutQuery(options.page?.()),
    locale: options.locale ?? 'en',
    zone: options.zone ?? 'UTC',
  })

  let commit: Commit = blank()
  let live: Live = notLive
  let reader: LogReader | null = null
  let delivery: Promise<Delivery | null> | null = null
  let loading: Promise<Loaded> | null = null
  let destroyed = false
  let lastTyping = 0
  const uploads = new AbortController()
  const listeners = new Set<() => void>()
  const draw = createView()
  let snapshot = redraw()

  // Events and what delivery writes go one after the other; each sees what the one before has committed.
  let line: Promise<void> = load()

  function blank(): Commit {
    const secret = `${environment.id()}${environment.id()}`
    return {
      v: 1,
      rev: 0,
      owner: environment.id(),
      secret,
      outbox: environment.id(),
      n: 1,
      state: initialState(opening),
      entries: [],
      commands: [],
      failed: [],
      cursor: null,
      records: [],
      seen: 0,
    }
  }

  function redraw(): Snapshot {
    return draw({
      commit,
      live,
      log: reader,
      human: has.has('person') ? 'live' : 'contact',
      contact,
      level: store.level,
      uploads: adapter.uploads !== undefined,
    })
  }

  function changed(): void {
    if (destroyed) return
    snapshot = redraw()
    for (const listener of [...listeners]) listener()
  }

  function inLine(work: () => Promise<void>): Promise<void> {
    const done = line.then(() => (destroyed ? undefined : work()))
    // One that fails must not stop the ones behind it.
    line = done.catch(() => undefined)
    return done
  }

  async function load(): Promise<void> {
    const kept = await store.read()
    if (destroyed) return
    const { began } = options
    if (!kept) {
      if (began) await step({ type: 'start', ...began })
      return
    }
    commit = kept
    changed()
    void dispatch({ type: 'resumed' })
    deliver()
  }

  /** Loads a part, however often it takes: what the shopper has done meanwhile waits in line, and nothing of it is lost. */
  async function insist<Part>(load: () => Promise<Part>): Promise<Part> {
    for (let tries = 0; ; tries++) {
      try {
        return await load()
      } catch (error) {
        if (destroyed) throw error
        await new Promise<void>((resolve) => environment.later(resolve, Math.min(500 * 2 ** tries, LONGEST_RETRY)))
      }
    }
  }

  function loadParts(): Promise<Loaded> {
    loading ??= loadOnce().catch((error: unknown) => {
      loading = null
      throw error
    })
    return loading
  }

  async function loadOnce(): Promise<Loaded> {
    const flow = typeof options.flow === 'function' ? options.flow() : options.flow
    const [machine, whole] = await Promise.all([import('./machine.js'), flow])
    const effects = machine.createEffects({ adapter, environment, sender, dispatch: (intent) => void dispatch(intent) })
    return { machine, effects, book: machine.openBook(whole, has) }
  }

  function dispatch(intent: Intent): Promise<void> {
    const event: ChatEvent = { ...intent, id: environment.id(), at: environment.now() }
    return inLine(() => step(event))
  }

  async function step(event: ChatEvent): Promise<void> {
    if (event.type === 'start') return settle(event, (state) => start(opening, state, event))
    const { machine, book } = await insist(loadParts)
    const { reduce } = event.type === 'say' ? await insist(() => import('./free-text.js')) : machine
    let coming: readonly (() => Promise<void>)[]
    do {
      coming = []
      await settle(event, (state) => {
        const { done, missing } = reduce(book.flow, state, event, book.handoff)
        coming = book.comingFor(missing)
        // Nothing has happened yet: it is reduced again when all that it needs is here.
        return coming.length > 0 ? [state, [], []] : done
      })
      await Promise.all(coming.map(insist))
    } while (coming.length > 0)
  }

  /** Reduces and writes until the write holds: where another tab was first, its state is read and reduced again. */
  async function settle(event: ChatEvent, reduce: (state: State) => Transition): Promise<void> {
    for (;;) {
      const done = reduce(commit.state)
      const [state, entries, effects] = done
      if (state === commit.state && entries.length === 0 && effects.length === 0) return
      const sends = effects.some((effect) => effect.do === 'open' || effect.do === 'send')
      const written = nextCommit(commit, done, logged())
      const next = sends ? (await insist(() => import('./live.js'))).queueCommands(written, event, effects, around()) : written
      if (await write(next)) return perform(effects)
    }
  }

  async function write(next: Commit): Promise<boolean> {
    if ((await store.commit(next)) === 'done') {
      commit = next
      changed()
      return true
    }
    const kept = await store.read()
    // Taken away by another tab: what was known is forgotten here, too.
    commit = kept ?? blank()
    changed()
    return false
  }

  function perform(effects: readonly Effect[]): void {
    if (effects.length > 0) void insist(loadParts).then((parts) => effects.forEach(parts.effects.perform))
    deliver()
  }

  function sender(): Sender {
    return { site: options.site, owner: commit.owner, secret: commit.secret, outbox: commit.outbox }
  }

  /** Loads and wakes delivery where there is something to deliver or a desk to listen to. */
  function deliver(): void {
    const { state, commands } = commit
    const open = state.conversation !== null && state.log !== 'closed'
    if (destroyed || !has.has('person') || (!open && commands.length === 0 && commit.records.length === 0)) return
    delivery ??= import('./live.js').then(
      ({ runDelivery, logReader }) => {
        if (destroyed) return null
        reader = logReader
        changed()
        return runDelivery({
          adapter,
          environment,
          site: options.site,
          read: () => commit,
          update,
          dispatch: (intent) => void dispatch(intent),
          changed: heard,
          visible: options.visible ?? (() => true),
        })
      },
      () => {
        delivery = null
        return null
      },
    )
    void delivery.then((running) => running?.wake())
  }

  function heard(next: Live): void {
    live = next
    changed()
  }

  function logged(): readonly Entry[] {
    const { conversation } = commit.state
    return conversation === null ? [] : (reader?.lines(conversation, commit.records) ?? [])
  }

  /** What delivery writes: reduced again where another tab was first. */
  async function update(change: (before: Commit) => Commit): Promise<Commit> {
    await inLine(async () => {
      for (;;) {
        const next = change(commit)
        if (next === commit || (await write({ ...next, rev: commit.rev + 1 }))) return
      }
    })
    return commit
  }

  return {
    getSnapshot: () => snapshot,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async send(intent) {
      const failed = intent.type === 'discard' && commit.failed.some((one) => one.cmid === intent.cmid)
      if (failed) await update((before) => ({ ...before, failed: before.failed.filter((one) => one.cmid !== intent.cmid) }))
      else await dispatch(intent).catch(() => undefined)
    },
    async attach(file) {
      if (file.bytes.length > LIMITS.upload) return 'too_big'
      if (!adapter.uploads) return 'unavailable'
      const answer = await adapter.uploads.put(file, sender(), uploads.signal).catch(() => ({ refused: 'unavailable' }) as const)
      if ('refused' in answer) return answer.refused
      await dispatch({ type: 'attach', upload: answer.upload, name: file.name })
      return 'attached'
    },
    pictureUrl: async (upload) => (await adapter.uploads?.url(upload, sender()).catch(() => null)) ?? null,
    seen() {
      const seen = commit.records.at(-1)?.seq ?? 0
      if (seen > commit.seen) void update((before) => (before.seen >= seen ? before : { ...before, seen }))
    },
    typing() {
      const { conversation } = commit.state
      const now = environment.now()
      if (conversation === null || now - lastTyping < TYPING_EVERY) return
      lastTyping = now
      void delivery?.then((running) => running?.hint({ type: 'typing', conversation, by: 'shopper' }))
    },
    async retry(id) {
      const failed = commit.failed.find((one) => one.cmid === id)
      if (failed?.op !== 'message' || failed.content.kind !== 'text') return
      const { text } = failed.content
      await update((before) => ({ ...before, failed: before.failed.filter((one) => one.cmid !== id) }))
      await dispatch({ type: 'say', text })
    },
    wake: deliver,
    async shutdown() {
      await inLine(async () => {
        await stop()
        await store.erase()
        commit = blank()
        live = notLive
        changed()
      })
    },
    destroy() {
      uploads.abort()
      void stop()
      destroyed = true
      listeners.clear()
    },
  }

  async function stop(): Promise<void> {
    void loading?.then(({ effects }) => effects.stop())
    const running = delivery
    delivery = null
    ;(await running)?.destroy()
  }
}
