import { describe, expect, test } from 'vitest'
import type { Intent } from './conversation/event.js'
import { createEffects } from './effects.js'
import type { Availability } from './handoff/availability.js'
import { createFakeEnvironment } from './testing/fake-environment.js'

const CLOSED: Availability = { open: false, wait: null, opens: null, closes: null, reply: null }
const OPEN: Availability = { ...CLOSED, open: true }

interface Look {
  readonly signal: AbortSignal
  answer(there: Availability): void
  fail(): void
}

/** Hands that ask a shop who is there, which answers when the test says so. A look that was taken back may be answered, too. */
function handsOf() {
  const environment = createFakeEnvironment()
  const looks: Look[] = []
  const news: Intent[] = []
  const get = (signal: AbortSignal): Promise<Availability> =>
    new Promise((resolve, reject) => {
      looks.push({ signal, answer: resolve, fail: () => reject(new Error('no network')) })
    })
  const effects = createEffects({
    adapter: { availability: { get } },
    environment,
    sender: () => ({ site: 'demo', owner: 'owner', secret: 'secret', outbox: 'outbox' }),
    dispatch: (intent) => news.push(intent),
  })
  const look = (): Look => {
    effects.perform({ do: 'look-who-is-there' })
    const last = looks.at(-1)
    if (!last) throw new Error('nobody was asked')
    return last
  }
  return { effects, environment, look, looks, news }
}

describe('a look that was taken back and one that was begun after it', () => {
  const TAKEN_BACK: readonly (readonly [string, (hands: ReturnType<typeof handsOf>) => Promise<void> | void])[] = [
    ['because it took too long', ({ environment }) => environment.advance(10_000)],
    ['because the shopper has left', ({ effects }) => effects.stop()],
  ]

  test.each(TAKEN_BACK)('%s: what the first finds late is no news', async (_, takeBack) => {
    const hands = handsOf()
    const first = hands.look()
    await takeBack(hands)
    const second = hands.look()
    expect([first.signal.aborted, second.signal.aborted]).toEqual([true, false])
    first.answer(CLOSED)
    await hands.environment.settle()
    expect(hands.news).toEqual([])
  })

  test.each(TAKEN_BACK)('%s: that the first fails late is no news either', async (_, takeBack) => {
    const hands = handsOf()
    const first = hands.look()
    await takeBack(hands)
    hands.look()
    first.fail()
    await hands.environment.settle()
    expect(hands.news).toEqual([])
  })

  test.each(TAKEN_BACK)('%s: what the second finds is told, though the first has answered before', async (_, takeBack) => {
    const hands = handsOf()
    const first = hands.look()
    await takeBack(hands)
    const second = hands.look()
    first.answer(CLOSED)
    await hands.environment.settle()
    hands.look()
    expect(hands.looks).toHaveLength(2)
    second.answer(OPEN)
    await hands.environment.settle()
    expect(hands.news).toEqual([{ type: 'availability.changed', availability: OPEN }])
    expect(hands.environment.timers()).toBe(0)
  })

  test.each(TAKEN_BACK)('%s: the second is taken back in its own time', async (_, takeBack) => {
    const hands = handsOf()
    const first = hands.look()
    await takeBack(hands)
    const second = hands.look()
    first.answer(CLOSED)
    await hands.environment.advance(9_999)
    expect(second.signal.aborted).toBe(false)
    await hands.environment.advance(1)
    expect(second.signal.aborted).toBe(true)
  })
})
