import type { Commit } from './commit.js'
import type { Id } from './entry.js'
import type { State } from './state.js'

/** A shopper of whom nothing is known yet: new names, and a secret that only this device has. */
export function blankCommit(newId: () => Id, state: State): Commit {
  return {
    v: 1,
    rev: 0,
    owner: newId(),
    secret: `${newId()}${newId()}`,
    outbox: newId(),
    n: 1,
    state,
    entries: [],
    commands: [],
    failed: [],
    cursor: null,
    records: [],
    seen: 0,
  }
}
