import type { Adapter } from '../adapter.js'
import type { Chat } from '../chat-contract.js'
import type { Commit, Failed } from '../conversation/commit.js'
import type { Id } from '../conversation/entry.js'
import type { Intent } from '../conversation/event.js'
import { enqueue } from '../delivery/outbox.js'
import type { Hint, Sender } from '../delivery/protocol.js'
import type { Environment } from '../environment.js'
import { LIMITS } from '../limits.js'

// A hint that the shopper types leaves at most this often.
const TYPING_EVERY = 3_000

/** What these actions need of the chat. */
export interface PersonActionsHost {
  readonly adapter: Adapter
  readonly environment: Environment
  /** Aborts when the chat is destroyed. */
  readonly signal: AbortSignal
  sender(): Sender
  read(): Commit
  update(change: (before: Commit) => Commit): Promise<Commit>
  dispatch(intent: Intent): Promise<void>
  hint(hint: Hint): void
  /** Something was queued. */
  deliver(): void
}

/** What a shopper can do only on the way to a person, and with one. */
export interface PersonActions extends Pick<Chat, 'attach' | 'pictureUrl' | 'retry' | 'seen' | 'typing'> {
  discard(intent: Extract<Intent, { type: 'discard' }>): Promise<void>
}

/** The hands of `chat.ts` for these; nobody else calls them. */
export function personActions(host: PersonActionsHost): PersonActions {
  const { adapter, environment, signal, sender, read, update, dispatch } = host
  let lastTyping = 0

  const without = (before: Commit, id: Id): Commit => ({ ...before, failed: before.failed.filter((one) => one.cmid !== id) })
  const forget = (id: Id) => update((before) => without(before, id))
  /** The lines that are being sent again. */
  const again = new Set<Id>()

  /** Where nobody is called, it is for the bot, or for whoever is called next. */
  async function tellAgain(line: Failed): Promise<void> {
    const content = line.op === 'message' ? line.content : null
    if (content?.kind === 'text') await dispatch({ type: 'say', text: content.text })
    else if (content?.kind === 'file') await dispatch({ type: 'attach', upload: content.upload, name: content.name })
    else return
    // Afterwards, so that a page that ends in between shows it twice rather than not at all.
    await forget(line.cmid)
  }

  return {
    async attach(file) {
      if (file.bytes.length > LIMITS.upload) return 'too_big'
      if (!adapter.uploads) return 'unavailable'
      const from = sender()
      const answer = await adapter.uploads.put(file, from, signal).catch(() => ({ refused: 'unavailable' }) as const)
      if ('refused' in answer) return answer.refused
      // Whoever has left meanwhile leaves no picture to the next.
      if (read().owner !== from.owner) return 'unavailable'
      await dispatch({ type: 'attach', upload: answer.upload, name: file.name })
      return 'attached'
    },
    pictureUrl: async (upload) => (await adapter.uploads?.url(upload, sender()).catch(() => null)) ?? null,
    async retry(id) {
      const { owner } = read()
      const cmid = environment.id()
      let aside: Failed | undefined
      if (again.has(id)) return
      again.add(id)
      // Written in any case, so that a shopper who has left in another tab is missed: these words are nobody else's.
      await update((before) => {
        const { phase, log, conversation } = before.state
        const line = before.owner === owner ? before.failed.find((one) => one.cmid === id) : undefined
        aside = undefined
        if (line?.op !== 'message') return before
        if (phase === 'handed' && log !== 'closed' && conversation !== null) {
          // It leaves the one place where it enters the other: however many taps and tabs, it goes once.
          const { op, content } = line
          const next = enqueue(without(before, id), { op, content }, cmid, conversation, environment.now())
          return typeof next === 'string' ? before : next
        }
        aside = line
        return { ...before }
      })
      if (aside) await tellAgain(aside)
      else host.deliver()
      again.delete(id)
    },
    async discard(intent) {
      if (read().failed.some((one) => one.cmid === intent.cmid)) await forget(intent.cmid)
      else await dispatch(intent)
    },
    seen() {
      const seen = read().records.at(-1)?.seq ?? 0
      if (seen > read().seen) void update((before) => (before.seen >= seen ? before : { ...before, seen }))
    },
    typing() {
      const { conversation } = read().state
      const now = environment.now()
      if (conversation === null || now - lastTyping < TYPING_EVERY) return
      lastTyping = now
      host.hint({ type: 'typing', conversation, by: 'shopper' })
    },
  }
}
