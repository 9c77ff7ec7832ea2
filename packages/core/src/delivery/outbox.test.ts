import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Commit, Waiting } from '../conversation/commit.js'
import type { ChatEvent } from '../conversation/event.js'
import { LIMITS } from '../limits.js'
import { blankCommit, messageOp, openOp } from '../testing/blank-commit.js'
import { createFakeEnvironment } from '../testing/fake-environment.js'
import { discard, enqueue, nextCommand, pending, renumber, settle, withoutLost } from './outbox.js'
import type { Op, Verdict } from './protocol.js'
import { queueCommands } from './queue-commands.js'

const START: Commit = { ...blankCommit(createFakeEnvironment()), outbox: 'box' }

/** A commit that is handed to conversation `v` with these texts queued behind its `open`. */
function queued(...texts: readonly string[]): Commit {
  let commit: Commit = { ...START, state: { ...START.state, phase: 'handed', conversation: 'v' } }
  commit = put(commit, openOp('v'), 'v')
  for (const text of texts) commit = put(commit, messageOp(text), text)
  return commit
}

function put(commit: Commit, op: Op, cmid: string): Commit {
  const next = enqueue(commit, op, cmid, commit.state.conversation ?? 'v', 0)
  if (typeof next === 'string') throw new Error(next)
  return next
}

const accepted = (cmid: string, seq: number, conversation = 'v'): Verdict => ({
  t: 'committed',
  cmid,
  conversation,
  seq,
  at: 0,
  dup: false,
})
const namesOf = ({ commands }: Commit) => commands.map(({ cmid }) => cmid)
const numbersOf = ({ commands }: Commit) => commands.map(({ n }) => n)

describe('enqueue', () => {
  test('numbers commands 1, 2, 3 and leaves the given commit as it was', () => {
    const before = queued('a')
    const after = put(before, messageOp('b'), 'b')
    expect(numbersOf(after)).toEqual([1, 2, 3])
    expect(namesOf(before)).toEqual(['v', 'a'])
    expect(after.n).toBe(4)
  })

  test('queues the same cmid once', () => {
    const before = queued('a')
    expect(enqueue(before, messageOp('a'), 'a', 'v', 0)).toBe(before)
  })

  test('refuses what no desk would take, by bytes, not by characters', () => {
    const fits = 'é'.repeat(LIMITS.command / 2 - 200)
    expect(enqueue(queued(), messageOp(fits), 'c', 'v', 0)).toHaveProperty('n', 3)
    expect(enqueue(queued(), messageOp(`${fits}${'é'.repeat(200)}`), 'c', 'v', 0)).toBe('too_long')
    expect(enqueue(queued(), messageOp('😀'.repeat(LIMITS.command / 4)), 'c', 'v', 0)).toBe('too_long')
  })

  test.each([
    ['what comes after the 200th', 'full', LIMITS.outbox, 'x'],
    ['what no desk would take', 'too_long', 1, 'x'.repeat(LIMITS.command)],
  ])('%s is kept as failed, with its own reason: %s', (_, code, count, text) => {
    let commit = queued()
    for (let n = 1; n < count; n++) commit = put(commit, messageOp('x'), `${n}`)
    const op = { op: 'message', content: { kind: 'text', text } } as const
    const event: ChatEvent = { type: 'say', text, id: 'c', at: 0 }
    const after = queueCommands(commit, event, [{ do: 'send', op }], {})
    expect(after?.failed).toMatchObject([{ ...op, cmid: 'c', code }])
    expect(after?.commands).toBe(commit.commands)
  })

  test('tells a desk of no more than it listens to', () => {
    const commit = queued('a')
    expect(pending(commit)).toEqual([
      { cmid: 'v', n: 1 },
      { cmid: 'a', n: 2 },
    ])
    const [first] = commit.commands
    const commands = Array.from(
      { length: LIMITS.outbox + 40 },
      (_, index) => ({ ...first, cmid: `${index}`, n: index + 1 }) as Waiting,
    )
    expect(pending({ ...commit, commands })).toHaveLength(LIMITS.outbox)
    expect(pending({ ...commit, commands })[0]).toEqual({ cmid: '0', n: 1 })
  })

  test('refuses the 201st', () => {
    let commit = queued()
    for (let n = 1; n < LIMITS.outbox; n++) commit = put(commit, messageOp('x'), `${n}`)
    expect(enqueue(commit, messageOp('x'), 'one more', 'v', 0)).toBe('full')
  })
})

