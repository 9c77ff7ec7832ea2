import { type Book, openBook } from './book.js'
import { capabilitiesOf } from './capabilities-of.js'
import type { Chat, ChatOptions } from './chat-contract.js'
import { blankCommit } from './conversation/blank-commit.js'
import type { Commit } from './conversation/commit.js'
import type { ChatEvent, Intent } from './conversation/event.js'
import type { Hidden } from './conversation/hide-secrets.js'
import { mayHoldSecrets } from './conversation/may-hold-secrets.js'
import { nextCommit } from './conversation/next-commit.js'
import { reduce as reduceOthers } from './conversation/reduce.js'
import { initialState, start, type Transition } from './conversation/start.js'
import type { State } from './conversation/state.js'
import type { Hint, Sender } from './delivery/protocol.js'
import { createEffects } from './effects.js'
import { type Environment, platform } from './environment.js'
import type { Facts } from './facts/facts.js'
import { fitOpening } from './flow/fit-opening.js'
import { insist } from './insist.js'
import type { Delivery, PersonActions } from './live.js'
import { createMemoryStore } from './memory-store.js'
import type { Snapshot } from './snapshot.js'
import { createView, type Live, notLive, type ReadLog } from './view.js'

const loadLive = () => import('./live.js')
const loadFreeText = () => import('./free-text.js')

