import type { Commit, Store } from '../../conversation/commit.js'
import { rejoin } from '../../delivery/rejoin.js'
import type { Chance } from './chance.js'
import { type Clock, createLife, type Life } from './clock.js'
import type { Weather } from './faults.js'
import type { Sometimes } from './sometimes.js'

/** A browser's storage of one site, shared by its tabs, and the clock of the device. */
export interface Device {
  readonly name: string
  /** What is kept. */
  disk(): Commit | null
  /** Milliseconds that the device's clock is wrong by. */
  skew: number
  /** Who sits before it. */
  person: number
  /** Takes away what is kept, behind everybody's back. */
  wipe(): void
  /** The store that one tab has. */
  store(life: Life): TabStore
}

/** A tab's way to what the device keeps. */
export interface TabStore extends Store {
  /** What the tab's chat goes by. */
  held(): Commit | null
  /** The next look takes longer than anybody waits for it, and the look after half a minute does not. */
  slowOnce(): void
}

export interface DeviceParts {
  readonly clock: Clock
  readonly chance: Chance
  readonly weather: Weather
  /** The storage could not be emptied when its shopper left. */
  remains(owner: string): void
  see(what: Extract<Sometimes, 'another tab was first' | 'a store falls back to memory'>): void
}

const PATIENCE = 1_000
const RETRY_EVERY = 30_000

/**
 * A device with nothing kept. The stores follow the rules of the widget's durable store: one transaction at a time, memory while the
 * database fails, and the database catches up when it answers again.
 */
export function createDevice(name: string, { clock, chance, weather, remains, see }: DeviceParts): Device {
  let disk: Commit | null = null
  const revOf = (commit: Commit | null) => commit?.rev ?? 0
  // The browser runs transactions for the tabs; one that was begun ends even if its tab is gone.
  const browser = createLife(`${name}'s storage`)

  function store(life: Life): TabStore {
    let memory: Commit | null = null
    let level: Store['level'] = 'durable'
    let durable = 0
    let nextTry = 0
    let slow = false

    let erasures = 0
    // Whoever has left here. Where the database could not be emptied, what it holds of them counts as nothing.
    let left: readonly (string | undefined)[] = []
    // What the chat goes by, which need not be what was read last.
    let held: Commit | null = null
    let lost = false

    const isAhead = () => revOf(memory) > durable
    const isBehind = (onDisk: Commit | null) =>
      isAhead() && revOf(onDisk) === durable && (onDisk ?? memory)?.owner === memory?.owner

    function ask<Answer>(what: string, writes: boolean, look: (kept: Commit | null, isDisk: boolean) => Answer): Promise<Answer> {
      return new Promise((resolve) => {
        const later = (ms: number, answer: () => Answer) => clock.at(ms, `${what} its store`, life, () => resolve(answer()))
        const inMemory = (ms: number) =>
          later(ms, () => {
            level = 'memory'
            see('a store falls back to memory')
            nextTry = clock.elapsed() + RETRY_EVERY
            return look(memory, false)
          })
        if (clock.elapsed() < nextTry) return void later(0.05, () => look(memory, false))
        if (slow) {
          slow = false
          return void inMemory(PATIENCE)
        }
        if (weather.strikes('store-throws')) return void inMemory(chance.happens(0.5) ? 0.1 : PATIENCE)
        if (writes && weather.strikes('quota')) return void inMemory(0.3)
        clock.at(chance.between(0.2, 3), what, browser, () => {
          const answer = look(disk && left.includes(disk.owner) ? null : disk, true)
          later(0.1, () => {
            level = 'durable'
            return answer
          })
        })
      })
    }

    /** As the chat takes what it reads: always where it has just lost, else only what is newer or another's. */
    function take(read: Commit | null): void {
      const isNews = lost || !held || read?.owner !== held.owner || read.rev > held.rev
      if (isNews) held = read
      lost = false
    }

    return {
      held: () => held,
      slowOnce() {
        slow = true
      },
      get level() {
        return level
      },
      async read() {
        const before = erasures
        const found = await ask('reads', false, (onDisk) => (isBehind(onDisk) ? memory : onDisk))
        if (erasures > before) return memory
        const isSame = revOf(found) === revOf(memory) && found?.owner === memory?.owner
        if (found !== memory && (!isSame || isAhead())) {
          const wasAhead = isAhead()
          durable = revOf(found)
          // What this tab has kept while it was alone joins what the others have kept.
          memory = found && memory && wasAhead && found.owner === memory.owner ? rejoin(found, memory) : found
        }
        take(memory)
        return memory
      },
      async commit(next) {
        const before = erasures
        const follows = (kept: Commit | null) => revOf(kept) === next.rev - 1 && (kept ?? next).owner === next.owner
        const won = await ask('writes', true, (onDisk, isDisk) => {
          const apart = isDisk && isAhead() && !isBehind(onDisk)
          const wins = !apart && follows(isBehind(onDisk) ? memory : onDisk)
          if (wins && isDisk) {
            disk = next
            durable = next.rev
          }
          return wins
        })
        const holds = won && erasures === before
        lost = !holds
        if (holds) {
          memory = next
          held = next
        } else see('another tab was first')
        return holds ? 'done' : 'lost'
      },
      async erase() {
        left = [...left, memory?.owner]
        memory = null
        held = null
        durable = 0
        erasures++
        nextTry = 0
        await ask('erases', true, (_, isDisk) => {
          if (isDisk) disk = null
          else if (disk) remains(disk.owner)
        })
      },
    }
  }

  return {
    name,
    disk: () => disk,
    skew: 0,
    person: 0,
    wipe() {
      disk = null
    },
    store,
  }
}
