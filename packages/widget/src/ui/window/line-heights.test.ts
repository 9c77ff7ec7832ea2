import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lineHeights } from './line-heights.js'

const height = fc.integer({ min: 0, max: 2_000 })
const change = fc.oneof(fc.record({ count: fc.integer({ min: 0, max: 400 }) }), fc.record({ line: fc.nat(420), height }))

/** The same, the slow way. */
const topOf = (heights: readonly number[], line: number) => heights.slice(0, line).reduce((sum, one) => sum + one, 0)
const lineAt = (heights: readonly number[], y: number) => {
  const line = heights.findIndex((_, index) => topOf(heights, index + 1) > y)
  return line < 0 ? Math.max(0, heights.length - 1) : line
}

test('every place is where adding up all heights would put it, whatever was measured', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 60 }), height, fc.integer({ min: -500, max: 900_000 }), (changes, guess, y) => {
      const sums = lineHeights(guess)
      let plain: number[] = []
      for (const made of changes) {
        if ('count' in made) {
          sums.resize(made.count)
          plain = Array.from({ length: made.count }, (_, line) => plain[line] ?? guess)
        } else {
          sums.set(made.line, made.height)
          if (made.line < plain.length) plain[made.line] = made.height
        }
      }
      expect(sums.count).toBe(plain.length)
      expect(sums.total).toBe(topOf(plain, plain.length))
      for (const line of [0, 1, 63, 64, 65, 128, plain.length]) expect(sums.topOf(line)).toBe(topOf(plain, line))
      expect(sums.lineAt(y)).toBe(lineAt(plain, y))
    }),
  )
})

test('a line is found where it begins, as long as lines have a height', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 1, maxLength: 300 }), (heights) => {
      const sums = lineHeights(40)
      sums.resize(heights.length)
      for (const [line, height] of heights.entries()) sums.set(line, height)
      for (const line of heights.keys()) expect(sums.lineAt(sums.topOf(line))).toBe(line)
    }),
  )
})