/** For what fails only because the chat is gone. */
const ignore = () => undefined

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
  const { adapter, tabs } = options
  const environment: Environment = { ...platform, ...options.environment }
  const has = capabilitiesOf(adapter)
  const contact = adapter.contact ?? {}
  if (!has.has('person') && !contact.mailto && !contact.phone) {
    throw new Error('Shopbell has no way to a person: give it a backend, mail address or phone.')
  }
  const opening = fitOpening(options.opening, has)
  const store = options.store ?? createMemoryStore()
  let commit: Commit = blank()
  let live: Live = notLive
  let log: ReadLog | null = null
  let delivery: Promise<Delivery | undefined> | null = null
  let person: Promise<PersonActions> | null = null
  let book: Book | null = null
  // What nothing but this page's memory may hold: what was hidden of the last text, and the answers to sensitive fields.
  let hidden: Hidden | null = null
  let secrets: Facts = {}
  let destroyed = false
  /** Another for each shopper who leaves here. */
  let stay = {}
  /** Another tab has gone on, and this one has not looked yet. */
  let behind = false
  const gone = new AbortController()
  // Ends what only matters until the shopper does something else.
  let moved = new AbortController()
  const listeners = new Set<() => void>()
  const draw = createView()
  let snapshot = redraw()
  const effects = createEffects({ adapter, environment, sender, dispatch })

  // What the parts for texts and for the way to a person work with.
  const host = {
    adapter,
    environment,
    sender,
    update,
    dispatch,
    deliver,
    site: options.site,
    locale: options.locale,
    visible: options.visible,
    tabs,
    shared: () => store.level === 'durable',
    signal: gone.signal,
    read: () => commit,
    hint: (hint: Hint) => void delivery?.then((running) => running?.hint(hint)),
    changed(next: Live) {
      live = next
      changed()
    },
  }

  // Whoever else posts there can make this tab look, and nothing more.
  const unheard = tabs?.heard((message) => Object(message).t === 'changed' && catchUp())

  // Events and what delivery writes go one after the other; each sees what the one before has committed.
  let line: Promise<void> = load().catch(ignore)

  function blank(): Commit {
    return blankCommit(environment.id, initialState(opening))
  }

  function redraw(): Snapshot {
    return draw({
      commit,
      live,
      log,
      human: has.has('person') ? 'live' : 'contact',
      contact,
      level: store.level,
      uploads: adapter.uploads !== undefined,
      hidden: hidden?.kinds ?? null,
    })
  }

  function changed(): void {
    if (destroyed) return
    snapshot = redraw()
    for (const listener of [...listeners]) listener()
  }

  /** One that fails must not stop the ones behind it; it fails because the chat is gone. */
  function inLine(work: () => Promise<void>): Promise<void> {
    line = line.then(() => (destroyed ? undefined : work())).catch(ignore)
    return line
  }

  async function load(): Promise<void> {
    const { owner } = commit
    const kept = await store.read()
    if (destroyed || commit.owner !== owner) return
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

  const need = <Part>(load: () => Promise<Part>): Promise<Part> => insist(load, pause)

  /** Rejects once the chat is gone. */
  function pause(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      gone.signal.throwIfAborted()
      for (const end of [environment.later(resolve, ms), reject]) gone.signal.addEventListener('abort', end)
    })
  }

  async function readBook(): Promise<Book> {
    const flow = await need(async () => (typeof options.flow === 'function' ? options.flow() : options.flow))
    book ??= openBook(flow, has)
    return book
  }

  function dispatch(intent: Intent): Promise<void> {
    const name = { id: environment.id(), at: environment.now() }
    const { signal } = moved
    const mine = stay
    // What was meant for a shopper who has left meanwhile is not the next one's.
    return inLine(async () => {
      if (mine === stay) await step({ ...(await discreet(intent)), ...name }, mine, signal)
    })
  }

  /** Hides the numbers of cards and the like before there is an event: what was written is in no state, no story and no packet. */
  async function discreet(intent: Intent): Promise<Intent> {
    if (!mayHoldSecrets(intent)) return intent
    const { hideSecrets } = await need(loadFreeText)
    const { flow } = book ?? (await readBook())
    const done = hideSecrets(intent, flow)
    hidden = done.hidden
    return done.clean
  }

  /** The shopper wants the shop to see it. */
  async function showHidden(): Promise<void> {
    const text = hidden?.original
    hidden = null
    if (text) await dispatch({ type: 'say', text, aside: true })
  }

  /** `mine` is whose doing it is: much of what it takes may still have to come, and they may leave meanwhile. */
  async function step(given: ChatEvent, mine = stay, signal = gone.signal): Promise<void> {
    let event = given
    if (event.type === 'start' && !event.step) return settle(event, (state) => start(opening, state, event), mine)
    const read = book ?? (await readBook())
    const written = event.type === 'say' || 'hidden' in event
    const { reduce, place } = written ? await need(loadFreeText) : { reduce: reduceOthers, ...read.parts }
    if (place) event = await place(event, commit.state, read.flow, host, signal)
    let coming: (() => Promise<void>) | undefined
    do {
      coming = undefined
      await settle(
        event,
        (state) => {
          const { done, missing } = reduce(read.flow, state, event, read.parts)
          coming = read.comingFor(missing)
          // Nothing has happened yet: it is reduced again when all that it needs is here.
          return coming ? [state, [], []] : done
        },
        mine,
      )
      if (coming) await need(coming)
    } while (coming)
  }

  /** Reduces and writes until the write holds: where another tab was first, its state is read and reduced again. */
  async function settle(event: ChatEvent, reduce: (state: State) => Transition, mine: object): Promise<void> {
    // What was under way when a shopper left is not the next one's.
    while (mine === stay) {
      const before = commit.state
      const done = reduce(before)
      const [state, entries, wanted] = done
      // Nothing to do here, though another tab may have called a person meanwhile.
      if (state === before && entries.length === 0 && wanted.length === 0) return deliver()
      // Where a conversation is left, its log's lines become part of the story, and only what comes with delivery reads them.
      if (!log && !state.conversation && commit.records.length > 0 && (await delivery)) continue
      const sends = wanted.some((effect) => effect.do === 'open' || effect.do === 'send')
      const written = nextCommit(commit, done, log?.(commit, live).said ?? [])
      for (const effect of wanted) if (effect.do === 'remember') secrets = { ...secrets, ...effect.facts }
      const next = sends ? (await need(loadLive)).queueCommands(written, event, wanted, options, secrets) : written
      // Another tab has the answer to a sensitive field: it is asked for here, too.
      if (!next) return void dispatch({ type: 'resumed' })
      if (await write(next)) {
        // The packet has what it needed of them.
        if (state.conversation) secrets = {}
        options.trace?.({ event, before, after: state, entries, effects: wanted })
        wanted.forEach(effects.perform)
        return deliver()
      }
    }
  }

  async function write(next: Commit): Promise<boolean> {
    const { owner } = commit
    const answer = next.owner === owner && (await store.commit(next))
    // Whoever has left meanwhile has taken this along.
    if (commit.owner !== owner) return false
    if (answer === 'done') {
      commit = next
      changed()
      tabs?.tell({ t: 'changed' })
      return true
    }
    const kept = await store.read()
    if (commit.owner === owner) adopt(kept, answer === 'found')
    return false
  }

  /**
   * Goes on with what another tab has kept. Where that is nothing, or another shopper's, what was known is forgotten here, too. What is
   * `found` was there before the greeting: so who is greeted only learns who they are, and their first words go along.
   */
  function adopt(kept: Commit | null, found = false): void {
    if (kept?.owner !== commit.owner) {
      // Nor is what was under way the next one's.
      if (kept && commit.rev > 0 && !found) stay = {}
      forget()
    }
    commit = kept ?? commit
    changed()
    deliver()
  }

  /** Another tab may have gone on meanwhile. However often that is said, one look is enough. */
  function catchUp(): void {
    if (!behind) void inLine(look)
    behind = true
  }

  async function look(): Promise<void> {
    behind = false
    const { owner, rev } = commit
    const kept = await store.read()
    const news = kept?.owner === owner ? kept.rev > rev : kept !== null || rev > 0
    // Whoever has left meanwhile has left for good.
    if (destroyed || commit.owner !== owner) return
    if (news) adopt(kept)
    else deliver()
  }

  /** Whoever comes next finds nothing of this shopper here. */
  function forget(): void {
    stop()
    commit = blank()
    live = notLive
    log = null
    hidden = null
    secrets = {}
  }

  function sender(): Sender {
    const { owner, secret, outbox } = commit
    return { site: options.site, owner, secret, outbox, ...commit.sender }
  }

  /** Loads and wakes delivery where there is something to deliver or a desk to listen to. */
  function deliver(): void {
    const { state, commands, failed, records } = commit
    const open = state.conversation !== null && state.log !== 'closed'
    if (destroyed || !has.has('person') || (!open && commands.length + failed.length + records.length === 0)) return
    delivery ??= need(loadLive).then(({ runDelivery, readLog }) => {
      if (destroyed) return
      log = readLog()
      changed()
      // Whoever has called a person writes next, and the network may be gone by then.
      void loadFreeText().catch(ignore)
      return runDelivery(host)
    }, ignore)
    void delivery.then((running) => running?.wake())
  }

  /** What a shopper can do only on the way to a person, and with one. */
  function withPerson(): Promise<PersonActions> {
    person ??= need(loadLive).then(({ personActions }) => personActions(host))
    return person
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
      if (intent.type === 'show-hidden') return showHidden().catch(ignore)
      moved.abort()
      moved = new AbortController()
      const done = intent.type === 'discard' ? withPerson().then((able) => able.discard(intent)) : dispatch(intent)
      await done.catch(ignore)
    },
    attach: async (file) => (await withPerson()).attach(file),
    pictureUrl: async (upload) => (await withPerson()).pictureUrl(upload),
    retry: async (line) => (await withPerson()).retry(line),
    seen: () => void withPerson().then((able) => able.seen(), ignore),
    typing: () => void withPerson().then((able) => able.typing(), ignore),
    wake() {
      catchUp()
      deliver()
      // A shop that was closed may be open by now. Before the first opening nobody is asked.
      if (!destroyed && commit.state.phase !== 'idle') effects.perform({ do: 'look-who-is-there' })
    },
    async shutdown() {
      // First and not in line: whoever leaves must not wait for a network.
      stay = {}
      forget()
      changed()
      const erased = store.erase()
      // Nor must what comes next be erased with it.
      void inLine(async () => {
        // What was still hiding something has done so by now.
        hidden = null
        await erased
      })
      await erased
      tabs?.tell({ t: 'changed' })
    },
    destroy() {
      destroyed = true
      gone.abort()
      moved.abort()
      unheard?.()
      stop()
      listeners.clear()
      void line.then(() => store.close?.())
    },
  }

  function stop(): void {
    effects.stop()
    void delivery?.then((running) => running?.destroy())
    delivery = null
    person = null
  }
}
