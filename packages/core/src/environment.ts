import type { Id } from './conversation/entry.js'

/** Time and chance, as inputs. The defaults are the platform's own. */
export interface Environment {
  /** Milliseconds since 1970. */
  now(): number
  /** Milliseconds on a clock that nobody sets, for durations. Defaults to `now`. */
  elapsed?(): number
  /** 16 fresh random bytes, URL-safe. */
  id(): Id
  /** Between 0 and 1. */
  random(): number
  /** Runs `work` after `ms`; the answer takes it back. */
  later(work: () => void, ms: number): () => void
}

function randomId(): Id {
  const words = crypto.getRandomValues(new Uint32Array(4))
  return Array.from(words, (word) => word.toString(36).padStart(7, '0')).join('')
}

/** The platform's own clock, randomness and timers. */
export const platform: Environment = {
  now: () => Date.now(),
  elapsed: () => performance.now(),
  id: randomId,
  random: () => Math.random(),
  later(work, ms) {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}
