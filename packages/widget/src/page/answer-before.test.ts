/** @vitest-environment happy-dom */
import { expect, test, vi } from 'vitest'
import { answerBefore } from './answer-before.js'

const setting = () => ''

test('what waits for whoever logs out before the chat is here is not the next one’s, and has its answer', async () => {
  const facts = { name: 'words of old' }
  const done = vi.fn()
  const heard = () => undefined
  const shutdown = ['shutdown']
  const written = { theme: 'fjord', facts, context: '#who' }
  const queue: ArrayLike<unknown>[] = [
    ['boot', written],
    ['on', 'ready', heard],
    Object.assign(['identify', facts], { done }),
    Object.assign(['track', 'words of old'], { done }),
    Object.assign(['prefill', 'words of old'], { done }),
    shutdown,
    ['identify', { name: 'the next' }],
  ]
  await answerBefore(document.createElement('div'), setting, shutdown, queue)
  expect(queue.map((call) => Array.from(call))).toEqual([
    ['boot', { theme: 'fjord' }],
    ['on', 'ready', heard],
    ['identify', { name: 'the next' }],
  ])
  expect(done).toHaveBeenCalledTimes(3)
  // The page's own object stays as it is.
  expect(written.facts).toBe(facts)
})
