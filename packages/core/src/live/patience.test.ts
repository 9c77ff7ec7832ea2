import { describe, expect, test, vi } from 'vitest'
import { createFakeEnvironment } from '../testing/fake-environment.js'
import { askWithin, createTimers } from './patience.js'

describe('a question', () => {
  test('is answered, and leaves no timer and no listener', async () => {
    const { later, timers } = createFakeEnvironment()
    const { signal } = new AbortController()
    const removed = vi.spyOn(signal, 'removeEventListener')
    const added = vi.spyOn(signal, 'addEventListener')
    expect(await askWithin(later, 10, signal, async () => 'yes')).toBe('yes')
    expect([timers(), added.mock.calls.length, removed.mock.calls.length]).toEqual([0, 1, 1])
  })

  test.each<[string, (signal: AbortSignal) => Promise<string>]>([
    ['rejects', async () => Promise.reject(new Error('no'))],
    [
      'throws',
      () => {
        throw new Error('no')
      },
    ],
  ])('that %s has no answer', async (_name, question) => {
    const { later, timers } = createFakeEnvironment()
    expect(await askWithin(later, 10, new AbortController().signal, question)).toBeNull()
    expect(timers()).toBe(0)
  })

  test('that takes too long is called off', async () => {
    const environment = createFakeEnvironment()
    let asked: AbortSignal | null = null
    const answer = askWithin(environment.later, 10, new AbortController().signal, (signal) => {
      asked = signal
      return new Promise(() => {})
    })
    await environment.advance(10)
    expect(await answer).toBeNull()
    expect(asked).toHaveProperty('aborted', true)
  })

  test('whose asker has gone is called off, or never asked', async () => {
    const { later, timers } = createFakeEnvironment()
    const asker = new AbortController()
    const answer = askWithin(later, 10, asker.signal, () => new Promise(() => {}))
    asker.abort()
    expect(await answer).toBeNull()
    const question = vi.fn(async () => 'yes')
    expect(await askWithin(later, 10, asker.signal, question)).toBeNull()
    expect(question).not.toHaveBeenCalled()
    expect(timers()).toBe(0)
  })
})

test('there is one timer for each purpose', async () => {
  const environment = createFakeEnvironment()
  const timers = createTimers<'a' | 'b'>(environment.later)
  const rang: string[] = []
  timers.set('a', () => rang.push('first'), 5)
  timers.set('a', () => rang.push('second'), 10)
  timers.set('b', () => rang.push('b'), 20)
  expect(environment.timers()).toBe(2)
  await environment.advance(10)
  expect([rang, timers.running('a'), timers.running('b')]).toEqual([['second'], false, true])
  timers.clearAll()
  expect(environment.timers()).toBe(0)
})
