import { describe, expect, test } from 'vitest'
import { hinted, nobody } from './presence.js'

describe('hints', () => {
  test('of another conversation change nothing', () => {
    expect(hinted(nobody, { type: 'typing', conversation: 'w', by: 'agent' }, 'v')).toBe(nobody)
    expect(hinted(nobody, { type: 'typing', conversation: 'w', by: 'agent' }, null)).toBe(nobody)
  })

  test('of the shopper, from another tab, change nothing', () => {
    expect(hinted(nobody, { type: 'typing', conversation: 'v', by: 'shopper' }, 'v')).toBe(nobody)
    expect(hinted(nobody, { type: 'read', conversation: 'v', by: 'shopper', seq: 4 }, 'v')).toBe(nobody)
  })

  test('what was read stays read, in whatever order receipts come', () => {
    const read = [4, 10, 7].reduce((so, seq) => hinted(so, { type: 'read', conversation: 'v', by: 'agent', seq }, 'v'), nobody)
    expect(read.readUpTo).toBe(10)
  })

  test('say who types and how long it takes', () => {
    const wait = { seconds: 60, basis: 'today' } as const
    let presence = hinted(nobody, { type: 'queue', conversation: 'v', position: 3, wait }, 'v')
    presence = hinted(presence, { type: 'typing', conversation: 'v', by: 'agent' }, 'v')
    expect(presence).toEqual({ queue: { position: 3, wait }, typing: '', readUpTo: 0 })
  })
})