describe('settle', () => {
  test('a committed command stays until its record is applied, and is not sent again', () => {
    const after = settle(queued('a', 'b'), accepted('v', 1), 'fresh')
    expect(namesOf(after)).toEqual(['v', 'a', 'b'])
    expect(after.commands[0]?.seq).toBe(1)
    expect(nextCommand(after)?.cmid).toBe('a')
  })

  test('a command whose record came before its verdict leaves at once', () => {
    const ahead: Commit = { ...queued('a'), cursor: { conversation: 'v', epoch: 'e', seq: 2 } }
    expect(namesOf(settle(ahead, accepted('v', 1), 'fresh'))).toEqual(['a'])
  })

  test('a verdict whose number another record has is of a log that a restore has thrown away, and lets nothing go', () => {
    const agents = { seq: 2, at: 0, by: 'agent', fact: { kind: 'text', text: 'hello' } } as const
    const ahead: Commit = { ...queued('a'), cursor: { conversation: 'v', epoch: 'e', seq: 2 }, records: [agents] }
    expect(namesOf(settle(ahead, accepted('a', 2), 'fresh'))).toEqual(['v', 'a'])
    const own: Commit = { ...ahead, records: [{ ...agents, by: 'shopper', cmid: 'a' }] }
    expect(namesOf(settle(own, accepted('a', 2), 'fresh'))).toEqual(['v'])
  })

  test('an `open` that joined another conversation takes everything behind it along', () => {
    const after = settle(queued('a', 'b'), accepted('v', 7, 'other'), 'fresh')
    expect(after.state.conversation).toBe('other')
    expect(after.commands.map(({ conversation }) => conversation)).toEqual(['other', 'other', 'other'])
  })

  test('what is refused for good is kept as failed, and the others go on', () => {
    const after = settle(queued('a', 'b'), { t: 'rejected', cmid: 'a', code: 'too_long' }, 'fresh')
    expect(after.failed).toMatchObject([{ cmid: 'a', code: 'too_long' }])
    expect(namesOf(after)).toEqual(['v', 'b'])
    expect(numbersOf(after)).toEqual([1, 3])
  })

  test('keeps what was said in a conversation that was left as part of the story', () => {
    const before = queued('a')
    const after = settle(settle(before, accepted('v', 1), 'fresh'), accepted('a', 7, 'earlier'), 'fresh')
    expect(after.entries.map(({ id, by }) => [id, by])).toEqual([['a', 'shopper']])
    expect(after.commands.map(({ cmid }) => cmid)).toEqual(['v'])
    expect(after.state.conversation).toBe('v')
  })

  test('leaves out what the desk has kept as taken back, instead of sending it for ever', () => {
    const before = queued('a', 'b')
    const after = settle(before, { t: 'rejected', cmid: 'a', code: 'stale' }, 'fresh', true)
    expect(after.commands.map(({ cmid }) => cmid)).toEqual(['v', 'b'])
    expect(after.failed).toEqual([])
  })

  test('a stale number starts a new count under a new name, with the same cmids', () => {
    const after = settle(queued('a'), { t: 'rejected', cmid: 'v', code: 'stale' }, 'fresh')
    expect(after.outbox).toBe('fresh')
    expect(after.commands).toMatchObject([
      { cmid: 'v', outbox: 'fresh', n: 1 },
      { cmid: 'a', outbox: 'fresh', n: 2 },
    ])
    expect(after.n).toBe(3)
  })

  test('a gap that the outbox can fill is filled from there', () => {
    const sent = settle(settle(queued('a', 'b'), accepted('v', 1), 'x'), accepted('a', 2), 'x')
    const after = settle(sent, { t: 'retry', code: 'gap', expectedN: 2 }, 'fresh')
    expect(after.outbox).toBe('box')
    expect(nextCommand(after)?.cmid).toBe('a')
  })

  test('a gap that it cannot fill starts a new count', () => {
    const applied: Commit = { ...queued('a'), commands: queued('a').commands.slice(1) }
    const after = settle(applied, { t: 'retry', code: 'gap', expectedN: 1 }, 'fresh')
    expect(after.commands).toMatchObject([{ cmid: 'a', outbox: 'fresh', n: 1 }])
  })

  test('a gap in an earlier outbox, under which a line was sent, is not looked for in the one that is counted now', () => {
    const sent = settle(settle(queued('a', 'b'), accepted('v', 1), 'x'), accepted('a', 2), 'x')
    const counted = renumber(sent, 'now')
    const lost = withoutLost(counted, counted)
    expect(nextCommand(lost)).toMatchObject({ cmid: 'v', outbox: 'box' })
    const [, a, b] = lost.commands
    // Before it, 1 is asked for, which is gone; in the new count there is a 1, but nobody has missed it.
    const after = settle(
      { ...lost, commands: [a, b].flatMap((one) => one ?? []) },
      { t: 'retry', code: 'gap', expectedN: 1 },
      'fresh',
    )
    expect(after.commands).toMatchObject([
      { cmid: 'a', outbox: 'fresh', n: 1 },
      { cmid: 'b', outbox: 'fresh', n: 2 },
    ])
  })

  describe('of what was sent to where nobody reads on', () => {
    const sent = settle(settle(queued('a', 'b'), accepted('v', 1), 'x'), accepted('a', 2), 'x')
    const left: Commit = { ...sent, state: { ...sent.state, conversation: 'w' }, commands: sent.commands.slice(1) }

    test('is asked, in its turn, as it was said', () => {
      expect(nextCommand(left)).toMatchObject({ cmid: 'a' })
      expect(nextCommand(left)).not.toHaveProperty('seq')
      expect(nextCommand(settle(left, accepted('a', 2), 'x'))?.cmid).toBe('b')
    })

    test("a number that is another one's by now is counted anew, and the line stays sent", () => {
      const after = settle(left, { t: 'rejected', cmid: 'a', code: 'stale' }, 'fresh')
      expect(after.commands).toMatchObject([
        { cmid: 'a', outbox: 'fresh', n: 1, seq: 2 },
        { cmid: 'b', outbox: 'fresh', n: 2 },
      ])
      // And what was taken back in another tab meanwhile is let go of.
      expect(namesOf(settle(after, { t: 'rejected', cmid: 'a', code: 'stale' }, 'x', true))).toEqual(['b'])
    })

    test('what turns out to be in the log that is read waits for it, and is not asked again', () => {
      const after = settle(left, accepted('a', 7, 'w'), 'x')
      expect(after.commands[0]).toMatchObject({ cmid: 'a', conversation: 'w', seq: 7 })
      expect(nextCommand(after)?.cmid).toBe('b')
    })
  })

  test.each<Verdict>([
    { t: 'retry', code: 'unavailable' },
    { t: 'retry', code: 'rate_limited', after: 5 },
    { t: 'auth', code: 'expired' },
    accepted('nobody knows', 4),
    { t: 'rejected', cmid: 'nobody knows', code: 'stale' },
  ])('%j changes nothing', (verdict) => {
    const before = queued('a')
    expect(settle(before, verdict, 'fresh')).toBe(before)
  })
})

