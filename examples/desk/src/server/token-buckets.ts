/** A bucket of tokens per key, in memory: it smooths bursts. What must survive a restart is counted in the database (`limits.ts`). */
export interface TokenBuckets {
  /** Takes a token: 0 if there was one, else the milliseconds until there is. */
  take(key: string): number
}

/** `capacity` tokens at once, `perSecond` afterwards. */
export function createTokenBuckets(capacity: number, perSecond: number, now: () => number): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>()
  const refilled = (bucket: { tokens: number; at: number }, at: number) =>
    Math.min(capacity, bucket.tokens + (Math.max(0, at - bucket.at) / 1_000) * perSecond)
  return {
    take(key) {
      const at = now()
      // Full buckets say nothing; dropping them keeps memory flat however many keys come by.
      if (buckets.size > 10_000) for (const [name, bucket] of buckets) if (refilled(bucket, at) >= capacity) buckets.delete(name)
      const bucket = buckets.get(key) ?? { tokens: capacity, at }
      const tokens = refilled(bucket, at)
      buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at })
      return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) / perSecond) * 1_000)
    },
  }
}
