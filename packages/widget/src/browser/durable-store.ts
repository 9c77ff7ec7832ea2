import type { Commit, Store } from '@shopbell/core'
import { createStore, del, get, update } from 'idb-keyval'
import { readCommit } from './read-commit.js'
import type { ResumeKey } from './resume-key.js'

/** How long IndexedDB may take, in milliseconds. Some browsers never answer when they forbid it. */
const PATIENCE = 1_000
const KEY = 'commit'

/** A store whose first commit may have had others before it, in memory. */
export interface DurableStore extends Store {
  /** Writes if nothing is stored yet, whatever the commit's number is. */
  begin(first: Commit): Promise<'done' | 'lost'>
}

/**
 * Keeps the conversation of `site` in IndexedDB, so that it survives a reload and is shared by the tabs. Whatever goes wrong
 * there, the conversation goes on in memory, and `level` says so. It opens no database before there is something to read or to
 * write: a visitor who never taps leaves no trace.
 */
export function durableStore(site: string, resume: ResumeKey): DurableStore {
  let database: ReturnType<typeof createStore> | undefined
  let memory: Commit | null = null
  let level: Store['level'] = 'durable'

  /** What the database answers, or what memory does once the database has failed. */
  const ask = async <Answer>(question: (store: ReturnType<typeof createStore>) => Promise<Answer>, instead: () => Answer) => {
    if (level === 'memory') return instead()
    try {
      database ??= createStore(`shopbell:${site}`, 'conversation')
      return await within(PATIENCE, question(database))
    } catch {
      level = 'memory'
      return instead()
    }
  }

  const write = async (next: Commit, may: (stored: Commit | null) => boolean) => {
    const answer = await ask<'done' | 'lost'>(
      async (store) => {
        let won = false
        // Reading and writing are one transaction, so of two tabs only one can win.
        await update<unknown>(
          KEY,
          (stored) => {
            won = may(readCommit(stored))
            return won ? next : stored
          },
          store,
        )
        return won ? 'done' : 'lost'
      },
      () => (may(memory) ? 'done' : 'lost'),
    )
    if (answer === 'done') {
      memory = next
      resume.write(level === 'memory' ? null : isOpen(next) ? 'open' : 'story')
    }
    return answer
  }

  return {
    get level() {
      return level
    },
    async read() {
      if (!database && resume.read() === null) return memory
      memory = await ask<Commit | null>(
        async (store) => readCommit(await get(KEY, store)),
        () => memory,
      )
      return memory
    },
    begin: (first) => write(first, (stored) => stored === null),
    commit: (next) => write(next, (stored) => (stored?.rev ?? 0) === next.rev - 1),
    async erase() {
      memory = null
      const known = database !== undefined || resume.read() !== null
      resume.write(null)
      if (known)
        await ask(
          (store) => del(KEY, store),
          () => undefined,
        )
    },
  }
}

/** Somebody may answer, or something waits to be sent. */
const isOpen = ({ state, commands }: Commit) => commands.length > 0 || (state.phase === 'handed' && state.log !== 'closed')

function within<Answer>(milliseconds: number, work: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
