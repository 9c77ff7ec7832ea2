import type { Environment } from '../environment.js'

/** Timers by what they are for: setting one takes the former of its purpose back, so there is never more than one. */
export interface Timers<Purpose extends string> {
  set(purpose: Purpose, work: () => void, ms: number): void
  clear(purpose: Purpose): void
  running(purpose: Purpose): boolean
  clearAll(): void
}

/** Timers on the environment's clock. */
export function createTimers<Purpose extends string>(later: Environment['later']): Timers<Purpose> {
  const cancels = new Map<Purpose, () => void>()
  const clear = (purpose: Purpose) => {
    cancels.get(purpose)?.()
    cancels.delete(purpose)
  }
  return {
    clear,
    set(purpose, work, ms) {
      clear(purpose)
      const fire = () => {
        cancels.delete(purpose)
        work()
      }
      cancels.set(purpose, later(fire, ms))
    },
    running: (purpose) => cancels.has(purpose),
    clearAll: () => [...cancels.keys()].forEach(clear),
  }
}

/** The answer to `question`, or `null` if it takes longer than `ms`, throws, or `signal` aborts. Nothing is left running. */
export function askWithin<Answer>(
  later: Environment['later'],
  ms: number,
  signal: AbortSignal,
  question: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer | null> {
  return new Promise((resolve) => {
    const own = new AbortController()
    const giveUp = () => finish(null)
    const cancel = later(giveUp, ms)
    function finish(answer: Answer | null) {
      cancel()
      signal.removeEventListener('abort', giveUp)
      own.abort()
      resolve(answer)
    }
    signal.addEventListener('abort', giveUp)
    if (signal.aborted) return giveUp()
    const asked = async () => question(own.signal)
    asked().then(finish, giveUp)
  })
}

/** `work`'s result, or nothing where it threw: what goes wrong at the desk's or the store's end must not reach the shopper. */
export async function attempt<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
