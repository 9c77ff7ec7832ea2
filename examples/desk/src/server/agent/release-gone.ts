import type { Id } from '@shopbell/core'
import type { DeskParts } from '../desk-parts.js'
import { DATABASE_NOW } from '../presence.js'
import { changeAsAgent } from './change-conversation.js'
import { letGo } from './claim.js'

const WHOSE_AGENT_IS_GONE = `status = 'live' and agent is not null and not exists (
  select 1 from agents_here a where a.site_id = c.site_id and a.agent = c.agent and a.until > ${DATABASE_NOW})`

/**
 * Gives back the conversations of agents who are gone for longer than the grace, whichever process had their sockets: every process
 * looks, every beat. Each conversation for itself, so that one that fails keeps no other waiting; it is tried again with the next
 * look. Answers what failed.
 */
export async function releaseGone(parts: Pick<DeskParts, 'database' | 'news' | 'now'>): Promise<readonly unknown[]> {
  const rows = await parts.database.query<{ site_id: string; conversation: Id }>(
    `select site_id, conversation from conversations c where ${WHOSE_AGENT_IS_GONE}`,
  )
  const troubles: unknown[] = []
  for (const { site_id, conversation } of rows) {
    await changeAsAgent(parts, { site: site_id }, conversation, async (queries, found) => {
      // Asked again with the row locked: they may have come back, or another process has been here.
      const [gone] = await queries.query(
        `select 1 from conversations c where site_id = $1 and conversation = $2 and ${WHOSE_AGENT_IS_GONE}`,
        [site_id, conversation],
      )
      if (gone) await letGo(parts, queries, found)
    }).catch((error: unknown) => troubles.push(error))
  }
  return troubles
}

/**
 * For a desk that starts and is the only one: who was talking to a shopper when the last one stopped gets the usual grace to come
 * back. Where other processes run, the leases say who is there.
 */
export async function expectAgents({ database, presence }: Pick<DeskParts, 'database' | 'presence'>): Promise<void> {
  const [other] = await database.query(`select 1 from desks where seen > ${DATABASE_NOW} - 20000`)
  if (other) return
  const busy = await database.query<{ site_id: string; agent: Id }>(
    `select distinct site_id, agent from conversations where status = 'live' and agent is not null`,
  )
  for (const { site_id, agent } of busy) await presence.agentSeen(database, site_id, agent)
}
