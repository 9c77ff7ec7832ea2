import type { Commit, Store } from './conversation/commit.js'

/** Keeps commits for as long as the page lives. What a store that cannot write falls back to, and what tests use. */
export function createMemoryStore(): Store {
  let kept: Commit | null = null
  return {
    level: 'memory',
    read: async () => kept,
    async commit(next) {
      if ((kept?.rev ?? 0) !== next.rev - 1) return 'lost'
      kept = next
      return 'done'
    },
    async erase() {
      kept = null
    },
  }
}
