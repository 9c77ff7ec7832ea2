import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Commit } from '../conversation/commit.js'
import { blankCommit, messageOp, openOp } from '../testing/blank-commit.js'
import { createFakeEnvironment } from '../testing/fake-environment.js'
import { enqueue } from './outbox.js'
import { rejoin } from './rejoin.js'

const environment = createFakeEnvironment()
const blank = { ...blankCommit(environment), rev: 5 }

function say(commit: Commit, ...texts: readonly string[]): Commit {
  return texts.reduce((so, text) => {
    const next = enqueue(so, messageOp(text), environment.id(), so.state.conversation ?? 'c', 1)
    if (typeof next === 'string') throw new Error(next)
    return { ...next, rev: so.rev + 1 }
  }, commit)
}
function call(commit: Commit, conversation: string): Commit {
  const next = enqueue(commit, openOp(conversation), conversation, conversation, 1)
  if (typeof next === 'string') throw new Error(next)
  return { ...next, rev: commit.rev + 1, state: { ...commit.state, phase: 'handed', conversation } }
}
const textsOf = ({ commands }: Commit) =>
  commands.map((command) => (command.op === 'message' && command.content.kind === 'text' ? command.content.text : command.op))

describe('two commits that were written apart', () => {
  const both = say(call(blank, 'c'), 'before')

  test('lose nothing that waits in either', () => {
    const joined = rejoin(say(both, 'here'), say(both, 'apart', 'apart too'))
    expect(textsOf(joined)).toEqual(['open', 'before', 'here', 'apart', 'apart too'])
    expect(joined.commands.map(({ n }) => n)).toEqual([1, 2, 3, 4, 5])
    expect(joined.n).toBe(6)
  })

  test('follow the one that is held', () => {
    const held = say(both, 'here')
    expect(rejoin(held, say(both, 'a', 'b', 'c')).rev).toBe(held.rev + 1)
  })

  test('have what was already sent once', () => {
    const sent = say(both, 'sent')
    const record = {
      seq: 3,
      at: 1,
      by: 'shopper',
      cmid: sent.commands.at(-1)?.cmid,
      fact: { kind: 'text', text: 'sent' },
    } as const
    const held: Commit = { ...both, rev: 9, commands: [], records: [record] as Commit['records'] }
    expect(textsOf(rejoin(held, sent))).not.toContain('sent')
    const accepted = { ...sent, commands: sent.commands.map((command) => ({ ...command, seq: command.n })) }
    expect(textsOf(rejoin({ ...both, commands: [] }, accepted))).toEqual([])
  })

  test('go on with the person whom one of them has called', () => {
    const joined = rejoin({ ...blank, rev: 7 }, say(call(blank, 'c'), 'help'))
    expect(joined.state).toMatchObject({ phase: 'handed', conversation: 'c' })
    expect(textsOf(joined)).toEqual(['open', 'help'])
    expect(joined.rev).toBe(8)
  })

  test('keep every text of both, in the order of each', () => {
    const texts = fc.array(fc.string({ minLength: 1, maxLength: 5 }), { maxLength: 8 })
    fc.assert(
      fc.property(texts, texts, (here, apart) => {
        const joined = rejoin(say(both, ...here.map((text) => `h${text}`)), say(both, ...apart.map((text) => `a${text}`)))
        const after = textsOf(joined).slice(2)
        expect(after.filter((text) => text.startsWith('h'))).toEqual(here.map((text) => `h${text}`))
        expect(after.filter((text) => text.startsWith('a'))).toEqual(apart.map((text) => `a${text}`))
        expect(joined.commands.map(({ n }) => n)).toEqual(joined.commands.map((_, index) => index + 1))
      }),
    )
  })
})
