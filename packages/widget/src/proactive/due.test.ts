import type { Proactive } from '@shopbell/core'
import { describe, expect, test, vi } from 'vitest'
import { dueOpening, type Visit } from './due.js'

const never = (): boolean => false
const visit = (known: Partial<Visit> = {}): Visit => ({
  path: '/',
  seconds: 0,
  cart: null,
  leaving: false,
  busy: false,
  seen: never,
  asksConsent: never,
  ...known,
})
const opening = (when: Proactive['when'], id = 'help'): Proactive => ({ id, text: 'A question?', when })

describe('an opening is due', () => {
  test.each<[string, Proactive['when'], Partial<Visit>, boolean]>([
    ['on its path', { path: '/kettles/' }, { path: '/kettles/fern' }, true],
    ['not on another path', { path: '/kettles/' }, { path: '/kettles' }, false],
    ['after its time', { seconds: 30 }, { seconds: 30 }, true],
    ['not before its time', { seconds: 30 }, { seconds: 29 }, false],
    ['with a cart that is worth so much', { cart: 150 }, { cart: 150 }, true],
    ['not with a smaller cart', { cart: 150 }, { cart: 149.99 }, false],
    ['not where the page tells nothing of a cart', { cart: 0 }, { cart: null }, false],
    ['with an empty cart, where that is enough', { cart: 0 }, { cart: 0 }, true],
    ['not for a cart that is no number', { cart: 1 }, { cart: Number.NaN }, false],
    ['when the pointer leaves', { exit: true }, { leaving: true }, true],
    ['not while the pointer stays', { exit: true }, { seconds: 900 }, false],
    [
      'where all of it holds',
      { path: '/k', seconds: 5, cart: 10, exit: true },
      { path: '/k', seconds: 5, cart: 10, leaving: true },
      true,
    ],
    ['not where one of it does not', { path: '/k', seconds: 5, cart: 10 }, { path: '/k', seconds: 5, cart: 9 }, false],
    ['never, where nothing is said', {}, { seconds: 900, leaving: true, cart: 1 }, false],
    ['not for who talks already', { seconds: 1 }, { seconds: 9, busy: true }, false],
    ['not for who has seen it', { seconds: 1 }, { seconds: 9, seen: (id) => id === 'help' }, false],
    ['not over a question for consent', { seconds: 1 }, { seconds: 9, asksConsent: () => true }, false],
  ])('%s', (_, when, known, expected) => {
    expect(dueOpening([opening(when)], visit(known)) !== undefined).toBe(expected)
  })

  test('before those that come after it, unless it was seen', () => {
    const all = [opening({ seconds: 5 }, 'first'), opening({ seconds: 1 }, 'second')]
    const of = (known: Partial<Visit>) => dueOpening(all, visit(known))?.id
    expect(of({ seconds: 4 })).toBe('second')
    expect(of({ seconds: 5 })).toBe('first')
    expect(of({ seconds: 5, seen: (id) => id === 'first' })).toBe('second')
    expect(of({ seconds: 5, seen: () => true })).toBeUndefined()
  })

  test('without a look at storage or at the page, unless it is its moment', () => {
    const known = visit({ seconds: 4, seen: vi.fn(never), asksConsent: vi.fn(never) })
    dueOpening([opening({ seconds: 5 })], known)
    dueOpening([opening({ seconds: 1 })], { ...known, busy: true })
    expect(known.seen).not.toHaveBeenCalled()
    expect(known.asksConsent).not.toHaveBeenCalled()
  })
})
