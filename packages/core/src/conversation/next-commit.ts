import { discard, enqueue } from '../delivery/outbox.js'
import type { Op } from '../delivery/protocol.js'
import { type Surroundings, sealPacket } from '../handoff/seal-packet.js'
import { LIMITS } from '../limits.js'
import type { Commit } from './commit.js'
import type { Effect } from './effect.js'
import type { Entry, Id } from './entry.js'
import type { ChatEvent } from './event.js'
import type { Transition } from './start.js'

/**
 * What one transition writes: state, lines and commands, together. `logged` are the lines of the desk's log as the shopper has
 * seen them; when a new conversation begins they become part of the story, and the log starts empty.
 */
export function nextCommit(
  commit: Commit,
  event: ChatEvent,
  [state, entries, effects]: Transition,
  logged: readonly Entry[],
  around: Surroundings,
): Commit {
  const anew = commit.state.conversation !== null && state.conversation === null
  const story = [...commit.entries, ...(anew ? logged : []), ...entries]
  const next: Commit = {
    ...commit,
    rev: commit.rev + 1,
    state,
    entries: story.length === commit.entries.length ? commit.entries : story.slice(-LIMITS.story),
    ...(anew ? { records: [], cursor: null, seen: 0, failed: [] } : {}),
  }
  return effects.reduce((so, effect, index) => withCommand(so, event, effect, index, around), next)
}

function withCommand(commit: Commit, event: ChatEvent, effect: Effect, index: number, around: Surroundings): Commit {
  const { conversation } = commit.state
  if (conversation === null) return commit
  if (effect.do === 'open') {
    const packet = sealPacket(commit.state, conversation, commit.entries, event.at, around)
    return queued(commit, { op: 'open', want: effect.want, packet }, conversation, conversation, event.at)
  }
  if (effect.do !== 'send') return commit
  const cmid = index === 0 ? event.id : `${event.id}.${index}`
  if (effect.op.op === 'skip') return discard(commit, effect.op.skips, cmid)
  return queued(commit, effect.op, cmid, conversation, event.at)
}

/** What does not fit into the outbox is kept and shown as not sent, never dropped. */
function queued(commit: Commit, op: Op, cmid: Id, conversation: Id, at: number): Commit {
  const result = enqueue(commit, op, cmid, conversation, at)
  if (typeof result !== 'string') return result
  return {
    ...commit,
    failed: [...commit.failed, { ...op, cmid, conversation, outbox: commit.outbox, n: 0, at, code: 'too_long' }],
  }
}
