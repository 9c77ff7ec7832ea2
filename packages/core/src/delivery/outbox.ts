import type { Commit, Waiting } from '../conversation/commit.js'
import type { Entry, Id } from '../conversation/entry.js'
import { LIMITS } from '../limits.js'
import { encodedSize } from './encoded-size.js'
import type { Command, Hello, Op, Verdict } from './protocol.js'

/** Why a command did not get into the outbox: too many wait, or it is heavier than any desk takes. Nothing was changed. */
export type EnqueueRefusal = 'full' | 'too_long'

/**
 * The commit with `op` at the end of its outbox. The same cmid is queued once, however often this runs.
 *
 * @example
 * const next = enqueue(commit, { op: 'message', content }, id(), conversation, now())
 * if (typeof next === 'string') tell(next)
 */
export function enqueue(commit: Commit, op: Op, cmid: Id, conversation: Id, at: number): Commit | EnqueueRefusal {
  if (commit.commands.some((command) => command.cmid === cmid)) return commit
  if (commit.commands.length >= LIMITS.outbox) return 'full'
  const command: Command = {
    ...op,
    cmid,
    conversation,
    outbox: commit.outbox,
    n: commit.n,
    at,
  }
  if (encodedSize(command) > LIMITS.command) return 'too_long'
  return {
    ...commit,
    n: commit.n + 1,
    commands: [...commit.commands, command],
  }
}

/**
 * The command to send next: the first of which the desk has to be asked. Only one is ever in flight. As it is said to the desk, which
 * compares it with what it has: without what is known of it here.
 */
export function nextCommand(commit: Commit): Command | null {
  const next = commit.commands.find((command) => isAsked(command, commit))
  return next ? uncommitted(next) : null
}

/**
 * What waits, as a desk that is greeted is told of it. Where a tab has joined its store, that may be more than a desk listens to: what
 * is left out is asked for as it is sent.
 */
export function pending({ commands }: Commit): Hello['pending'] {
  return commands.slice(0, LIMITS.outbox).map(({ cmid, n }) => ({ cmid, n }))
}

/**
 * What waits, and what was sent to where nobody reads on, or nobody knows any more under which number: it goes again under its name,
 * and is called sent all the while.
 */
function isAsked({ seq, conversation }: Waiting, { state }: Commit): boolean {
  return !seq || conversation !== state.conversation
}

/**
 * The commit after a verdict. `fresh` is a new name for the outbox, used if the desk has lost count of this one. Verdicts on
 * commands that are no longer there change nothing. `kept`: the desk gave it earlier and tells it with its welcome.
 */
export function settle(commit: Commit, verdict: Verdict, fresh: Id, kept = false): Commit {
  if (verdict.t === 'retry') return verdict.code === 'gap' ? fillGap(commit, verdict.expectedN ?? 1, fresh) : commit
  const command = 'cmid' in verdict && commit.commands.find(({ cmid }) => cmid === verdict.cmid)
  if (!command) return commit
  if (verdict.t === 'committed') return committed(commit, command, verdict.conversation, verdict.seq)
  const rest = {
    ...commit,
    commands: commit.commands.filter((other) => other !== command),
  }
  if (verdict.code === 'stale' || command.op === 'skip') {
    // A miscount is answered and not kept: what is kept as stale was taken back, by another tab perhaps. And a discard whose number
    // nobody else can have taken has lost its race: the desk has the message, and the log will show it.
    const isMiscounted = verdict.code === 'stale' && !kept && (command.op !== 'skip' || command.n > 1)
    if (!isAsked(command, commit)) return commit
    return isMiscounted ? renumber(commit, fresh) : rest
  }
  return {
    ...rest,
    failed: [...commit.failed, { ...uncommitted(command), code: verdict.code }],
  }
}

/** The same commands in the same order under a new outbox, counted from 1: for a desk that has lost count. Names stay. */
export function renumber(commit: Commit, outbox: Id): Commit {
  let n = 1
  const commands = commit.commands.map((command) => (isAsked(command, commit) ? { ...command, outbox, n: n++ } : command))
  return { ...commit, outbox, n, commands }
}

