import { describe, expect, it } from 'vitest'
import { createTokenBuckets } from './token-buckets.js'

describe('a bucket of tokens', () => {
  it('gives a burst, then so many a second, and says how long until the next', () => {
    let at = 0
    const buckets = createTokenBuckets(3, 2, () => at)
    expect([1, 2, 3, 4].map(() => buckets.take('ada'))).toEqual([0, 0, 0, 500])
    expect(buckets.take('ben')).toBe(0)
    at += 500
    expect([buckets.take('ada'), buckets.take('ada')]).toEqual([0, 500])
    at += 60_000
    expect([1, 2, 3, 4].map(() => buckets.take('ada'))).toEqual([0, 0, 0, 500])
  })

  it('forgets no key whose bucket is not full, and soon every one that is', () => {
    let at = 0
    const buckets = createTokenBuckets(2, 1, () => at)
    for (const expected of [0, 0, 1_000]) expect(buckets.take('ada')).toBe(expected)
    for (at = 1_000; at < 100_000; at += 1_000) {
      // One token came back, never two: however often others were forgotten, this bucket was not.
      expect([buckets.take('ada'), buckets.take('ada')]).toEqual([0, 1_000])
      buckets.take(`once ${at}`)
      expect(buckets.size).toBeLessThan(8)
    }
  })

  it('remembers no more keys than it may, the latest of them', () => {
    const buckets = createTokenBuckets(1, 1, () => 0, 100)
    for (let key = 0; key < 1_000; key += 1) {
      buckets.take(String(key))
      expect(buckets.size).toBeLessThanOrEqual(100)
    }
    expect([buckets.take('999'), buckets.take('960'), buckets.take('899')]).toEqual([1_000, 1_000, 0])
  })

  it('costs the same with ever more keys', () => {
    const buckets = createTokenBuckets(1, 1, () => 0, 20_000)
    const began = performance.now()
    for (let key = 0; key < 100_000; key += 1) buckets.take(String(key))
    // A walk over all keys at every take would be a thousand million steps: half a minute, not a moment.
    expect(performance.now() - began).toBeLessThan(3_000)
  })
})
