import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Commit } from '../conversation/commit.js'
import { noTables, submitCommand } from '../desk/desk-rules.js'
import { blankCommit, blankPacket, messageOp, openOp } from '../testing/blank-commit.js'
import { createFakeEnvironment } from '../testing/fake-environment.js'
import { applyPage, archiveLog } from './log.js'
import { enqueue, nextCommand, settle, withoutLost } from './outbox.js'
import type { LogRecord, Verdict } from './protocol.js'
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
const accepted = (commit: Commit): Commit => ({
  ...commit,
  commands: commit.commands.map((command) => ({ ...command, seq: command.n })),
})
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

  test('are followed by one that is news to both', () => {
    const [held, apart] = [say(both, 'here'), say(both, 'a', 'b', 'c')]
    expect(rejoin(held, apart).rev).toBe(apart.rev + 1)
    expect(rejoin(apart, held).rev).toBe(apart.rev + 1)
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
    // What no log has shown yet is still called sent, and not sent again.
    expect(nextCommand(rejoin({ ...both, commands: [] }, accepted(sent)))).toBe(null)
  })

  test('go on with the person whom one of them has called', () => {
    const joined = rejoin({ ...blank, rev: 7 }, say(call(blank, 'c'), 'help'))
    expect(joined.state).toMatchObject({ phase: 'handed', conversation: 'c' })
    expect(textsOf(joined)).toEqual(['open', 'help'])
    expect(joined.rev).toBe(8)
  })

  const text = (seq: number, said: string, cmid?: string) =>
    ({ seq, at: 1, by: cmid ? 'shopper' : 'agent', ...(cmid && { cmid }), fact: { kind: 'text', text: said } }) as LogRecord
  /** A commit that has read its log up to the last of these. */
  const read = (commit: Commit, epoch: string, ...records: readonly LogRecord[]): Commit => ({
    ...commit,
    cursor: { conversation: commit.state.conversation ?? '', epoch, seq: records.length },
    records,
    commands: commit.commands.filter(({ cmid }) => !records.some((record) => record.cmid === cmid)),
  })
  const idsOf = ({ entries }: Commit) => entries.map(({ id }) => id)
  const opened = { seq: 1, at: 1, by: 'shopper', cmid: 'c', fact: { kind: 'opened' } } as unknown as LogRecord

  test('do not show a line among what waits and in the story of the one that had left', () => {
    const said = say(both, 'again')
    const [last] = said.commands.slice(-1)
    const told = { id: last?.cmid ?? '', turn: 't', at: 1, by: 'shopper', content: { kind: 'text', text: 'again' } } as const
    const left: Commit = { ...blank, rev: 9, entries: [told] }
    const joined = rejoin(left, read(said, 'e', opened))
    expect([idsOf(joined), textsOf(joined)]).toEqual([[], ['before', 'again']])
    expect(joined.state.conversation).toBe('c')
    // One that has never read the log has only not heard that it was said.
    const behind = rejoin(left, said)
    expect([idsOf(behind), textsOf(behind)]).toEqual([[told.id], ['open', 'before']])
  })

  test('do not send again what was said in a conversation that one has read to its end and left, and the other has never read', () => {
    const behind = say(both, 'said', 'not said')
    const [said] = behind.commands.slice(-2)
    const told = { id: said?.cmid ?? '', turn: 't', at: 1, by: 'shopper', content: { kind: 'text', text: 'said' } } as const
    const ahead = read({ ...call(blank, 'd'), entries: [told], rev: 99 }, 'e', { ...opened, cmid: 'd' })
    for (const joined of [rejoin(behind, ahead), rejoin(ahead, behind)]) {
      expect([idsOf(joined), textsOf(joined)]).toEqual([[told.id], ['open', 'before', 'not said']])
    }
    // Whoever has read that log since knows better: a restore has opened it again.
    const reopened = read(behind, 'e', opened)
    expect(textsOf(rejoin(ahead, reopened))).toContain('said')
  })

  test('go on from the further end of the log that both have read', () => {
    const said = say(both, 'sent')
    const cmid = said.commands.at(-1)?.cmid
    const less = read(said, 'e', opened)
    const more = read(said, 'e', opened, text(2, 'hello'), text(3, 'sent', cmid))
    for (const joined of [rejoin(less, more), rejoin(more, less), rejoin(said, more)]) {
      expect(joined.cursor?.seq).toBe(3)
      expect(joined.records).toHaveLength(3)
      expect(textsOf(joined)).toEqual(['before'])
    }
  })

  test('keep the lines of a log that the other has left for a person elsewhere, and send again what a restore may have lost', () => {
    const here = read(call(blank, 'd'), 'new')
    const there = read(say(call(blank, 'c'), 'hello?'), 'old', opened, text(2, 'said', 'mine'), text(3, 'answer'))
    const joined = rejoin(here, there)
    expect(textsOf(joined)).toEqual(['open', 'said', 'hello?'])
    expect(new Set(joined.commands.map(({ conversation }) => conversation))).toEqual(new Set(['d']))
    expect(idsOf(joined)).toEqual(['c.3'])
    const sameDesk = rejoin(read(here, 'old'), there)
    expect([textsOf(sameDesk), idsOf(sameDesk)]).toEqual([
      ['open', 'hello?'],
      ['mine', 'c.3'],
    ])
  })

  test('go on with the conversation that the desk has opened last, whichever of them has kept it', () => {
    // It opens one for an owner once the one before is over, so the other is, though nobody has heard of it there.
    const before = read(call(blank, 'c'), 'e', opened, text(2, 'answer'))
    const after = read({ ...call(blank, 'd'), n: 9 }, 'e', { ...opened, at: 2, cmid: 'd' }, text(2, 'said', 'mine'))
    for (const joined of [rejoin(before, after), rejoin(after, before)]) {
      expect([joined.state.conversation, joined.cursor, joined.n]).toEqual(['d', after.cursor, 9])
      expect(idsOf(joined)).toEqual(['c.2'])
      // So that what a restore has taken of it goes again, once its log is read.
      const page = { conversation: 'd', epoch: 'f', records: [], head: 0, reset: true }
      expect(applyPage(joined, page, 'fresh').commit.commands.map(({ cmid }) => cmid)).toEqual(['d', 'mine'])
    }
    // Times of two epochs say nothing: a restore may lie between them, and has begun the later log with what is older.
    const elsewhere = read({ ...call(blank, 'd'), n: 9 }, 'f', { ...opened, at: 2, cmid: 'd' })
    expect(rejoin(before, elsewhere).state.conversation).toBe('c')
    expect(rejoin(elsewhere, before).state.conversation).toBe('d')
  })

  test('keep what was sent and stands in no log that was read: a restore may have lost it', () => {
    const log = (commit: Commit) => read(commit, 'e', opened, text(2, 'answer'))
    const apart = say(log(accepted(say({ ...call(blank, 'c'), outbox: 'box' }, 'sent'))), 'not sent')
    for (const joined of [rejoin(log(call(blank, 'c')), apart), rejoin(apart, log(call(blank, 'c')))]) {
      // With the number that it was sent under, and what waits has one without a gap before it.
      const { outbox } = joined
      expect(joined.commands).toMatchObject([
        { outbox: 'box', n: 2, seq: 2 },
        { outbox, n: outbox === 'box' ? 3 : 2 },
      ])
      expect(nextCommand(joined)).toEqual(joined.commands[1])
      expect(nextCommand(withoutLost(joined, joined))?.cmid).toBe(joined.commands[0]?.cmid)
    }
  })

  const known = (cmid: string, conversation: string, seq: number): Verdict => ({
    t: 'committed',
    cmid,
    conversation,
    seq,
    at: 1,
    dup: true,
  })

  test('say once more what was sent to where nobody reads on, call it sent all the while, and keep it to one line', () => {
    const here = read(call(blank, 'd'), 'e', { ...opened, cmid: 'd' })
    const there = accepted(say(call(blank, 'c'), 'sent'))
    const joined = rejoin(here, there)
    expect(joined.commands).toEqual(there.commands)
    expect(nextCommand(joined)?.cmid).toBe('c')
    const half = settle(joined, known('c', 'c', 1), 'fresh')
    expect([nextCommand(half)?.cmid, textsOf(half), idsOf(half)]).toEqual([there.commands[1]?.cmid, ['sent'], []])
    const cmid = there.commands[1]?.cmid ?? ''
    const asked = settle(half, known(cmid, 'c', 2), 'fresh')
    expect([asked.commands, asked.state.conversation, idsOf(asked)]).toEqual([[], 'd', [cmid]])
    const [said] = there.commands.slice(-1)
    const told = { id: said?.cmid ?? '', turn: 't', at: 1, by: 'shopper', content: { kind: 'text', text: 'sent' } } as const
    const again = rejoin({ ...here, entries: [told] }, there)
    expect([idsOf(again), textsOf(again)]).toEqual([[told.id], ['open']])
  })

  test('are answered by a desk that has it as what it has already, and not as something else', () => {
    const sender = { site: 'shop', owner: blank.owner, secret: blank.secret, outbox: blank.outbox }
    let tables = noTables('e')
    const submit = (commit: Commit): Commit => {
      const command = nextCommand(commit)
      if (!command) return commit
      const done = submitCommand(tables, command, sender, 1)
      tables = done.tables
      return submit(settle(commit, done.verdict, 'fresh'))
    }
    const there = submit(say(call(blank, 'c'), 'sent'))
    expect(there.commands.map(({ seq }) => seq)).toEqual([1, 2])
    const here = { ...read(call(blank, 'd'), 'e', { ...opened, cmid: 'd' }), commands: [] }
    const joined = submit(rejoin(here, there))
    expect([joined.failed, joined.commands, idsOf(joined)]).toEqual([[], [], [there.commands[1]?.cmid]])
  })

  test('do not say of a line that was sent that it waits, where the other has just called the person anew', () => {
    const there = accepted(say({ ...call(blank, 'c'), outbox: 'box' }, 'sent'))
    const joined = rejoin(call(blank, 'd'), there)
    expect(joined.state.conversation).toBe('d')
    expect(joined.commands.map(({ cmid, seq }) => [cmid, seq])).toEqual([
      ['d', undefined],
      ['c', 1],
      [there.commands[1]?.cmid, 2],
    ])
    // The desk has one open conversation of an owner, which is theirs: nothing has to be asked, its log shows the rest.
    const opened = settle(joined, known('d', 'c', 3), 'fresh')
    expect([nextCommand(opened), opened.state.conversation]).toEqual([null, 'c'])
    expect(opened.commands.map(({ seq }) => seq)).toEqual([3, 1, 2])
  })

  test('do not say of a line that it waits, where it is part of the story of the one that has left its conversation', () => {
    const there = say(call(blank, 'c'), 'sent', 'waits')
    const [, line] = there.commands
    const entry = { id: line?.cmid ?? '', turn: 't', at: 1, by: 'shopper', content: { kind: 'text', text: 'sent' } } as const
    const held: Commit = { ...blank, rev: 12, state: { ...blank.state, phase: 'bot' }, entries: [entry] }
    const behind = { ...read(there, 'e', { ...opened, cmid: 'c' }), commands: there.commands.slice(1) }
    const joined = rejoin(held, behind)
    expect([joined.state.conversation, joined.entries]).toEqual(['c', []])
    expect(joined.commands.map(({ seq }) => seq)).toEqual([0, undefined])
    // As what it was sent nobody here knows, so the desk is asked for it, and stays asked until it answers.
    expect(nextCommand(joined)?.cmid).toBe(line?.cmid)
    expect(withoutLost(joined, joined)).toBe(joined)
    const verdict: Verdict = { t: 'committed', cmid: line?.cmid ?? '', conversation: 'c', seq: 2, at: 1, dup: true }
    expect(settle(joined, verdict, 'fresh').commands.map(({ seq }) => seq)).toEqual([2, undefined])
    // Nor is it let go of before that, where the conversation is left meanwhile.
    expect(archiveLog(joined).commands.map(({ cmid }) => cmid)).toContain(line?.cmid)
    // The same where the one that has left goes on, in another conversation.
    const anew = { ...call({ ...held, rev: 13 }, 'd'), cursor: { conversation: 'd', epoch: 'e', seq: 0 } }
    expect(rejoin(anew, behind).commands.map(({ op, seq }) => [op, seq])).toEqual([
      ['open', undefined],
      ['message', 0],
      ['message', undefined],
    ])
  })

  test('let go of what was sent and read so long ago that its record is kept no more', () => {
    const there = accepted(say({ ...call(blank, 'c'), outbox: 'box' }, 'old', 'new'))
    const early = { ...read(there, 'e'), cursor: { conversation: 'c', epoch: 'e', seq: 1 } }
    const late: Commit = {
      ...read(there, 'e', text(300, 'another', 'an agent')),
      commands: [],
      cursor: { conversation: 'c', epoch: 'e', seq: 300 },
    }
    const numbered = (seqs: readonly number[]): Commit => ({
      ...early,
      commands: early.commands.map((command, index) => ({ ...command, seq: seqs[index] ?? 0 })),
    })
    for (const joined of [rejoin(numbered([1, 2, 301]), late), rejoin(late, numbered([1, 2, 301]))])
      expect(textsOf(joined)).toEqual(['new'])
    // Under the number of another record it was sent to a log that a restore has thrown away, or has begun since.
    expect(textsOf(rejoin(late, numbered([1, 300, 301])))).toEqual(['old', 'new'])
    expect(textsOf(rejoin(late, { ...numbered([1, 2, 301]), cursor: { conversation: 'c', epoch: 'f', seq: 1 } }))).toContain(
      'new',
    )
  })

  test('may go on from a log that a restore has thrown away, since the page that the desk answers with puts it right', () => {
    // Nothing in two epochs says which is the later one, so the choice must not matter.
    const began: LogRecord = {
      seq: 1,
      at: 1,
      by: 'shopper',
      cmid: 'c',
      fact: { kind: 'opened', want: 'live', packet: blankPacket('c') },
    }
    const before = read(call(blank, 'c'), 'old', began, text(2, 'lost', 'lost'), text(3, 'kept', 'kept'))
    const after = read(call(blank, 'c'), 'new', began, text(2, 'kept', 'kept'), text(3, 'only there', 'only'))
    const page = { conversation: 'c', epoch: 'new', records: after.records, head: 3, reset: true }
    for (const joined of [rejoin(before, after), rejoin(after, before)]) {
      const { commit, missing } = applyPage(joined, page, 'fresh')
      expect([commit.cursor, missing]).toEqual([after.cursor, null])
      expect(commit.records).toEqual(after.records)
      expect([textsOf(commit), idsOf(commit)]).toEqual([['lost'], []])
      expect(nextCommand(commit)?.cmid).toBe('lost')
    }
  })

  test('do not end the conversation that goes on with the end of one that may join it', () => {
    const end = (commit: Commit, op: 'close' | 'defer') => {
      const next = enqueue(commit, { op }, environment.id(), 'c', 1)
      if (typeof next === 'string') throw new Error(next)
      return next
    }
    const here = read(call(blank, 'd'), 'e', { ...opened, cmid: 'd' })
    const there = say(call(blank, 'c'), 'hello?')
    for (const op of ['close', 'defer'] as const) {
      const joined = rejoin(here, end(there, op))
      expect(textsOf(joined)).toEqual(['open', 'hello?'])
      expect(joined.n).toBe(4)
      // That one is at the desk, as a conversation of its own.
      expect(textsOf(rejoin(here, { ...end(there, op), commands: end(there, op).commands.slice(1) }))).toEqual(['hello?', op])
    }
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
