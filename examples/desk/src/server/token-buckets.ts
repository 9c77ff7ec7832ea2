/** A bucket of tokens per key, in memory: it smooths bursts. What must survive a restart is counted in the database (`limits.ts`). */
export interface TokenBuckets {
  /** Takes a token: 0 if there was one, else the milliseconds until there is. */
  take(key: string): number
  /** How many keys are remembered. */
  readonly size: number
}

/** More keys than this at once, and those that were quiet the longest are forgotten. */
const MOST_KEYS = 50_000

interface Bucket {
  readonly tokens: number
  readonly at: number
}

/** `capacity` tokens at once, `perSecond` afterwards. Every take costs the same, however many keys come by. */
export function createTokenBuckets(capacity: number, perSecond: number, now: () => number, most = MOST_KEYS): TokenBuckets {
  const fullAfter = (capacity / perSecond) * 1_000
  // Two shelves instead of a sweep: what nobody takes from while one fills goes out with the older one, at no cost per key.
  let recent = new Map<string, Bucket>()
  let older = new Map<string, Bucket>()
  let began = now()
  return {
    take(key) {
      const at = now()
      // After so long a quiet bucket is full, and a full one says nothing.
      if (at - began >= fullAfter || recent.size >= most / 2) {
        older = recent
        recent = new Map()
        began = at
      }
      const known = recent.get(key) ?? older.get(key) ?? { tokens: capacity, at }
      const tokens = Math.min(capacity, known.tokens + (Math.max(0, at - known.at) / 1_000) * perSecond)
      older.delete(key)
      recent.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1_000)
    },
    get size() {
      return recent.size + older.size
    },
  }
}
