import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineHeights } from './line-heights.js'
import { nextRange, type Range } from './next-range.js'

const story = fc.array(fc.integer({ min: 20, max: 1_400 }), { minLength: 1, maxLength: 300 }).map((heights) => {
  const sums = lineHeights(60)
  sums.resize(heights.length)
  for (const [line, height] of heights.entries()) sums.set(line, height)
  return sums
})
const sight = fc.record({ top: fc.integer({ min: -300, max: 420_000 }), height: fc.integer({ min: 200, max: 1_400 }) })
const nothing: Range = { from: 0, to: 0 }

test('what is seen is drawn, and what is drawn is bounded, from wherever the reader comes', () => {
  fc.assert(
    fc.property(story, sight, sight, (heights, before, now) => {
      const { from, to } = nextRange(nextRange(nothing, heights, before), heights, now)
      const top = Math.min(now.top, heights.total)
      expect(from).toBeLessThan(to)
      expect(to).toBeLessThanOrEqual(heights.count)
      expect(heights.topOf(from)).toBeLessThanOrEqual(Math.max(0, top))
      expect(heights.topOf(to)).toBeGreaterThanOrEqual(Math.min(heights.total, top + now.height))
      // The lines at both ends may be taller than what is left for them.
      expect(heights.topOf(to - 1) - heights.topOf(from + 1)).toBeLessThanOrEqual(now.height + 2 * 700)
    }),
  )
})

test('a reader who stays, or goes on a little, has the same lines', () => {
  fc.assert(
    fc.property(story, sight, fc.integer({ min: -200, max: 200 }), (heights, here, step) => {
      const range = nextRange(nothing, heights, here)
      expect(nextRange(range, heights, here)).toBe(range)
      expect(nextRange(range, heights, { ...here, top: here.top + step })).toBe(range)
    }),
  )
})
