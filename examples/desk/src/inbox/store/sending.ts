import type { Id, LogRecord } from '@shopbell/core'
import type { Detail } from '../../agent-api.js'
import type { Api } from '../api.js'
import type { PendingReply } from '../log-lines.js'
import { type Warning, warningOf } from './conversation.js'
import type { Check } from './queue.js'

/** A reply on its way; `base` is the last number of the log that its author had read. */
export type Outgoing = PendingReply & { readonly base: number }

/** What sending needs, and whom it tells. */
export interface SendingParts {
  readonly api: Pick<Api, 'claim' | 'reply'>
  readonly check: Check
  changed(conversation: Id, lines: readonly Outgoing[]): void
  /** Who has the conversation, as far as is known here. */
  agentOf(conversation: Id): string | null
  claimed(detail: Detail): void
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
        if (why.kind === 'unreachable')
          put(
            conversation,
            waiting.map((reply) => ({ ...reply, state: 'failed' as const })),
          )
        else {
          put(conversation, [])
          parts.refused(
            conversation,
            waiting.map((reply) => reply.text),
            why,
          )
        }
        break
      }
    }
    running.delete(conversation)
  }

  async function attempt(conversation: Id, reply: Outgoing): Promise<Warning | null> {
    if (parts.agentOf(conversation) === null) {
      const claim = parts.check(await parts.api.claim(conversation))
      if (!claim.ok) return warningOf(claim)
      parts.claimed(claim.value)
    }
    const answer = parts.check(
      await parts.api.reply(conversation, {
        id: reply.id,
        text: reply.text,
        base: reply.base,
      }),
    )
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
