import type { Commit, Store } from '@shopbell/core'
import { createStore, del, get, update } from 'idb-keyval'
import { readCommit } from './read-commit.js'
import type { ResumeKey } from './resume-key.js'

/** How long IndexedDB may take, in milliseconds. Some browsers never answer when they forbid it. */
const PATIENCE = 1_000
/** After a failure the database is left alone for this long, in milliseconds, so that nobody waits for it at every tap. */
const RETRY_EVERY = 30_000
const KEY = 'commit'

/** A store whose first commit may have had others before it, in memory. */
export interface DurableStore extends Store {
  /** Writes if nothing is stored yet, whatever the commit's number is. */
  begin(first: Commit): Promise<'done' | 'lost'>
}

/**
 * Keeps the conversation of `site` in IndexedDB, so that it survives a reload and is shared by the tabs. Whatever goes wrong
 * there, the conversation goes on in memory, `level` says so, and the database catches up when it answers again. It opens no database before there is something to read or to
 * write: a visitor who never taps leaves no trace.
 */
export function durableStore(site: string, resume: ResumeKey): DurableStore {
  let database: ReturnType<typeof createStore> | undefined
  let memory: Commit | null = null
  let level: Store['level'] = 'durable'
  /** The number of the commit that this tab last knew the database to hold. */
  let durable = 0
  let nextTry = 0

  /** What the database answers, or what memory does while the database does not. Most come back, so it is asked again later. */
  const ask = async <Answer>(question: (store: ReturnType<typeof createStore>) => Promise<Answer>, instead: () => Answer) => {
    if (performance.now() < nextTry) return instead()
    try {
      database ??= createStore(`shopbell:${site}`, 'conversation')
      const answer = await within(PATIENCE, question(database))
      level = 'durable'
      return answer
    } catch {
      database = undefined
      level = 'memory'
      nextTry = performance.now() + RETRY_EVERY
      return instead()
    }
  }

  /** While it was out, the database stayed behind by what this tab alone has written, unless another tab has gone on. */
  const isBehind = (kept: Commit | null) => level === 'memory' && (kept?.rev ?? 0) === durable

  const write = async (next: Commit, may: (kept: Commit | null) => boolean) => {
    const answer = await ask<'done' | 'lost'>(
      async (store) => {
        let won = false
        // Reading and writing are one transaction, so of two tabs only one can win.
        await update<unknown>(
          KEY,
          (held) => {
            const kept = readCommit(held)
            won = isBehind(kept) ? may(memory) : may(kept)
            return won ? next : held
          },
          store,
        )
        if (won) durable = next.rev
        return won ? 'done' : 'lost'
      },
      () => (may(memory) ? 'done' : 'lost'),
    )
    if (answer === 'done') {
      memory = next
      // In memory the mark stays as it is: what the database holds will be found again.
      if (level === 'durable') resume.write(isOpen(next) ? 'open' : 'story')
    }
    return answer
  }

  return {
    get level() {
      return level
    },
    async read() {
      if (!database && level === 'durable' && resume.read() === null) return memory
      memory = await ask<Commit | null>(
        async (store) => {
          const kept = readCommit(await get(KEY, store))
          if (isBehind(kept)) return memory
          durable = kept?.rev ?? 0
          return kept
        },
        () => memory,
      )
      return memory
    },
    begin: (first) => write(first, (kept) => kept === null),
    commit: (next) => write(next, (kept) => (kept?.rev ?? 0) === next.rev - 1),
    async erase() {
      const known = database !== undefined || level === 'memory' || resume.read() !== null
      memory = null
      durable = 0
      // Whoever leaves is forgotten now, however the database has behaved before.
      nextTry = 0
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
