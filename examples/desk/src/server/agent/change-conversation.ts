import type { Id } from '@shopbell/core'
import { crashPoint } from '../crash-points.js'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { notFound, Refusal } from '../http/refusal.js'
import { type Conversation, findConversation } from '../log/conversation.js'
import { changeOf } from '../shopper/accept-op.js'
import type { AgentSession } from './session.js'

/** Locks a conversation of the agent's site, lets `work` change it in one transaction, and tells of it after the commit. */
export async function changeAsAgent<Result>(
  parts: Pick<DeskParts, 'database' | 'news'>,
  { site }: Pick<AgentSession, 'site'>,
  id: Id,
  work: (queries: Queries, conversation: Conversation) => Promise<Result>,
): Promise<Result> {
  const { result, conversation } = await parts.database.transaction(async (queries) => {
    const found = await findConversation(queries, site, id, true)
    if (!found) throw notFound()
    const result = await work(queries, found)
    crashPoint('agent-before-commit')
    return { result, conversation: found }
  })
  crashPoint('agent-after-commit')
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

/** Refuses what was written without having read the shopper's last word, `base` being what was read, and says how far the log is. */
export async function refuseMoved(queries: Queries, conversation: Conversation, base: number): Promise<void> {
  const [news] = await queries.query<{ seq: number | null }>(
    `select max(seq) as seq from records where site_id = $1 and conversation = $2 and author = 'shopper' and cmid is not null`,
    [conversation.site_id, conversation.conversation],
  )
  if ((news?.seq ?? 0) > base) throw new Refusal(409, { error: 'moved', head: conversation.last_seq })
}

/** The agent has read the log and answers now: whatever the shopper was promised is kept. */
export async function markAnswered(queries: Queries, { site_id, conversation }: Conversation, at: number): Promise<void> {
  await queries.query(
    'update conversations set agent_read = last_seq, promised = null, answered = $3 where site_id = $1 and conversation = $2',
    [site_id, conversation, at],
  )
}
