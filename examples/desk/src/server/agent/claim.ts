import type { Id } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { appendRecord } from '../log/append-record.js'
import { type Conversation, changeConversation } from '../log/conversation.js'
import { changeAsAgent, refuseClosed, refuseTaken } from './change-conversation.js'
import type { AgentSession } from './session.js'

/** Takes a conversation on. The row is locked, so one of two agents wins and the other reads who did. */
export async function claimConversation(parts: DeskParts, session: AgentSession, id: Id): Promise<void> {
  await changeAsAgent(parts, session, id, (queries, conversation) => takeOn(parts, queries, session, conversation))
}

/**
 * Makes a conversation the agent's. With a shopper who is there it becomes live; a ticket whose shopper is away stays a ticket, and
 * the answer waits in the log.
 */
export async function takeOn(
  parts: DeskParts,
  queries: Queries,
  session: AgentSession,
  conversation: Conversation,
): Promise<void> {
  refuseClosed(conversation)
  await refuseTaken(queries, session, conversation)
  // Whoever takes something on is here, from wherever they asked; else it would be given back at once.
  await parts.presence.agentSeen(queries, session.site, session.agent)
  const here = await parts.presence.isShopperAnywhere(
    queries,
    conversation.site_id,
    conversation.owner,
    conversation.conversation,
  )
  const goesLive = conversation.status === 'queued' || (conversation.status === 'ticket' && here)
  if (!goesLive) {
    if (conversation.agent === null) await changeConversation(queries, conversation, { agent: session.agent })
    return
  }
  const at = parts.now()
  const waited = conversation.status === 'queued' && conversation.queued !== null ? (at - conversation.queued) / 1_000 : null
  await changeConversation(queries, conversation, {
    status: 'live',
    agent: session.agent,
    queued: null,
    promised: null,
    ...(waited === null ? {} : { waited, claimed: at }),
  })
  await appendRecord(queries, conversation, {
    at,
    by: 'agent',
    name: session.name,
    fact: { kind: 'claimed', agent: session.name },
  })
}

/** Gives a conversation back: a live one queues again or is the ticket that it was, a ticket is anybody's again. */
export async function releaseConversation(
  parts: Pick<DeskParts, 'database' | 'news' | 'now'>,
  session: AgentSession,
  id: Id,
): Promise<void> {
  await changeAsAgent(parts, session, id, async (queries, conversation) => {
    await refuseTaken(queries, session, conversation)
    if (conversation.agent === session.agent) await letGo(parts, queries, conversation)
  })
}

/**
 * Takes the agent off a conversation, in the log too where the shopper had seen them come. What has a ticket goes back among the
 * tickets: its shopper left the queue with a promise, and readers of the log fold it so.
 */
export async function letGo(parts: Pick<DeskParts, 'now'>, queries: Queries, conversation: Conversation): Promise<void> {
  if (conversation.status !== 'live') {
    if (conversation.status === 'ticket') await changeConversation(queries, conversation, { agent: null })
    return
  }
  await changeConversation(
    queries,
    conversation,
    conversation.ticket === null
      ? { status: 'queued', agent: null, queued: parts.now() }
      : { status: 'ticket', agent: null, queued: null, promised: null },
  )
  await appendRecord(queries, conversation, { at: parts.now(), by: 'desk', fact: { kind: 'released' } })
}
