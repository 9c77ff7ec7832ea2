import { type Commit, insist, type Store } from '@shopbell/core'
import { forgetStory, left } from './forget-story.js'
import type { ResumeKey } from './resume-key.js'

/** How long IndexedDB may take, in milliseconds. Some browsers never answer when they forbid it. */
const PATIENCE = 1_000
/** How long it may take where this tab knows nothing yet. A slow device has much to do then, and nothing else tells what was said before. */
const FIRST_PATIENCE = 4_000
/** After a failure the database is left alone for this long, in milliseconds, so that nobody waits for it at every tap. */
const RETRY_EVERY = 30_000
const PLACE = 'conversation'
const KEY = 'commit'
/** A story or a log of more lines than this is kept packed. */
const FEW = 50

/**
 * Keeps the conversation of `site` in IndexedDB, so that it survives a reload and is shared by the tabs. Whatever goes wrong
 * there, the conversation goes on in memory, `level` says so, and the database catches up when it answers again. A greeting alone
 * stays in memory, too: opening the panel waits for nothing, and a visitor who never taps leaves no trace.
 */
export function durableStore(site: string, resume: ResumeKey): Store {
  let database: Promise<IDBDatabase> | undefined
  let memory: Commit | null = null
  let level: Store['level'] = 'durable'
  /** The number of the commit that this tab last knew the database to hold. */
  let durable = 0
  let nextTry = 0
  let since = left[site]
  /** As it is, until there is the part that packs: no commit waits for a download. */
  let pack: (commit: Commit) => unknown = (commit) => commit
  /** Who has left here: where the database could not be emptied, what it holds of them counts as nothing. */
  const gone: unknown[] = []

  const open = async (): Promise<IDBDatabase> => {
    const opening = indexedDB.open(`shopbell:${site}`)
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(PLACE)
      // It may have been deleted meanwhile, as pages do that clear everything; then what this tab knows is written again.
      durable = 0
    }
    await done(opening)
    const connection = opening.result
    // Some browsers close it when they like; and whoever wants to delete or change it must not wait for us.
    connection.onclose = connection.onversionchange = () => {
      connection.close()
      database = undefined
    }
    return connection
  }

  /** Looks at what is held, in one transaction with what `look` writes: so of two tabs only one can win. */
  const transact = async <Answer>(look: (held: Held, place: IDBObjectStore) => Answer): Promise<Answer> => {
    database ??= open()
    const connection = await database
    const change = connection.transaction(PLACE, 'readwrite')
    const place = change.objectStore(PLACE)
    const held = place.get(KEY)
    const answers: Answer[] = []
    held.onsuccess = () => answers.push(look(revOf(held.result) && !gone.includes(held.result.owner) ? held.result : null, place))
    await done(change)
    return answers[0] as Answer
  }

  /** Looks at what the database holds, or at memory while the database does not answer. Most come back, so it is asked again later. */
  const ask = async <Answer>(look: (held: Held, place?: IDBObjectStore) => Answer, patience = PATIENCE): Promise<Answer> => {
    if (performance.now() >= nextTry) {
      try {
        const asked = transact(look)
        // Late is not never.
        asked.then(() => (nextTry = 0), ignore)
        const answer = await Promise.race([asked, late(patience)])
        level = 'durable'
        return answer
      } catch {
        database = undefined
        level = 'memory'
        nextTry = performance.now() + RETRY_EVERY
      }
    }
    return look(memory)
  }

  const isUntouched = () => !database && level === 'durable' && resume.read() === null
  /** This tab has kept what the database does not have. */
  const isAhead = () => revOf(memory) > durable
  /** The database has stayed behind by what this tab alone has written, and no other tab has gone on. */
  const isBehind = (held: Held) => isAhead() && revOf(held) === durable && (held ?? memory)?.owner === memory?.owner

  return {
    get level() {
      return level
    },
    async read() {
      const before = left[site]
      // What another chat of this page has taken away since is no longer known here either.
      if (since !== before) memory = null
      since = before
      if (isUntouched()) return memory
      const held = await ask((held) => (isBehind(held) ? memory : held), memory ? PATIENCE : FIRST_PATIENCE)
      // What this tab knows needs no second look.
      if (held === memory || (isSame(held, memory) && !isAhead())) return memory
      const part = await insist(() => import('./take-kept.js'), pause)
      const kept = await part.takeKept(held, isAhead() ? memory : null)
      // Whoever has left meanwhile has left for good.
      if (before !== left[site]) return memory
      // It is of no use to any tab, and must not stand in the way of the next commit.
      if (held && !kept) await ask((now, place) => isSame(now, held) && place?.delete(KEY))
      durable = kept ? revOf(held) : 0
      memory = kept
      return memory
    },
    async commit(next, after = next.owner) {
      const before = since
      const unseen = isUntouched()
      if (Math.max(next.entries.length, next.records.length) > FEW)
        void import('./take-kept.js').then(({ packCommit }) => {
          pack = packCommit
        }, ignore)
      const follows = (held: Held) => revOf(held) === next.rev - 1 && (held?.owner ?? after) === after
      const won =
        unseen && isGreeting(next)
          ? follows(memory)
          : await ask((held, place) => {
              // Where another tab has gone on while this one was alone, what both have is joined by reading it.
              const wins =
                before === left[site] && !(place && isAhead() && !isBehind(held)) && follows(isBehind(held) ? memory : held)
              if (wins) place?.put(pack(next), KEY)
              // Also if that is so late that it counts as having failed.
              if (wins) place?.transaction.addEventListener('complete', () => (durable = next.rev))
              return wins
            })
      if (since !== left[site]) {
        since = left[site]
        throw new Error('They have left, by another chat of this page.')
      }
      if (!won || since !== before) return unseen && since === before ? 'found' : 'lost'
      memory = next
      // In memory the mark stays as it is: what the database holds will be found again.
      if (database && level === 'durable') resume.write(isOpen(next) ? 'open' : 'story')
      return 'done'
    },
    async erase() {
      const untouched = isUntouched()
      gone.push(memory?.owner)
      memory = null
      durable = 0
      // Whoever leaves is forgotten now, however the database has behaved before.
      nextTry = 0
      resume.write(null)
      // A page that has emptied `localStorage` has taken the mark, and not what it stands for.
      const done = untouched ? forgetStory(site, resume) : ask((_, place) => void place?.delete(KEY))
      since = left[site] = {}
      await done
    },
    // An open connection is never collected, and would hold the whole chat.
    close() {
      void database?.then((connection) => connection.close(), ignore)
      // Whoever logs out after that is forgotten all the same.
      database = undefined
    },
  }
}

const ignore = () => undefined

/** What is held is looked at closely where it is taken over; here it is counted only. */
type Held = { readonly rev?: unknown; readonly owner?: unknown } | null

const revOf = (held: Held) => Number(held?.rev) || 0
const isSame = (one: Held, other: Held) => revOf(one) === revOf(other) && one?.owner === other?.owner
/** Nothing in it that the shopper would miss. */
const isGreeting = ({ commands, entries, state }: Commit) =>
  !state.conversation && commands.length === 0 && entries.every(({ by }) => by === 'bot')
/** Somebody may answer, or something waits to be sent. */
const isOpen = ({ state, commands }: Commit) => commands.length > 0 || (state.phase === 'handed' && state.log !== 'closed')

function done(work: IDBOpenDBRequest | IDBTransaction): Promise<unknown> {
  return new Promise((resolve, reject) => {
    Object.assign(work, { onsuccess: resolve, oncomplete: resolve, onerror: reject, onabort: reject })
  })
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const late = (patience: number) => new Promise<never>((_, reject) => setTimeout(reject, patience))
