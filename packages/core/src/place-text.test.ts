import { describe, expect, test } from 'vitest'
import type { Adapter, Classifier } from './adapter.js'
import type { ChatEvent } from './conversation/event.js'
import { initialState } from './conversation/start.js'
import { storefrontFlow } from './flow/storefront-flow.js'
import { placeText } from './place-text.js'
import { createFakeEnvironment, type FakeEnvironment } from './testing/fake-environment.js'

const state = { ...initialState(storefrontFlow), phase: 'bot' as const }
const say = (text: string): Extract<ChatEvent, { type: 'say' }> => ({ type: 'say', text, id: 'e', at: 0 })

interface Setting {
  readonly classify?: Classifier['classify']
  readonly locale?: string
  readonly moved?: AbortSignal
  readonly environment?: FakeEnvironment
}

function place(text: string, { classify, locale = 'en', moved, environment = createFakeEnvironment() }: Setting = {}) {
  const adapter: Adapter = classify ? { classifier: { classify } } : {}
  return placeText(say(text), state, storefrontFlow, { adapter, environment, locale }, moved ?? new AbortController().signal)
}

test('without a classifier the rules decide', async () => {
  expect((await place('where is my parcel?')).route).toMatchObject({ to: 'order' })
})

describe('a shopper’s own language', () => {
  test.each([
    ['de', 'Kann ich bitte mit jemandem sprechen?'],
    ['de-CH', 'Gib mir endlich einen Menschen'],
    ['pt', 'tem alguém aí?'],
    ['zh-TW', '转人工'],
    ['ja-JP', '人と話したい'],
    ['ar', 'خدمة العملاء'],
    ['fr_CA', "y a quelqu'un ?"],
    ['es', 'quiero hablar con alguien'],
    ['xx', 'a human please'],
    ['__proto__', 'a human please'],
  ])('%s: “%s” is heard', async (locale, text) => {
    expect((await place(text, { locale })).route).toMatchObject({ to: 'person', reason: 'asked' })
  })
})

describe('the shop’s classifier', () => {
  const person = async () => ({ to: 'person', reason: 'complex', score: 0.9 }) as const

  test('decides what the rules are not certain of', async () => {
    expect((await place('flurb', { classify: person })).route).toMatchObject({ to: 'person', reason: 'complex' })
  })

  test.each(['talk to a human', 'I was charged twice', 'thanks!'])('is not asked about “%s”', async (text) => {
    let asked = 0
    await place(text, {
      classify: async () => {
        asked++
        return null
      },
    })
    expect(asked).toBe(0)
  })

  test('hears the text’s beginning and the shopper’s language', async () => {
    const heard: unknown[] = []
    await place(`flurb ${'x'.repeat(3_000)}`, {
      locale: 'de',
      classify: async (text, locale) => {
        heard.push(text.length, locale)
        return null
      },
    })
    expect(heard).toEqual([1_000, 'de'])
  })

  test.each<[string, Classifier['classify']]>([
    [
      'throws',
      () => {
        throw new Error('down')
      },
    ],
    ['rejects', () => Promise.reject(new Error('down'))],
    ['has no opinion', async () => null],
    ['answers nonsense', async () => ({ to: 'the moon', score: 1 }) as never],
    ['is surer than sure', async () => ({ to: 'faq', score: 7 })],
    ['knows no number', async () => ({ to: 'faq', score: Number.NaN })],
    ['is not sure', async () => ({ to: 'faq', score: 0.2 })],
  ])('leaves it to the rules when it %s', async (_, classify) => {
    expect((await place('where is my parcel?', { classify })).route).toMatchObject({ to: 'order' })
  })

  test('has a second and a half; then the rules decide, and it is told to stop', async () => {
    const environment = createFakeEnvironment()
    let told: AbortSignal | undefined
    const placed = place('where is my parcel?', {
      environment,
      classify: (_, __, signal) => {
        told = signal
        return new Promise(() => undefined)
      },
    })
    await expect.poll(() => told?.aborted).toBe(false)
    let done = false
    void placed.then(() => {
      done = true
    })
    await environment.advance(1_499)
    expect([done, told?.aborted]).toEqual([false, false])
    await environment.advance(1)
    expect((await placed).route).toMatchObject({ to: 'order' })
    expect([told?.aborted, environment.timers()]).toEqual([true, 0])
  })

  test('is told to stop when the shopper moves on, and the rules decide at once', async () => {
    const moved = new AbortController()
    const environment = createFakeEnvironment()
    let told: AbortSignal | undefined
    const placed = place('where is my parcel?', {
      environment,
      moved: moved.signal,
      classify: (_, __, signal) => {
        told = signal
        return new Promise(() => undefined)
      },
    })
    await expect.poll(() => told?.aborted).toBe(false)
    moved.abort()
    expect((await placed).route).toMatchObject({ to: 'order' })
    expect([told?.aborted, environment.timers()]).toEqual([true, 0])
  })

  test('is not asked at all by one who has moved on already', async () => {
    expect((await place('where is my parcel?', { moved: AbortSignal.abort(), classify: person })).route).toMatchObject({
      to: 'order',
    })
  })
})

test.each(['review', 'handed'] as const)('what is said in the phase %s is for a person and is not placed', async (phase) => {
  const host = { adapter: {}, environment: createFakeEnvironment(), locale: 'en' }
  const event = say('where is my parcel?')
  expect(await placeText(event, { ...state, phase, log: null }, storefrontFlow, host, new AbortController().signal)).toBe(event)
})
