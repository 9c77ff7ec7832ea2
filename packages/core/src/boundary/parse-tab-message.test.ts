import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { TabMessage } from '../delivery/tabs.js'
import { parseTabMessage } from './parse-tab-message.js'

const wire = { link: 'up', typing: 'Maya', readUpTo: 7, queue: { position: 2, wait: { seconds: 90, basis: 'today' } } } as const

describe('L04 what is heard from other tabs', () => {
  test.each<TabMessage>([
    { t: 'asks', owner: 'ada' },
    { t: 'typing', owner: 'ada', conversation: 'c' },
    { t: 'wire', owner: 'ada', wire },
    { t: 'wire', owner: 'ada', wire: { link: 'off', typing: null, readUpTo: 0, queue: null } },
  ])('is read: $t', (message) => {
    expect(parseTabMessage(structuredClone(message), 'ada')).toEqual(message)
  })

  test.each<[string, unknown]>([
    ['no object', 'wire'],
    ['a list', [{ t: 'asks', owner: 'ada' }]],
    ['another owner’s', { t: 'wire', owner: 'bob', wire }],
    ['nobody’s', { t: 'wire', wire }],
    ['an unknown kind', { t: 'submit', owner: 'ada' }],
    ['a wire that is none', { t: 'wire', owner: 'ada', wire: 'up' }],
    ['a state that no wire has', { t: 'wire', owner: 'ada', wire: { ...wire, link: 'on fire' } }],
    ['typing in no conversation', { t: 'typing', owner: 'ada', conversation: 7 }],
    ['inherited fields', Object.create({ t: 'asks', owner: 'ada' })],
  ])('is not believed: %s', (_, message) => {
    expect(parseTabMessage(message, 'ada')).toBeNull()
  })

  test('keeps nothing but what it knows, and nothing that is too long', () => {
    const read = parseTabMessage(
      {
        t: 'wire',
        owner: 'ada',
        evil: 1,
        wire: { ...wire, evil: 1, typing: 'x'.repeat(1_000), readUpTo: -1, queue: { position: '1' } },
      },
      'ada',
    )
    expect(read).toEqual({ t: 'wire', owner: 'ada', wire: { link: 'up', typing: 'x'.repeat(80), readUpTo: 0, queue: null } })
  })

  test('never throws', () => {
    fc.assert(fc.property(fc.anything(), (value) => void parseTabMessage(value, 'ada')))
    fc.assert(fc.property(fc.anything(), (value) => void parseTabMessage({ t: 'wire', owner: 'ada', wire: value }, 'ada')))
  })
})
