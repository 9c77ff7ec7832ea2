import type { Environment } from '../environment.js'

/** Time that stands still until it is told to go on, and chance that repeats itself. */
export interface FakeEnvironment extends Environment {
  /** Lets `ms` pass: runs what is due, in order, and waits for what follows from it. */
  advance(ms: number): Promise<void>
  /** Waits for what is under way without letting time pass. */
  settle(): Promise<void>
  /** How many timers run. */
  timers(): number
  /** Milliseconds until the next timer is due; `null` if none runs. */
  untilNext(): number | null
  /** Sets the clock to another time without running timers, as a traveller or a flat battery does. */
  setClock(now: number): void
}

// Promises that follow each other need a turn each; the longest chains in this code are below thirty.
const TURNS = 100

/**
 * An environment for tests: a clock by hand, timers, and ids and chance from a seed.
 *
 * @example
 * const environment = createFakeEnvironment()
 * environment.later(() => ring(), 1_000)
 * await environment.advance(1_000)
 */
export function createFakeEnvironment(seed = 1, start = Date.UTC(2026, 0, 5, 10)): FakeEnvironment {
  let state = seed >>> 0
  let elapsed = 0
  let offset = start
  let made = 0
  const waiting = new Map<number, { readonly due: number; readonly work: () => void }>()

  // Mulberry32: small, quick, and the same everywhere.
  function random(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < TURNS; turn++) await Promise.resolve()
  }

  function next(until: number): number | null {
    let first: number | null = null
    let due = until
    for (const [id, timer] of waiting) {
      if (timer.due < due || (timer.due === due && first === null)) {
        first = id
        due = timer.due
      }
    }
    return first
  }

  return {
    now: () => offset + elapsed,
    elapsed: () => elapsed,
    random,
    id: () => Array.from({ length: 22 }, () => ALPHABET[Math.floor(random() * ALPHABET.length)]).join(''),
    later(work, ms) {
      const id = ++made
      waiting.set(id, { due: elapsed + Math.max(0, ms), work })
      return () => waiting.delete(id)
    },
    settle,
    async advance(ms) {
      const until = elapsed + ms
      await settle()
      for (let id = next(until); id !== null; id = next(until)) {
        const timer = waiting.get(id)
        waiting.delete(id)
        elapsed = timer?.due ?? elapsed
        timer?.work()
        await settle()
      }
      elapsed = until
    },
    timers: () => waiting.size,
    untilNext() {
      const dues = [...waiting.values()].map(({ due }) => Math.max(0, due - elapsed))
      return dues.length === 0 ? null : Math.min(...dues)
    },
    setClock: (now) => {
      offset = now - elapsed
    },
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
