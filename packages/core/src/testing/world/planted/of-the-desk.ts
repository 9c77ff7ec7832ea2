import type { DeskTables } from '../../../desk/desk-rules.js'
import type { Rules } from '../habits.js'
import type { Planted } from './planted.js'

type Submit = Rules['submitCommand']

const withSubmit = (submit: (real: Submit) => Submit) => (real: Rules) => ({ ...real, submitCommand: submit(real.submitCommand) })

/** Bugs of a desk: its rules, and what its processes do when. */
export const ofTheDesk: readonly Planted[] = [
  { name: 'answers before it commits', breaks: 'I5', seed: 3, plant: { habits: { answers: 'before-commit' } } },
  { name: 'tells others before it commits', breaks: 'I4', seed: 15, plant: { habits: { tells: 'before-commit' } } },
  { name: 'says committed where the commit failed', breaks: 'I5', seed: 42, plant: { habits: { afterFailure: 'committed' } } },
  { name: 'decides on what it read before its transaction', breaks: 'I4', seed: 109, plant: { habits: { decides: 'before' } } },
  { name: 'tells shoppers of internal notes', breaks: 'I15', seed: 3, plant: { habits: { notes: 'told' } } },
  { name: 'keeps the epoch after a restore', breaks: 'I4', seed: 11, plant: { habits: { restores: 'same-epoch' } } },
  {
    name: 'forgets its verdicts and does not count',
    breaks: 'I2',
    seed: 2,
    plant: {
      rules: withSubmit((real) => (tables, command, sender, now) => {
        const forgetful: DeskTables = { ...tables, verdicts: new Map() }
        return real(forgetful, { ...command, n: 1 + headOf(tables, command.outbox) }, sender, now)
      }),
    },
  },
  {
    name: 'knows a message by its words, not by its name',
    breaks: 'I5',
    seed: 4,
    plant: {
      rules: withSubmit((real) => (tables, command, sender, now) => {
        const start = command.op === 'message' && command.content.kind === 'text' ? command.content.text.slice(0, 2) : null
        const known = tables.conversations
          .get(command.conversation)
          ?.records.find(({ fact }) => start !== null && fact.kind === 'text' && fact.text.startsWith(start))
        const decided = real(tables, command, sender, now)
        if (!known || decided.verdict.t !== 'committed' || decided.verdict.dup) return decided
        const { cmid, conversation } = command
        const verdict = { t: 'committed', cmid, conversation, seq: known.seq, at: now, dup: true } as const
        return { tables, verdict, conversation: '', written: [] }
      }),
    },
  },
  {
    name: 'opens a second conversation beside an open one',
    breaks: 'I12',
    seed: 14,
    plant: {
      rules: withSubmit((real) => (tables, command, sender, now) => {
        if (command.op !== 'open') return real(tables, command, sender, now)
        const open = [...tables.conversations.values()].filter(({ closed }) => !closed).map(({ id }) => id)
        const hidden = [...tables.conversations].map(([id, one]) => [id, { ...one, closed: true }] as const)
        const decided = real({ ...tables, conversations: new Map(hidden) }, command, sender, now)
        const shown = [...decided.tables.conversations].map(
          ([id, one]) => [id, tables.conversations.has(id) ? { ...one, closed: !open.includes(id) } : one] as const,
        )
        return { ...decided, tables: { ...decided.tables, conversations: new Map(shown) } }
      }),
    },
  },
  {
    name: 'lets an open join whichever conversation is open',
    breaks: 'I7',
    seed: 4,
    plant: {
      rules: withSubmit((real) => (tables, command, sender, now) => {
        const other = [...tables.conversations.values()].find(({ closed, owner }) => !closed && owner !== sender.owner)
        const secret = other && tables.secrets.get(JSON.stringify([sender.site, other.owner, '']))
        if (command.op !== 'open' || !other || secret === undefined) return real(tables, command, sender, now)
        return real(
          tables,
          { ...command, n: 1 + headOf(tables, command.outbox, other.owner) },
          { ...sender, owner: other.owner, secret },
          now,
        )
      }),
    },
  },
  {
    name: 'leaves the first record of a page out',
    breaks: 'I4',
    seed: 49,
    plant: {
      rules: (real) => ({
        ...real,
        pageAfter(tables, sender, cursor) {
          const page = real.pageAfter(tables, sender, cursor)
          return { ...page, records: page.records.slice(1) }
        },
      }),
    },
  },
  {
    name: 'welcomes with verdicts that it has not given',
    breaks: 'I5',
    seed: 1,
    plant: {
      rules: (real) => ({
        ...real,
        welcomeOf(tables, hello, now) {
          const [conversation = ''] = hello.cursors.map((cursor) => cursor.conversation)
          const verdicts = hello.pending.map(
            ({ cmid }) => ({ t: 'committed', cmid, conversation, seq: 9, at: now, dup: true }) as const,
          )
          return { ...real.welcomeOf(tables, hello, now), verdicts }
        },
      }),
    },
  },
  {
    name: 'refuses what it has taken already',
    breaks: 'I6',
    seed: 50,
    plant: {
      rules: withSubmit((real) => (tables, command, sender, now) => {
        const decided = real(tables, command, sender, now)
        const isCopy = decided.verdict.t === 'committed' && decided.verdict.dup
        return isCopy ? { ...decided, verdict: { t: 'rejected', cmid: command.cmid, code: 'conflict' } } : decided
      }),
    },
  },
]

/** The number that an outbox has come to. */
function headOf({ heads }: DeskTables, outbox: string, owner?: string): number {
  for (const [key, head] of heads) if (key.includes(outbox) && (owner === undefined || key.includes(owner))) return head
  return 0
}