/**
 * The commit without the command that the shopper took back. One that may be on its way leaves a `skip` with its number behind;
 * one that the desk has committed stays, since it can no longer be taken back.
 */
export function discard(commit: Commit, cmid: Id, skipCmid: Id): Commit {
  return {
    ...commit,
    failed: commit.failed.filter((command) => command.cmid !== cmid),
    commands: commit.commands.map((command) => {
      if (command.cmid !== cmid || command.seq !== undefined || command.op === 'skip') return command
      const { conversation, outbox, n, at } = command
      return {
        op: 'skip',
        skips: cmid,
        cmid: skipCmid,
        conversation,
        outbox,
        n,
        at,
      }
    }),
  }
}

/**
 * The commands without those that the log shows: `applied` are the cmids of its records. A number alone proves nothing, since a
 * restore gives it to something else.
 */
export function withoutApplied(commands: readonly Waiting[], applied: ReadonlySet<Id>): readonly Waiting[] {
  const left = commands.filter(({ cmid }) => !applied.has(cmid))
  return left.length === commands.length ? commands : left
}

/**
 * The commit after its log was read to the end, which was asked for when the commit was as in `before`: what was called committed by
 * then and is not in the log was lost with a database that was restored, and goes again under its name. What the desk is asked for
 * anyway is left to its answer, which may have come since.
 */
export function withoutLost(commit: Commit, before: Commit): Commit {
  const known = new Set(before.commands.map(({ cmid, seq }) => (seq ? cmid : '')))
  const lost = commit.commands.filter(
    ({ cmid, seq, conversation }) => seq !== undefined && conversation === commit.state.conversation && known.has(cmid),
  )
  if (lost.length === 0) return commit
  return { ...commit, commands: commit.commands.map((command) => (lost.includes(command) ? uncommitted(command) : command)) }
}

/** The command as it was before the desk had committed it. */
export function uncommitted(waiting: Waiting): Command {
  const { seq: _, ...command } = waiting
  return command
}

function committed(commit: Commit, command: Waiting, conversation: Id, seq: number): Commit {
  const { cursor, records, state } = commit
  // An `open` joins what is under way; anything else is where the desk says, perhaps in a conversation that was left since.
  const moved = command.op === 'open' && conversation !== command.conversation
  const ours = state.conversation === (moved ? command.conversation : conversation)
  // Where another record has that number, the verdict is of a log that a restore has thrown away.
  const isAnothers = records.some((record) => record.seq === seq && record.cmid !== command.cmid)
  const shown = cursor?.conversation === conversation && seq <= cursor.seq && !isAnothers
  const commands: Waiting[] = []
  for (const other of commit.commands) {
    // Later commands follow an `open` into the conversation that it joined.
    const followed = moved && other.conversation === command.conversation ? { ...other, conversation } : other
    if (other !== command) commands.push(followed)
    // No log will show a skip, a number below 1, or what belongs to a conversation that was left behind.
    else if (command.op !== 'skip' && seq > 0 && ours && !shown) commands.push({ ...command, conversation, seq })
  }
  return {
    ...commit,
    // What was said where nobody looks any more stays as part of the story.
    entries: ours || command.op !== 'message' ? commit.entries : [...commit.entries, lineOf(command)],
    commands,
    state: moved && ours ? { ...state, conversation } : state,
  }
}

function lineOf({ cmid, at, content }: Extract<Waiting, { op: 'message' }>): Entry {
  return { id: cmid, turn: cmid, at, by: 'shopper', content }
}

/** The desk misses commands from `expected` on: they are sent again if they are still here, else the count starts anew. */
function fillGap(commit: Commit, expected: number, fresh: Id): Commit {
  // What was sent keeps the outbox that it was sent under: the one that was asked for may be an earlier one.
  const { outbox } = nextCommand(commit) ?? commit
  const isMissed = (command: Command) => command.outbox === outbox && command.n >= expected
  const commands = commit.commands.map((command) => (isMissed(command) ? uncommitted(command) : command))
  const found = commands.some((command) => isMissed(command) && command.n === expected)
  return found ? { ...commit, commands } : renumber({ ...commit, commands }, fresh)
}
