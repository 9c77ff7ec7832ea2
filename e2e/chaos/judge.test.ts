import { describe, expect, test } from 'vitest'
import type { Row } from './database.js'
import { type Finding, judge, NONE } from './judge.js'
import type { NodeShopper } from './node-shopper.js'

// The judge of the crash matrix and the soak must find what they look for: each planted untruth, and nothing else.
const lines = ['S1 says 1', 'S1 says 2', 'S1 says 3']

function shopper(change: Partial<NodeShopper> = {}): NodeShopper {
  const unused = () => Promise.reject(new Error('not here'))
  return {
    name: 'S1',
    owner: async () => 'owner',
    said: lines,
    sent: new Set(lines),
    delays: [],
    failed: () => [],
    attached: 0,
    contradictions: [],
    shown: () => lines.map((text) => ({ by: 'shopper', text })),
    status: () => 'queued',
    link: () => 'up',
    call: unused,
    say: unused,
    attach: unused,
    defer: unused,
    reload: () => undefined,
    wake: () => undefined,
    isDone: () => true,
    leave: () => undefined,
    ...change,
  }
}

function log(texts: readonly string[], change: Partial<Row> = {}): readonly Row[] {
  const facts = [{ kind: 'opened' }, ...texts.map((text) => ({ kind: 'text', text }))]
  return facts.map((fact, at) => ({
    owner: 'owner',
    conversation: 'one',
    seq: at + 1,
    last_seq: facts.length,
    status: 'queued',
    author: 'shopper',
    cmid: `c${at}`,
    fact,
    ...change,
  }))
}

const planted: readonly (readonly [string, Finding, Partial<NodeShopper>, readonly Row[]])[] = [
  ['a line that was shown as sent is not there', 'falseSent', {}, log(lines.slice(0, 2))],
  ['a line has not arrived', 'lost', { sent: new Set(lines.slice(0, 2)) }, log(lines.slice(0, 2))],
  ['a picture has not arrived', 'lost', { attached: 1 }, log(lines)],
  ['a line is there twice', 'twice', {}, log([...lines, 'S1 says 3'])],
  ['a conversation was opened twice', 'twice', {}, [...log([]), ...log(lines, { conversation: 'two' })]],
  ['lines have changed places', 'disorder', {}, log(['S1 says 2', 'S1 says 1', 'S1 says 3'])],
  ['a number is missing in the log', 'disorder', {}, log(lines).map((row) => ({ ...row, seq: row.seq + 1 }))],
  ['a screen took back what it had said', 'untrue', { contradictions: ['takes "S1 says 1" back'] }, log(lines)],
  ['a screen shows less than the log', 'untrue', { shown: () => [{ by: 'shopper', text: 'S1 says 1' }] }, log(lines)],
  ['a screen still says that it waits', 'untrue', { isDone: () => false }, log(lines)],
]

describe('the judge', () => {
  test('finds nothing where everything is well', async () => {
    expect(await judge([shopper()], [], log(lines), true)).toEqual(NONE)
  })

  test.each(planted)('finds that %s', async (_what, finding, change, rows) => {
    expect((await judge([shopper(change)], [], rows, true))[finding]).not.toEqual([])
  })

  test('finds a person’s reply that was taken and is gone, and one that is there twice', async () => {
    const reply = { conversation: 'one', text: 'Mira replies 1', taken: true }
    expect((await judge([], [reply], log([]), true)).lost).toEqual(['Mira replies 1'])
    const said = log(['Mira replies 1', 'Mira replies 1'], { author: 'agent' })
    expect((await judge([], [reply], said, true)).twice).toEqual(['Mira replies 1'])
  })

  test('does not yet miss what is still under way', async () => {
    const here = shopper({ sent: new Set(lines.slice(0, 1)), isDone: () => false, shown: () => [] })
    expect(await judge([here], [], log(lines.slice(0, 2)), false)).toEqual(NONE)
  })
})
