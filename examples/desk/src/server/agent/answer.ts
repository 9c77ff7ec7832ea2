import { type Id, LIMITS, type LogRecord } from '@shopbell/core'
import type { Note } from '../../agent-api.js'
import type { DeskParts } from '../desk-parts.js'
import { Refusal } from '../http/refusal.js'
import { appendRecord } from '../log/append-record.js'
import { changeConversation } from '../log/conversation.js'
import { readRecords } from '../log/read-log.js'
import { queueMail } from '../mail/queue-mail.js'
import { asBoolean, asId, asInteger, asText, fieldsOf } from '../parse.js'
import { changeAsAgent, markAnswered, refuseClosed, refuseMoved, refuseTaken } from './change-conversation.js'
import { takeOn } from './claim.js'
import type { AgentSession } from './session.js'

/**
 * Writes an agent's reply into the log. The same `id` again gives the same record. If the shopper wrote after `base`, nothing is
 * sent: the agent should read that first. Replying to what nobody has takes it on.
 */
export async function reply(parts: DeskParts, session: AgentSession, id: Id, value: unknown): Promise<LogRecord> {
  const read = fieldsOf(value)
  const message = asId(read('id'))
  const text = asText(read('text'), LIMITS.message, 1)
  const base = asInteger(read('base'), 0, 2_000_000_000)
  return changeAsAgent(parts, session, id, async (queries, conversation) => {
    const [before] = await queries.query<{ seq: number; conversation: Id; author: string; fact: string }>(
      'select seq, conversation, author, fact from records where site_id = $1 and owner = $2 and cmid = $3',
      [session.site, conversation.owner, message],
    )
    if (before) {
      const [record] = await readRecords(queries, conversation, before.seq - 1, 1)
      const isSame =
        before.conversation === id && record?.by === 'agent' && record.fact.kind === 'text' && record.fact.text === text
      if (!isSame) throw new Refusal(422, { error: 'invalid' })
      return record
    }
    refuseClosed(conversation)
    await refuseTaken(queries, session, conversation)
    await refuseMoved(queries, conversation, base)
    await takeOn(parts, queries, session, conversation)
    await markAnswered(queries, conversation, parts.now())
    const record = await appendRecord(queries, conversation, {
      at: parts.now(),
      by: 'agent',
      name: session.name,
      cmid: message,
      fact: { kind: 'text', text },
    })
    await queueMail(parts, queries, conversation, record)
    return record
  })
}

/** Keeps an internal note. Notes have a table of their own: nothing that reads the log for a shopper can meet one. */
export async function addNote(parts: DeskParts, session: AgentSession, id: Id, value: unknown): Promise<Note> {
  const read = fieldsOf(value)
  const note = asId(read('id'))
  const text = asText(read('text'), LIMITS.message, 1)
  return changeAsAgent(parts, session, id, async (queries) => {
    await queries.query(
      `insert into notes (site_id, conversation, note, agent, at, text) values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [session.site, id, note, session.agent, parts.now(), JSON.stringify(text)],
    )
    const [row] = await queries.query<{ at: number; name: string; text: string }>(
      `select at, agents.name, text from notes join agents using (site_id, agent) where site_id = $1 and conversation = $2 and note = $3`,
      [session.site, id, note],
    )
    if (!row || row.text !== JSON.stringify(text)) throw new Refusal(422, { error: 'invalid' })
    return { id: note, at: row.at, agent: row.name, text }
  })
}

/** Ends a conversation. Ending what is closed changes nothing. */
export async function closeConversation(parts: DeskParts, session: AgentSession, id: Id, value: unknown): Promise<void> {
  const resolved = asBoolean(fieldsOf(value)('resolved'))
  await changeAsAgent(parts, session, id, async (queries, conversation) => {
    if (conversation.status === 'closed') return
    await refuseTaken(queries, session, conversation)
    await changeConversation(queries, conversation, { status: 'closed', closed: parts.now(), agent: session.agent })
    await appendRecord(queries, conversation, {
      at: parts.now(),
      by: 'agent',
      name: session.name,
      fact: { kind: 'closed', resolved },
    })
  })
}

/** The agent has seen the log up to `seq`. It only moves forward; answers whose conversation it is if it did. */
export async function markRead(
  parts: DeskParts,
  session: AgentSession,
  id: Id,
  seq: number,
): Promise<{ readonly owner: Id; readonly seq: number } | null> {
  const [row] = await parts.database.query<{ owner: Id; agent_read: number }>(
    `update conversations set agent_read = least($3::integer, last_seq)
     where site_id = $1 and conversation = $2 and agent_read < least($3::integer, last_seq) returning owner, agent_read`,
    [session.site, id, seq],
  )
  return row ? { owner: row.owner, seq: row.agent_read } : null
}
