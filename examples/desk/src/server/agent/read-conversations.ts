import type { Fact, Id, Packet } from '@shopbell/core'
import type { Detail, Note, Row } from '../../agent-api.js'
import { isAnswer } from '../../last-word.js'
import type { DeskParts } from '../desk-parts.js'
import { readSettings } from '../hours/settings.js'
import { notFound } from '../http/refusal.js'
import { type Conversation, findConversation } from '../log/conversation.js'
import { expectedWait, queueOrder } from '../log/queue.js'
import { readRecords } from '../log/read-log.js'
import { differences } from '../orders/differences.js'
import { findOrder } from '../orders/find-order.js'
import type { AgentSession } from './session.js'

/** The lists of the inbox. */
export const VIEWS = ['queue', 'mine', 'tickets', 'all', 'closed'] as const
export type View = (typeof VIEWS)[number]

type ListedRow = Conversation & { readonly agent_name: string | null; readonly unread: number }

const LISTED = `
  select c.*, agents.name as agent_name,
    (select count(*)::integer from records r where r.site_id = c.site_id and r.conversation = c.conversation
      and r.seq > c.agent_read and r.author = 'shopper' and r.cmid is not null) as unread
  from conversations c left join agents on agents.site_id = c.site_id and agents.agent = c.agent
  where c.site_id = $1`

const WHICH: Readonly<Record<View, string>> = {
  queue: `and c.status = 'queued' order by ${queueOrder('$2')}`,
  mine: `and c.status <> 'closed' and c.agent = $2 order by c.opened`,
  tickets: `and c.status = 'ticket' order by c.promised nulls last, c.due nulls last, c.opened`,
  all: `and c.status <> 'closed' order by c.opened desc`,
  closed: `and c.status = 'closed' order by c.closed desc nulls last`,
}

/** One list of the inbox, at most two hundred lines. */
export async function listConversations(
  { database, now }: DeskParts,
  { site, agent }: AgentSession,
  view: View,
): Promise<readonly Row[]> {
  const rows = await database.query<ListedRow>(
    `${LISTED} ${WHICH[view]} limit 200`,
    view === 'mine' ? [site, agent] : view === 'queue' ? [site, now()] : [site],
  )
  return rows.map(rowOf)
}

/** How many conversations a search lists. */
const MOST_FOUND = 50

/** The conversations of the agent's site with these words in the shopper's name, e-mail or order number: open ones first, then the latest. */
export async function findConversations(
  { database }: Pick<DeskParts, 'database'>,
  { site }: AgentSession,
  words: string,
): Promise<readonly Row[]> {
  // Shoppers write their order as `#1042`, and a database's text holds no NUL.
  const sought = words.replaceAll('\0', '').trim().replace(/^#/, '').normalize('NFC').toLowerCase()
  if (sought === '') return []
  const rows = await database.query<ListedRow>(
    `${LISTED} and c.findable like $2 order by c.status = 'closed', c.opened desc limit ${MOST_FOUND}`,
    [site, `%${sought.replace(/[\\%_]/g, '\\$&')}%`],
  )
  return rows.map(rowOf)
}

/** All about one conversation. */
export async function readDetail(parts: DeskParts, { site }: AgentSession, id: Id): Promise<Detail> {
  const { database } = parts
  const [row] = await database.query<ListedRow>(`${LISTED} and c.conversation = $2`, [site, id])
  if (!row) throw notFound()
  const records = await readRecords(database, row, 0)
  const packet = lastPacket(records.map(({ fact }) => fact))
  const notes = await database.query<{ note: Id; at: number; name: string; text: string }>(
    `select note, at, agents.name, text from notes join agents using (site_id, agent)
     where site_id = $1 and conversation = $2 order by at, note`,
    [site, id],
  )
  const answer = records.findLast(isAnswer)
  const [mail] = await database.query<{ recipient: string }>(
    'select recipient from mails where site_id = $1 and conversation = $2 and seq = $3 and given_up is null',
    [site, id, answer?.seq ?? 0],
  )
  const { orderNumber, email } = packet.facts
  const found = orderNumber && email ? await findOrder(database, site, orderNumber.value, email.value) : null
  const settings = await readSettings(database, site)
  return {
    ...rowOf(row),
    packet,
    records,
    notes: notes.map(({ note, at, name, text }): Note => ({ id: note, at, agent: name, text: JSON.parse(text) as string })),
    order: { found, differs: differences(packet.order, found) },
    verified: found ? vouchFor(found.number, parts.now()) : {},
    wait: row.status === 'queued' ? await expectedWait(database, site, parts.now(), settings.usualWait) : null,
    mailed: mail?.recipient ?? null,
    rating: row.rating,
  }
}

/** A conversation of the agent's site, or the answer that there is none. */
export async function requireConversation(parts: DeskParts, { site }: AgentSession, id: Id): Promise<Conversation> {
  const conversation = await findConversation(parts.database, site, id)
  if (!conversation) throw notFound()
  return conversation
}

/** The number and the e-mail belong together: that much the desk found out itself. Whose they are, it did not. */
function vouchFor(number: string, at: number): Readonly<Record<string, Fact>> {
  return { orderNumber: { value: number, source: 'desk', verified: true, at } }
}

/** What the shopper brought along last: who comes back with another matter has that one now. */
function lastPacket(facts: readonly { readonly kind: string; readonly packet?: Packet }[]): Packet {
  const packet = facts.findLast(({ kind }) => kind === 'opened')?.packet
  if (!packet) throw new Error('A conversation starts with `opened`.')
  return packet
}

function rowOf(row: ListedRow): Row {
  return {
    id: row.conversation,
    status: row.status,
    who: row.who,
    reason: row.reason,
    summary: row.summary,
    priority: row.priority,
    opened: row.opened,
    last: row.last_said === null ? null : (JSON.parse(row.last_said) as Row['last']),
    agent: row.agent_name,
    ticket: row.ticket,
    due: row.due,
    promised: row.status === 'queued' || row.status === 'ticket' ? row.promised : null,
    answered: row.answered,
    unread: row.unread,
  }
}
