import { LIMITS } from '../limits.js'
import type { Commit } from './commit.js'
import type { Entry } from './entry.js'
import type { Transition } from './start.js'

/**
 * What one transition writes: state and lines, together. `logged` are the lines of the desk's log as the shopper has seen them;
 * when a new conversation begins they become part of the story, and the log starts empty.
 */
export function nextCommit(commit: Commit, [state, entries]: Transition, logged: readonly Entry[]): Commit {
  const anew = commit.state.conversation !== null && state.conversation === null
  const story = [...commit.entries, ...(anew ? logged : []), ...entries]
  return {
    ...commit,
    rev: commit.rev + 1,
    state,
    entries: story.length === commit.entries.length ? commit.entries : story.slice(-LIMITS.story),
    ...(anew ? { records: [], cursor: null, seen: 0 } : {}),
  }
}
