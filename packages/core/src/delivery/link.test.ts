import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attempting, connected, failed, hold, type Link, noLink, reconnectWait, rested } from './link.js'

const after = (failures: number): Link => ({ ...noLink, state: 'down', failures })

describe('the wait before the next attempt', () => {
  test.each([
    [0, 1_000],
    [1, 2_000],
    [4, 16_000],
    [5, 30_000],
    [50, 30_000],
  ])('after %i failures it is up to %i ms while visible', (failures, longest) => {
    expect(reconnectWait(after(failures), 0, 1, true)).toBe(longest)
    expect(reconnectWait(after(failures), 0, 0, true)).toBe(0)
    expect(reconnectWait(after(failures), 0, 0.5, true)).toBe(longest / 2)
  })

  test('is up to five minutes while hidden', () => {
    expect(reconnectWait(after(50), 0, 1, false)).toBe(300_000)
  })

  test('is never shorter than the desk asked for', () => {
    expect(reconnectWait(after(0), 0, 0, true, 7_000)).toBe(7_000)
  })
})

describe('twelve attempts a minute', () => {
  test('are allowed at once, and the thirteenth waits for the first to be a minute ago', () => {
    let link = noLink
    for (let attempt = 0; attempt < 12; attempt++) {
      expect(hold(link, 1_000 + attempt)).toBe(0)
      link = attempting(link, 1_000 + attempt)
    }
    expect(hold(link, 2_000)).toBe(59_000)
    expect(reconnectWait(link, 2_000, 0, true)).toBe(59_000)
    expect(hold(link, 61_000)).toBe(0)
  })

  test('hold for any times, and a clock that is set back holds nobody for long', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e11, max: 1e11 }), { maxLength: 100 }), (jumps) => {
        let now = 1.7e12
        let link = noLink
        for (const jump of jumps) {
          now += jump
          const wait = hold(link, now)
          expect(wait).toBeLessThanOrEqual(60_000)
          link = attempting(link, now + wait)
          expect(link.attempts.length).toBeLessThanOrEqual(12)
        }
      }),
    )
  })
})

test('failures count while there is no welcome, and a break of a good wire starts from the shortest wait', () => {
  let link = failed(attempting(failed(attempting(noLink, 0)), 1))
  expect(link).toMatchObject({ state: 'down', failures: 2 })
  link = connected({ ...attempting(link, 2), told: true })
  expect(link).toMatchObject({ state: 'up', failures: 0, told: false })
  expect(failed(link)).toMatchObject({ state: 'down', failures: 0 })
  expect(rested(failed(link)).state).toBe('off')
})
