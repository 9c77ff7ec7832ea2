import type { Commit } from './conversation/commit.js'
import type { Entry } from './conversation/entry.js'
import { append, emptyTranscript, type Transcript } from './conversation/transcript.js'
import type { Wait } from './delivery/protocol.js'
import type { Contact } from './handoff/availability.js'
import { type Snapshot, type Status, silence } from './snapshot.js'

/** What only the live part knows, and what it makes of the desk's log. All of it is absent until a person is called. */
export interface Live {
  readonly link: 'off' | 'connecting' | 'up' | 'down'
  readonly queue: { readonly position: number; readonly wait: Wait | null } | null
  readonly typing: string | null
  /** The highest seq of ours that a person has read. */
  readonly readUpTo: number
}

/** What the desk's log, the outbox and the wire add to a snapshot. */
export interface LogView extends Pick<Snapshot, 'queue' | 'agent' | 'typing' | 'due' | 'receipt' | 'marks' | 'unread'> {
  /** The lines of the log that this device keeps. */
  readonly said: readonly Entry[]
  /** The story, then the log, then the lines that are not in it yet. */
  readonly whole: (story: Transcript) => Transcript
}

/** Reads them. It comes with the live part. */
export type ReadLog = (commit: Commit, live: Live) => LogView

/** Nothing live yet. */
export const notLive: Live = { link: 'off', queue: null, typing: null, readUpTo: 0 }

/** What a view is drawn from. */
export interface Drawn {
  readonly commit: Commit
  readonly live: Live
  readonly log: ReadLog | null
  readonly human: Snapshot['human']
  readonly contact: Contact
  readonly level: 'durable' | 'memory'
  readonly uploads: boolean
  readonly hidden: Snapshot['hidden']
}

function statusOf({ state }: Commit): Status {
  return state.phase === 'handed' ? (state.log ?? 'sending') : state.phase
}

/**
 * Draws snapshots, keeping what did not change: lines keep their objects, and the story is only ever appended to. The view is
 * the story, then the desk's log, of which the page keeps what it has seen, then what still waits.
 */
export function createView(): (from: Drawn) => Snapshot {
  let entries: readonly Entry[] = []
  let story: Transcript = emptyTranscript

  function growStory(next: readonly Entry[]): void {
    if (next === entries) return
    const grows = entries.every((entry, index) => entry === next[index])
    story = grows ? append(story, next.slice(entries.length)) : append(emptyTranscript, next)
    entries = next
  }

  return ({ commit, live, log, human, contact, level, uploads, hidden }) => {
    const { state } = commit
    growStory(commit.entries)
    const { said, whole, ...logged }: Partial<LogView> = log?.(commit, live) ?? {}
    return {
      ...silence,
      ...logged,
      status: statusOf(commit),
      transcript: whole?.(story) ?? story,
      prompt: state.prompt,
      canGoBack: state.previous !== null || state.phase === 'review',
      composer: state.phase !== 'idle',
      human: human === 'live' && state.availability?.open === false ? 'ticket' : human,
      contact,
      hidden,
      availability: state.availability,
      attach: uploads && (state.phase === 'review' || (state.phase === 'handed' && state.log !== 'closed')),
      delivery: { level, link: live.link, waiting: commit.commands.filter(isMessage).length },
    }
  }
}

/** What a shopper would count as a message of theirs: the lines, and the handoff with its summary. */
const isMessage = ({ op }: Commit['commands'][number]) => /open|message/.test(op)