describe('what a log that was read to its end does not show', () => {
  const sent = settle(settle(queued('a', 'b'), accepted('v', 1), 'x'), accepted('a', 2), 'x')

  test('goes again under its name and number', () => {
    const after = withoutLost(sent, sent)
    expect(nextCommand(after)?.cmid).toBe('v')
    expect(after.commands).toEqual(queued('a', 'b').commands)
  })

  test('stays sent where the verdict came after somebody had asked', () => {
    const after = withoutLost(sent, settle(queued('a', 'b'), accepted('v', 1), 'x'))
    expect(after.commands.map(({ seq }) => seq)).toEqual([undefined, 2, undefined])
    expect(withoutLost(sent, queued('a', 'b'))).toBe(sent)
  })
})

describe('discard', () => {
  test('leaves a skip with the same number, so that no gap opens', () => {
    const after = discard(queued('a', 'b'), 'a', 's')
    expect(after.commands[1]).toEqual({ op: 'skip', skips: 'a', cmid: 's', conversation: 'v', outbox: 'box', n: 2, at: 0 })
    expect(namesOf(settle(after, accepted('s', 0), 'fresh'))).toEqual(['v', 'b'])
  })

  test('takes a failed command away without a trace', () => {
    const failed = settle(queued('a'), { t: 'rejected', cmid: 'a', code: 'blocked' }, 'fresh')
    expect(discard(failed, 'a', 's')).toMatchObject({ failed: [], commands: [{ cmid: 'v' }] })
  })

  test('comes too late for what the desk has', () => {
    const sent = settle(queued(), accepted('v', 1), 'fresh')
    expect(namesOf(discard(sent, 'v', 's'))).toEqual(['v'])
  })

  test('that lost its race is forgotten, whatever the desk says to it', () => {
    const before = discard(settle(queued('a'), accepted('v', 1), 'fresh'), 'a', 's')
    const stale: Verdict = { t: 'rejected', cmid: 's', code: 'stale' }
    for (const after of [
      settle(before, { ...stale, code: 'invalid' }, 'fresh'),
      settle(before, stale, 'fresh', true),
      settle(settle(before, stale, 'fresh'), stale, 'fresher'),
    ]) {
      expect(after).toMatchObject({ failed: [], commands: [{ cmid: 'v' }] })
    }
  })

  test('whose number another tab has taken is numbered anew, or what was taken back would be sent', () => {
    const after = settle(discard(queued('a'), 'a', 's'), { t: 'rejected', cmid: 's', code: 'stale' }, 'fresh')
    expect(after).toMatchObject({
      outbox: 'fresh',
      commands: [
        { cmid: 'v', n: 1 },
        { cmid: 's', n: 2 },
      ],
    })
  })
})

