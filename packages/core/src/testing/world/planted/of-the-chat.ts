import type { Commit } from '../../../conversation/commit.js'
import type { Page } from '../../../delivery/protocol.js'
import type { Planted } from './planted.js'

/** The page under the epoch that the chat has, whatever log it is of. */
const blindToEpochs = (before: Commit, page: Page): Page => ({ ...page, epoch: before.cursor?.epoch ?? page.epoch })

/** A cursor just before the page, wherever it was. */
function jumped(before: Commit, page: Page): Commit {
  const [first] = page.records
  const { cursor } = before
  if (!first || cursor?.conversation !== page.conversation || cursor.epoch !== page.epoch || first.seq <= cursor.seq)
    return before
  return { ...before, cursor: { ...cursor, seq: first.seq - 1 } }
}

function newestOf({ commands }: Commit) {
  return commands.filter(({ seq }) => seq === undefined).at(-1) ?? null
}

/** Bugs of delivery in the shopper's browser. */
export const ofTheChat: readonly Planted[] = [
  {
    name: 'lets the cursor jump a gap',
    breaks: 'I4',
    seed: 13,
    plant: {
      seams: {
        log: {
          applyPage: (real) => (before, page, fresh) => real(jumped(before, page), page, fresh),
          applyNews: (real) => (before, page, fresh) => real(jumped(before, page), page, fresh),
        },
      },
    },
  },
  {
    name: 'does not look at epochs',
    breaks: 'I4',
    seed: 16,
    plant: {
      seams: {
        log: {
          applyPage: (real) => (before, page, fresh) => real(before, blindToEpochs(before, page), fresh),
          applyNews: (real) => (before, page, fresh) => real(before, blindToEpochs(before, page), fresh),
        },
      },
    },
  },
  {
    name: 'lets late news bring back a log that is gone',
    breaks: 'I1',
    seed: 161,
    plant: {
      seams: {
        log: {
          applyNews: () => (before, page) => {
            const commit =
              before.cursor?.epoch === page.epoch || !before.cursor
                ? before
                : { ...before, cursor: { ...before.cursor, epoch: page.epoch, seq: 0 }, records: [] }
            return { commit, missing: page.head > (commit.cursor?.seq ?? 0) ? commit.cursor : null }
          },
        },
      },
    },
  },
  {
    name: 'does not queue again what a restore has lost',
    breaks: 'I8',
    seed: 11,
    plant: {
      seams: {
        log: {
          applyPage: (real) => (before, page, fresh) => {
            const after = real(before, page, fresh)
            const known = new Set(before.commands.map(({ cmid }) => cmid))
            const commands = after.commit.commands.filter(({ cmid }) => known.has(cmid))
            return commands.length === after.commit.commands.length ? after : { ...after, commit: { ...after.commit, commands } }
          },
        },
      },
    },
  },
  {
    name: 'gives new names to what it numbers anew',
    breaks: 'I2',
    seed: 26,
    plant: {
      seams: {
        outbox: {
          renumber: (real) => (commit, outbox) => {
            const next = real(commit, outbox)
            return {
              ...next,
              commands: next.commands.map((one) => (one.op === 'message' ? { ...one, cmid: `${outbox.slice(2)}${one.n}` } : one)),
            }
          },
        },
      },
    },
  },
  {
    name: 'drops a command that it is told to send later',
    breaks: 'I8',
    seed: 1,
    plant: {
      seams: {
        outbox: {
          settle: (real) => (commit, verdict, fresh) =>
            verdict.t === 'retry' && verdict.code !== 'gap'
              ? { ...commit, commands: commit.commands.slice(1) }
              : real(commit, verdict, fresh),
        },
      },
    },
  },
  {
    name: 'drops what was refused for good without a word',
    breaks: 'I8',
    seed: 1,
    plant: {
      seams: {
        outbox: {
          settle: (real) => (commit, verdict, fresh) => ({ ...real(commit, verdict, fresh), failed: commit.failed }),
        },
      },
    },
  },
  {
    name: 'sends the newest first, to a desk that does not count',
    breaks: 'I3',
    seed: 1,
    plant: {
      seams: { outbox: { nextCommand: () => (commit) => newestOf(commit) } },
      rules: (real) => ({
        ...real,
        submitCommand(tables, command, sender, now) {
          const head = tables.heads.get(JSON.stringify([sender.site, sender.owner, command.outbox])) ?? 0
          return real.submitCommand(tables, { ...command, n: head + 1 }, sender, now)
        },
      }),
    },
  },
  {
    name: 'lets go of nothing but messages when the log has shown it',
    breaks: 'I9',
    seed: 1,
    plant: {
      seams: {
        outbox: {
          withoutApplied: (real) => (commands, applied) => {
            const left = real(commands, applied)
            return commands.filter((one) => one.op !== 'message' || left.includes(one))
          },
          withoutLost: () => (commit) => commit,
        },
      },
    },
  },
  {
    name: 'reconnects at once, for ever',
    breaks: 'I13',
    seed: 1,
    plant: { seams: { link: { hold: () => () => 0, reconnectWait: () => () => 0 } } },
  },
  {
    name: 'lets the bot answer what was said to a person',
    breaks: 'I16',
    seed: 1,
    plant: {
      seams: {
        'queue-commands': {
          queueCommands: (real) => (commit, event, effects, around, secrets) => {
            const next = real(commit, event, effects, around, secrets)
            if (!next || event.type !== 'say') return next
            const line = {
              id: `${event.id}.bot`,
              turn: event.id,
              at: event.at,
              by: 'bot',
              content: { kind: 'text', text: 'I can help!' },
            } as const
            return { ...next, entries: [...next.entries, line] }
          },
        },
      },
    },
  },
]
