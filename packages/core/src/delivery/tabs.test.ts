import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nobody } from './presence.js'
import { type LiveState, leads, newTab, type Tab, type TabEffect, type TabEvent, tabStep } from './tabs.js'

const up: LiveState = { ...nobody, link: 'up' }
const down: LiveState = { ...nobody, link: 'down' }
const woken = (waits = false, shared = true): TabEvent => ({ t: 'woken', shared, waits })
const wire = (live: LiveState): TabEvent => ({ t: 'wire', owner: 'ada', wire: live })

/** The tab after these events, and everything that it has done. */
function play(...events: readonly TabEvent[]): readonly [Tab, readonly TabEffect[]] {
  return events.reduce<readonly [Tab, readonly TabEffect[]]>(
    ([tab, done], event) => {
      const [next, effects] = tabStep(tab, event)
      return [next, [...done, ...effects]]
    },
    [newTab, []],
  )
}

test.each<[string, readonly TabEvent[], readonly TabEffect[]]>([
  ['begins with the lead and ends without it', [{ t: 'granted' }, { t: 'revoked' }], ['begin', 'end']],
  ['asks who leads when it comes', [woken()], ['ask']],
  ['asks once, however often it wakes', [woken(), woken(true), woken()], ['ask']],
  ['is content with a leader whose wire is up', [woken(), wire(up), woken()], ['ask', 'show']],
  ['asks again where the wire is not up', [woken(), wire(down), woken()], ['ask', 'show', 'ask']],
  ['asks again when something waits', [woken(), wire(up), woken(true)], ['ask', 'show', 'ask']],
  ['L02 takes the lead from a leader who does not answer', [woken(), { t: 'unanswered' }], ['ask', 'force']],
  ['leaves it to a leader who has answered', [woken(), wire(up), { t: 'unanswered' }], ['ask', 'show']],
  ['never takes it while it leads', [woken(), { t: 'granted' }, { t: 'unanswered' }], ['ask', 'begin']],
  ['leads for itself while nobody else can read what it keeps', [woken(true, false)], ['begin']],
  ['and follows again when they can', [woken(true, false), woken(true, true)], ['begin', 'end', 'ask']],
  [
    'lets go of the lead of the others while it does not see what they keep',
    [{ t: 'granted' }, woken(true, false), { t: 'asks', owner: 'ada' }],
    ['begin'],
  ],
  [
    'and leads them again only once that is granted anew',
    [{ t: 'granted' }, woken(true, false), woken(), { t: 'granted' }],
    ['begin', 'end', 'ask', 'begin'],
  ],
  ['goes on when it is granted what it did already', [woken(true, false), { t: 'granted' }, woken()], ['begin']],
  ['answers while it leads', [{ t: 'granted' }, { t: 'asks', owner: 'ada' }], ['begin', 'answer']],
  ['answers nobody while it leads for itself only', [woken(true, false), { t: 'asks', owner: 'ada' }], ['begin']],
  ['passes on that somebody types', [{ t: 'granted' }, { t: 'typing', owner: 'ada', conversation: 'c' }], ['begin', 'pass']],
  ['L03 is not put off by another that leads too', [{ t: 'granted' }, wire(down)], ['begin']],
  ['does nothing about what the chat itself looks after', [{ t: 'changed' }], []],
])('a tab %s', (_, events, effects) => {
  expect(play(...events)[1]).toEqual(effects)
})

describe('whatever happens', () => {
  const event = fc.oneof(
    fc.constantFrom<TabEvent>({ t: 'granted' }, { t: 'revoked' }, { t: 'unanswered' }, { t: 'changed' }),
    fc.constantFrom<TabEvent>(
      { t: 'asks', owner: 'ada' },
      { t: 'typing', owner: 'ada', conversation: 'c' },
      wire(up),
      wire(down),
    ),
    fc.record({ t: fc.constant('woken' as const), shared: fc.boolean(), waits: fc.boolean() }),
  )

  test('begin and end take turns, and it leads exactly between them', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const [tab, done] = play(...events)
        const turns = done.filter((effect) => effect === 'begin' || effect === 'end')
        expect(turns).toEqual(turns.map((_, turn) => (turn % 2 === 0 ? 'begin' : 'end')))
        expect(leads(tab)).toBe(turns.length % 2 === 1)
      }),
    )
  })

  test('a tab that follows and has something to send has asked, and takes over unless it is answered', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const [tab, done] = play(...events, woken(true))
        if (leads(tab)) return
        expect(tab.asking).toBe(true)
        expect(done.lastIndexOf('ask')).toBeGreaterThanOrEqual(0)
        expect(tabStep(tab, { t: 'unanswered' })[1]).toEqual(['force'])
      }),
    )
  })
})
