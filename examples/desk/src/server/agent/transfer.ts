import type { Id } from '@shopbell/core'
import type { Colleague } from '../../agent-api.js'
import type { DeskParts } from '../desk-parts.js'
import { Refusal } from '../http/refusal.js'
import { appendRecord } from '../log/append-record.js'
import { changeConversation } from '../log/conversation.js'
import { asId, fieldsOf } from '../parse.js'
import { DATABASE_NOW } from '../presence.js'
import { changeAsAgent, refuseClosed, refuseTaken } from './change-conversation.js'
import type { AgentSession } from './session.js'

/** The other agents who are at the desk, in any process: those whom something can be handed to. */
export async function readColleagues({ database }: Pick<DeskParts, 'database'>, me: AgentSession): Promise<readonly Colleague[]> {
  return database.query<Colleague>(
    `select agent, name from agents where site_id = $1 and agent <> $2 and agent in
       (select agent from agents_here where site_id = $1 and until > ${DATABASE_NOW}) order by name`,
    [me.site, me.agent],
  )
}

/**
 * Hands a conversation to a colleague who is there, in one transaction: it is never nobody's and never two people's. In a live one
 * the shopper reads who it is now. The same hand-over again changes nothing.
 */
export async function transferConversation(parts: DeskParts, session: AgentSession, id: Id, value: unknown): Promise<void> {
  const to = asId(fieldsOf(value)('to'))
  await changeAsAgent(parts, session, id, async (queries, conversation) => {
    refuseClosed(conversation)
    if (conversation.agent === to) return
    await refuseTaken(queries, session, conversation)
    const [colleague] = await queries.query<{ name: string; here: boolean }>(
      `select name, exists (select 1 from agents_here h where h.site_id = a.site_id and h.agent = a.agent and until > ${DATABASE_NOW}) as here
       from agents a where site_id = $1 and agent = $2`,
      [session.site, to],
    )
    if (!colleague) throw new Refusal(422, { error: 'invalid' })
    // A shopper who is talking is handed to nobody who is not there.
    if (!colleague.here) throw new Refusal(409, { error: 'away', by: colleague.name })
    // Who queues is not handed over but taken: that is what the colleague would do.
    if (conversation.agent !== session.agent) throw new Refusal(409, { error: 'not-yours' })
    await changeConversation(queries, conversation, { agent: to })
    if (conversation.status !== 'live') return
    const fact = { kind: 'claimed' as const, agent: colleague.name }
    await appendRecord(queries, conversation, { at: parts.now(), by: 'agent', name: colleague.name, fact })
  })
}
