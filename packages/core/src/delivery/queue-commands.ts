import type { Commit } from '../conversation/commit.js'
import type { Effect } from '../conversation/effect.js'
import type { Id } from '../conversation/entry.js'
import type { ChatEvent } from '../conversation/event.js'
import type { State } from '../conversation/state.js'
import { isKnown, knownFact } from '../facts/fact-value.js'
import type { Facts } from '../facts/facts.js'
import { type Surroundings, sealPacket } from '../handoff/seal-packet.js'
import { discard, enqueue } from './outbox.js'
import type { Op } from './protocol.js'

/**
 * The commit with what a transition sends at the end of its outbox: written together with the state that it belongs to. An event
 * makes one command at most, which bears its name: that is the cmid, and the line's DOM key for life. `secrets` are the answers to
 * sensitive fields; where the packet needs one that this page does not have, `null` comes back, and nothing is to be written.
 */
export function queueCommands(
  commit: Commit,
  event: ChatEvent,
  effects: readonly Effect[],
  around: Surroundings,
  secrets: Facts = {},
): Commit | null {
  const opens = effects.some((effect) => effect.do === 'open')
  const { facts } = commit.state
  if (opens && Object.keys(facts).some((name) => facts[name]?.sensitive && !isKnown(secrets, name))) return null
  return effects.reduce((so, effect) => withCommand(so, event, effect, around, secrets), commit)
}

/** The packet is the one place where sensitive answers go: the state only knows that they were given. */
function withValues(state: State, secrets: Facts): State {
  const given = Object.entries(secrets).filter(([name]) => knownFact(state.facts, name)?.sensitive)
  return given.length === 0 ? state : { ...state, facts: { ...state.facts, ...Object.fromEntries(given) } }
}

function withCommand(commit: Commit, event: ChatEvent, effect: Effect, around: Surroundings, secrets: Facts): Commit {
  const { conversation } = commit.state
  if (conversation === null) return commit
  if (effect.do === 'open') {
    const packet = sealPacket(withValues(commit.state, secrets), conversation, commit.entries, event.at, around)
    return queued(commit, { op: 'open', want: effect.want, packet }, conversation, conversation, event.at)
  }
  if (effect.do !== 'send') return commit
  if (effect.op.op === 'skip') return discard(commit, effect.op.skips, event.id)
  return queued(commit, effect.op, event.id, conversation, event.at)
}

/** What does not fit into the outbox is kept and shown as not sent, never dropped. */
function queued(commit: Commit, op: Op, cmid: Id, conversation: Id, at: number): Commit {
  const result = enqueue(commit, op, cmid, conversation, at)
  if (typeof result !== 'string') return result
  return {
    ...commit,
    failed: [...commit.failed, { ...op, cmid, conversation, outbox: commit.outbox, n: 0, at, code: result }],
  }
}