describe('whatever happens, in whatever order', () => {
  type Step = { readonly do: 'put' | 'commit' | 'reject' | 'stale' | 'gap' | 'discard' | 'renumber'; readonly pick: number }
  const steps = fc.array(
    fc.record<Step>({ do: fc.constantFrom('put', 'commit', 'reject', 'stale', 'gap', 'discard', 'renumber'), pick: fc.nat(20) }),
    { maxLength: 60 },
  )

  test('numbers rise strictly within an outbox, the order stays, and no text is lost', () => {
    fc.assert(
      fc.property(steps, (given) => {
        let commit = queued()
        let made = 0
        let boxes = 0
        const typed: string[] = []
        const gone = new Set<string>()
        for (const { do: what, pick } of given) {
          const target = commit.commands[pick % Math.max(1, commit.commands.length)]
          const waiting = commit.commands.filter(({ seq }) => seq === undefined)
          const next = waiting[0]
          const fresh = `box ${++boxes}`
          if (what === 'put') {
            const cmid = `m${++made}`
            typed.push(cmid)
            commit = put(commit, messageOp(cmid), cmid)
          } else if (what === 'commit' && next) {
            if (next.op === 'skip') gone.add(next.skips)
            commit = settle(commit, accepted(next.cmid, next.n), fresh)
          } else if (what === 'reject' && next)
            commit = settle(commit, { t: 'rejected', cmid: next.cmid, code: 'blocked' }, fresh)
          else if (what === 'stale' && next) commit = settle(commit, { t: 'rejected', cmid: next.cmid, code: 'stale' }, fresh)
          else if (what === 'gap') commit = settle(commit, { t: 'retry', code: 'gap', expectedN: 1 + pick }, fresh)
          else if (what === 'discard' && target?.op === 'message') {
            if (target.seq === undefined) gone.add(target.cmid)
            commit = discard(commit, target.cmid, `s${++made}`)
          } else if (what === 'renumber') commit = renumber(commit, fresh)

          const own = commit.commands.filter(({ outbox, seq }) => outbox === commit.outbox && seq === undefined).map(({ n }) => n)
          expect(own).toEqual([...new Set(own)].sort((left, right) => left - right))
          expect(Math.max(0, ...own)).toBeLessThan(commit.n)
          const here = [...commit.commands, ...commit.failed].flatMap(({ op, cmid }) => (op === 'message' ? [cmid] : []))
          expect(here.length).toBe(new Set(here).size)
          expect([...here].sort()).toEqual(typed.filter((cmid) => !gone.has(cmid)).sort())
          const kept = commit.commands.flatMap(({ op, cmid }) => (op === 'message' ? [Number(cmid.slice(1))] : []))
          expect(kept).toEqual([...kept].sort((left, right) => left - right))
        }
      }),
      { numRuns: 300 },
    )
  })
})
