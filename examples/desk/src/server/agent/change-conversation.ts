import type { Id } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { notFound, Refusal } from '../http/refusal.js'
import { type Conversation, findConversation } from '../log/conversation.js'
import { changeOf } from '../shopper/accept-op.js'
import type { AgentSession } from './session.js'

/** Locks a conversation of the agent's site, lets `work` change it in one transaction, and tells of it after the commit. */
export async function changeAsAgent<Result>(
  parts: Pick<DeskParts, 'database' | 'news'>,
  { site }: AgentSession,
  id: Id,
  work: (queries: Queries, conversation: Conversation) => Promise<Result>,
): Promise<Result> {
  const { result, conversation } = await parts.database.transaction(async (queries) => {
    const found = await findConversation(queries, site, id, true)
    if (!found) throw notFound()
    return { result: await work(queries, found), conversation: found }
  })
  parts.news.committed(changeOf(conversation))
  return result
}

/** Refuses what somebody else has, and says who. */
export async function refuseTaken(queries: Queries, { site, agent }: AgentSession, conversation: Conversation): Promise<void> {
  if (conversation.agent === null || conversation.agent === agent) return
  const [other] = await queries.query<{ name: string }>('select name from agents where site_id = $1 and agent = $2', [
    site,
    conversation.agent,
  ])
  throw new Refusal(409, { error: 'taken', by: other?.name ?? '' })
}

/** Refuses what is closed. */
export function refuseClosed({ status }: Conversation): void {
  if (status === 'closed') throw new Refusal(409, { error: 'closed' })
}
