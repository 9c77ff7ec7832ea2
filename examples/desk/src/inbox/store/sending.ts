import type { Id, LogRecord } from '@shopbell/core'
import type { Api } from '../api.js'
import type { PendingReply } from '../log-lines.js'
import { type Warning, warningOf } from './conversation.js'
import type { Check } from './queue.js'

/** A reply on its way; `base` is the last number of the log that its author had read. */
export type Outgoing = PendingReply & { readonly base: number }

/** What sending needs, and whom it tells. */
export interface SendingParts {
  readonly api: Pick<Api, 'reply'>
  readonly check: Check
  changed(conversation: Id, lines: readonly Outgoing[]): void
  sent(conversation: Id, record: LogRecord): void
  /** The desk will not have these: they go back where they were typed. */
  refused(conversation: Id, texts: readonly string[], why: Warning): void
}

/**
 * Replies on their way, one after the other per conversation, so that they arrive in the order in which they were written. What
 * got no answer is kept with its id and sent again; what was refused goes back to its author together with all after it.
 */
export function createSending(parts: SendingParts) {
  const lines = new Map<Id, readonly Outgoing[]>()
  const running = new Set<Id>()

  function put(conversation: Id, next: readonly Outgoing[]) {
    if (next.length === 0) lines.delete(conversation)
    else lines.set(conversation, next)
    parts.changed(conversation, next)
  }

  async function run(conversation: Id) {
    if (running.has(conversation)) return
    running.add(conversation)
    for (let next = lines.get(conversation)?.[0]; next; next = lines.get(conversation)?.[0]) {
      const why = await attempt(conversation, next)
      const waiting = lines.get(conversation)
      if (!waiting) break
      if (why === null) put(conversation, waiting.slice(1))
      else {
        stop(conversation, waiting, why)
        break
      }
    }
    running.delete(conversation)
  }

  function stop(conversation: Id, waiting: readonly Outgoing[], why: Warning) {
    if (why.kind === 'unreachable') {
      const failed = waiting.map((reply): Outgoing => ({ ...reply, state: 'failed' }))
      put(conversation, failed)
      return
    }
    put(conversation, [])
    const texts = waiting.map((reply) => reply.text)
    parts.refused(conversation, texts, why)
  }

  async function attempt(conversation: Id, { id, text, base }: Outgoing): Promise<Warning | null> {
    const answer = parts.check(await parts.api.reply(conversation, { id, text, base }))
    if (!answer.ok) return warningOf(answer)
    parts.sent(conversation, answer.value)
    return null
  }

  return {
    of: (conversation: Id): readonly Outgoing[] => lines.get(conversation) ?? [],
    send(conversation: Id, reply: Outgoing) {
      put(conversation, [...(lines.get(conversation) ?? []), reply])
      void run(conversation)
    },
    again() {
      for (const [conversation, waiting] of lines) {
        if (running.has(conversation)) continue
        put(
          conversation,
          waiting.map((reply) => ({ ...reply, state: 'sending' as const })),
        )
        void run(conversation)
      }
    },
    /** Stops, and hands back what was not confirmed. */
    clear(): readonly (readonly [Id, readonly string[]])[] {
      const unsent = [...lines].map(([conversation, waiting]) => [conversation, waiting.map((reply) => reply.text)] as const)
      lines.clear()
      return unsent
    },
  }
}
