import { createChat } from '../../chat.js'
import type { Chat, ShopperIntent } from '../../chat-contract.js'
import type { Store } from '../../conversation/commit.js'
import { toArray } from '../../conversation/transcript.js'
import type { Environment } from '../../environment.js'
import { storefrontFlow } from '../../flow/storefront-flow.js'
import type { Snapshot } from '../../snapshot.js'
import type { FakeTab } from '../fake-tabs.js'
import type { Chance } from './chance.js'
import { type Clock, createLife, type Life } from './clock.js'
import type { Device, TabStore } from './device.js'
import type { Network } from './network.js'
import type { TabSight } from './sight.js'
import { textOfContent } from './texts.js'
import type { WritableWitness } from './witness.js'

/** What a shopper does in a tab; each is fitted to what the tab shows. */
export type Deed = 'go-on' | 'say' | 'discard' | 'retry' | 'close' | 'defer' | 'rate' | 'wake' | 'seen'

/** A tab with the real chat in it. */
export interface Tab {
  readonly name: string
  readonly device: Device
  readonly life: Life
  readonly store: TabStore
  isDestroyed(): boolean
  do(deed: Deed): void
  /** The chat is ended as a page does that knows of its end. */
  destroy(): void
  /** The browser ends it. */
  crash(): void
  /** The shopper leaves the shop's account, and everything of theirs with it. */
  shutdown(): void
  freeze(): void
  /** Runs again; the page notices that the shopper is back. */
  thaw(): void
  /** What it shows and holds. */
  glance(): Pick<TabSight, 'snapshot' | 'held'>
  /** All that an invariant sees of it; `before` is how it was seen last. */
  look(snapshot: Snapshot, before: TabSight | null): Omit<TabSight, 'before' | 'changed'>
}

export interface TabParts {
  readonly clock: Clock
  readonly chance: Chance
  readonly network: Network
  readonly witness: WritableWitness
  readonly device: Device
  /** Commands may also go as single requests. */
  readonly hasTickets: boolean
  /** The other tabs of the device, where they hear each other. */
  readonly tabs: FakeTab | undefined
  /** A planted bug may stand between the chat and its store, its wire, or the world. */
  readonly plant: TabPlant
}

/** What a planted bug may wrap in a tab. */
export interface TabPlant {
  store?(store: Store): Store
  desk?(desk: ReturnType<Network['socket']>, environment: Environment): ReturnType<Network['socket']>
  environment?(environment: Environment): Environment
  snapshot?(snapshot: Snapshot): Snapshot
}

const BEGAN = Date.UTC(2026, 0, 5, 10)
const contact = { mailto: 'help@shop.example' }

