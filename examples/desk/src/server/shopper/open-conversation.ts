import type { Op, Packet } from '@shopbell/core'
import { LIMITS } from '@shopbell/core'
import { promisedFrom } from '@shopbell/core/desk'
import { noteHandoffs } from '../articles/insights.js'
import { crashPoint } from '../crash-points.js'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { readAvailability } from '../hours/availability.js'
import { countAgainst } from '../limits.js'
import { appendRecord } from '../log/append-record.js'
import { type Conversation, changeConversation, findConversation, findOpenConversation } from '../log/conversation.js'
import { defer } from '../log/defer.js'
import { newId } from '../secrets.js'
import { bindUpload } from '../uploads/uploads.js'
import { type Accepted, changeOf } from './accept-op.js'
import { type Access, BUSY_FOR, type Caller, opens } from './authenticate.js'
import { grant } from './link-session.js'
import type { Envelope } from './parse-command.js'
import { priorityOf } from './priority-of.js'

/**
 * Opens a conversation, or joins the one that is open (a ticket that is not closed counts): a second tab or a lost answer is no
 * error. What a joining shopper brought along is kept in the log all the same.
 */
export async function openConversation(
  parts: DeskParts,
  queries: Queries,
  claim: Caller & Access,
  { cmid, conversation: id }: Envelope,
  { want, packet }: Extract<Op, { op: 'open' }>,
): Promise<Accepted> {
  const at = parts.now()
  const { site, owner, network } = claim
  const open = await findOpenConversation(queries, site, owner)
  // Who came by a mailed link joins nothing that the link was not for.
  if (open && !opens(claim, open.conversation)) return { refused: 'forbidden' }
  // A name that is taken by a closed conversation, or by a stranger's, opens nothing.
  if (!open && (await findConversation(queries, site, id))) return { refused: 'invalid' }
  // Who joins what is open adds nobody to the queue; a new conversation counts for its network, as shoppers are free to make.
  if (!open && network !== null) {
    const limits = [{ name: `open/address/${network}`, most: 30, per: 60 * 60_000 }]
    if (!(await countAgainst(queries, site, limits, at))) return { later: BUSY_FOR }
  }
  const conversation = open ?? (await insertConversation(queries, site, owner, id, packet, at))
  if (!open && claim.only) await grant(queries, claim, id)
  crashPoint('during-open')
  const change = changeOf(conversation)
  const { seq } = await appendRecord(queries, conversation, { at, by: 'shopper', cmid, fact: { kind: 'opened', want, packet } })
  if (open) {
    const described = describe(packet)
    await changeConversation(queries, open, {
      ...described,
      findable: both(open.findable, described.findable),
      priority: rank(open.priority) > rank(priorityOf(packet)) ? open.priority : priorityOf(packet),
    })
  }

  await noteHandoffs(queries, conversation, packet, at)
  // Pictures from before the handoff belong to it: the person sees what the shopper has shown the bot.
  for (const { by, content } of packet.story) {
    if (by === 'shopper' && content.kind === 'file') await bindUpload(queries, conversation, claim, content.upload)
  }

  if (open?.status === 'live') {
    // Readers fold the log to a status; said again after `opened`, the fold ends where the conversation is.
    const [agent] = await queries.query<{ name: string }>('select name from agents where site_id = $1 and agent = $2', [
      site,
      open.agent,
    ])
    const name = agent?.name ?? ''
    await appendRecord(queries, conversation, { at, by: 'agent', name, fact: { kind: 'claimed', agent: name } })
    return { seq, change }
  }
  const availability = await readAvailability(parts, site, queries)
  if (want === 'live' && availability.open) {
    const promised = availability.wait && promisedFrom(availability.wait, at).until
    if (open?.status !== 'queued')
      await changeConversation(queries, conversation, { status: 'queued', queued: at, agent: null, promised })
  } else if (open?.status === 'queued' && want === 'ticket') {
    // They queue already; a ticket would take them out of it without their wish.
  } else {
    await defer(queries, conversation, { at, by: 'desk', due: availability.reply })
  }
  return { seq, change }
}

async function insertConversation(
  queries: Queries,
  site: string,
  owner: string,
  id: string,
  packet: Packet,
  at: number,
): Promise<Conversation> {
  const { who, findable, reason, summary } = describe(packet)
  const [row] = await queries.query<Conversation>(
    `insert into conversations (site_id, conversation, owner, epoch, status, opened, queued, who, reason, summary, priority, findable)
     values ($1, $2, $3, $4, 'queued', $5, $5, $6, $7, $8, $9, $10) returning *`,
    [site, id, owner, newId(), at, who, reason, summary, priorityOf(packet), findable],
  )
  if (!row) throw new Error('The conversation was not written.')
  return row
}

/** What a line of the inbox's queue shows, and what it is found by. Columns of text cannot hold NUL or half a character; the packet in the log keeps them. */
function describe(packet: Packet): Pick<Conversation, 'who' | 'findable' | 'reason' | 'summary'> {
  const { name, email, orderNumber } = packet.facts
  const who = name?.value ?? email?.value ?? ''
  return {
    who: storable(who).trim().slice(0, LIMITS.name) || 'Shopper',
    findable: storable([name, email, orderNumber].flatMap((fact) => fact?.value ?? []).join('\n'))
      .normalize('NFC')
      .toLowerCase(),
    reason: packet.reason.code,
    summary: storable(packet.summary),
  }
}

/** What it was found by and what it is found by now, a line each. The latest of it, where somebody comes back again and again. */
function both(before: string, now: string): string {
  return [...new Set([...before.split('\n'), ...now.split('\n')])].filter(Boolean).join('\n').slice(-MOST_FINDABLE)
}

const MOST_FINDABLE = 4_000

function storable(text: string): string {
  return text.replace(/\0|\p{Cs}/gu, '\uFFFD')
}

function rank(priority: Conversation['priority']): number {
  return ['normal', 'high', 'urgent'].indexOf(priority)
}