/** Opens the shop's page in a tab. */
export function createTab(name: string, parts: TabParts): Tab {
  const { clock, chance, network, witness, device, plant } = parts
  const life = createLife(name)
  const caller = { name, life }
  const store = device.store(life)
  let timers = 0
  let destroyed = false

  const plain: Environment = {
    now: () => BEGAN + clock.elapsed() + device.skew,
    elapsed: clock.elapsed,
    id: chance.id,
    random: chance.next,
    later(work, ms) {
      timers++
      let waits = true
      const over = () => {
        if (waits) timers--
        waits = false
      }
      const cancel = clock.at(ms, 'timer', life, () => {
        over()
        work()
      })
      return () => {
        over()
        cancel()
      }
    },
  }
  const environment = plant.environment?.(plain) ?? plain
  const wire = network.socket(caller)
  const desk = plant.desk?.(wire, environment) ?? wire
  const chat: Chat = createChat({
    site: 'shop',
    adapter: { desk, contact, ...(parts.hasTickets && { tickets: network.requests(caller) }) },
    opening: storefrontFlow,
    flow: storefrontFlow,
    store: plant.store?.(store) ?? store,
    environment,
    ...(parts.tabs && { tabs: parts.tabs }),
  })

  const send = (intent: ShopperIntent) => void chat.send(intent)
  const snapshot = () => plant.snapshot?.(chat.getSnapshot()) ?? chat.getSnapshot()

  /** Who sits there, as far as this page knows: it may still show somebody who has left in another tab. */
  function person(): number | null {
    const held = store.held()
    return held && witness.owners.get(held.owner) !== device.person ? null : device.person
  }

  function say(): void {
    const typed = witness.type({ tab: name, device: device.name, person: person() })
    void chat.send({ type: 'say', text: typed.text }).then(() => {
      typed.done = true
      const held = store.held()
      const isTheirs = (content: Parameters<typeof textOfContent>[0]) => textOfContent(content) === typed.text
      typed.toPerson = !held?.entries.some(({ content }) => isTheirs(content))
    })
  }

  /** The next sensible thing on the way to a person, and with one. */
  function goOn(): void {
    const { status, prompt } = snapshot()
    if (status === 'idle') return send({ type: 'start' })
    if (prompt?.kind === 'review') {
      return send({ type: 'submit', prompt: prompt.id, values: { email: 'ada@shop.example' }, without: ['orderNumber'] })
    }
    if (status === 'bot' || status === 'calling' || status === 'closed') return send({ type: 'talk-to-agent' })
    say()
  }

  function doDeed(deed: Deed): void {
    const { status, marks } = snapshot()
    const marked = (state: string) => Object.keys(marks).filter((cmid) => marks[cmid] === state)
    switch (deed) {
      case 'go-on':
        return goOn()
      case 'say':
        return status === 'idle' ? goOn() : say()
      case 'discard': {
        const cmid = chance.pick([...marked('queued'), ...marked('sending'), ...marked('failed')])
        const line = cmid === undefined ? undefined : textOf(cmid)
        if (cmid === undefined || line === undefined) return
        const typed = witness.find(line)
        if (typed) typed.discarded = true
        return send({ type: 'discard', cmid })
      }
      case 'retry': {
        const cmid = chance.pick(marked('failed'))
        const typed = cmid === undefined ? undefined : witness.find(textOf(cmid) ?? '')
        if (typed) typed.retried = true
        if (cmid !== undefined) void chat.retry(cmid)
        return
      }
      case 'close':
        return send({ type: 'close' })
      case 'defer':
        return send({ type: 'defer' })
      case 'rate':
        return send({ type: 'rate', score: 4 })
      case 'wake':
        return chat.wake()
      case 'seen':
        return chat.seen()
    }
  }

  function textOf(id: string): string | undefined {
    const line = toArray(snapshot().transcript).find((entry) => entry.id === id)
    return (line && textOfContent(line.content)) ?? undefined
  }

  return {
    name,
    device,
    life,
    store,
    isDestroyed: () => destroyed,
    do(deed) {
      if (!life.gone && !life.held && !destroyed) doDeed(deed)
    },
    destroy() {
      if (life.gone || life.held || destroyed) return
      destroyed = true
      chat.destroy()
    },
    crash() {
      network.cut(caller)
      parts.tabs?.freeze()
      life.gone = true
    },
    shutdown() {
      if (!life.gone && !life.held && !destroyed) void chat.shutdown()
    },
    freeze() {
      if (life.gone || life.held) return
      life.held = []
      // A browser that freezes a page takes its lock; a page that hangs keeps it, and does not answer.
      if (parts.tabs && chance.happens(0.5)) parts.tabs.freeze()
      else parts.tabs?.hang()
    },
    thaw() {
      if (life.gone || !life.held) return
      parts.tabs?.resume()
      clock.thaw(life)
      clock.at(0, 'is back', life, () => destroyed || chat.wake())
    },
    glance: () => ({ snapshot: snapshot(), held: store.held() }),
    look(now, before) {
      const lines = toArray(now.transcript)
      const shown = before?.lines
      const isSame = shown?.length === lines.length && lines.every((line, index) => line === shown[index])
      return {
        name,
        device: device.name,
        destroyed,
        snapshot: now,
        lines: isSame ? shown : lines,
        held: store.held(),
        timers: () => timers,
        attempts: network.attempts(caller),
        level: store.level,
      }
    },
  }
}
