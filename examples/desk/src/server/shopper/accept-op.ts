import type { Id, LogFact, Op, RejectCode } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import type { DeskParts } from '../desk-parts.js'
import { readAvailability } from '../hours/availability.js'
import { countAgainst } from '../limits.js'
import { appendRecord } from '../log/append-record.js'
import { type Conversation, changeConversation, findConversation } from '../log/conversation.js'
import { defer } from '../log/defer.js'
import type { Change } from '../log/news.js'
import { bindUpload } from '../uploads/uploads.js'
import { type Access, type Caller, opens } from './authenticate.js'
import { openConversation } from './open-conversation.js'
import type { Envelope } from './parse-command.js'

/** A command's effect on the log, or why it has none. */
export type Accepted =
  | { readonly seq: number; readonly change: Change }
  | { readonly refused: RejectCode }
  | { readonly later: number }

const HOUR = 60 * 60_000

/** Does what a command asks, within the caller's transaction. */
export async function acceptOp(
  parts: DeskParts,
  queries: Queries,
  claim: Caller & Access,
  envelope: Envelope,
  op: Exclude<Op, { op: 'skip' }>,
): Promise<Accepted> {
  const { site, owner } = claim
  if (op.op === 'open') {
    // In the database, so that a flood of conversations does not start afresh with every restart.
    const allowed = await countAgainst(queries, site, [{ name: `open/${owner}`, most: 20, per: HOUR }], parts.now())
    if (!allowed) return { later: 10 * 60_000 }
    return openConversation(parts, queries, claim, envelope, op)
  }
  const conversation = await followTo(queries, site, owner, envelope.conversation)
  // Somebody else's and nobody's are the same answer.
  if (!conversation || conversation.owner !== owner || !opens(claim, conversation.conversation)) return { refused: 'forbidden' }
  const change = changeOf(conversation)
  const write = async (fact: LogFact) =>
    (await appendRecord(queries, conversation, { at: parts.now(), by: 'shopper', cmid: envelope.cmid, fact })).seq

  switch (op.op) {
    case 'message': {
      if (conversation.status === 'closed') return { refused: 'closed' }
      if (op.content.kind === 'file' && !(await bindUpload(queries, conversation, claim, op.content.upload)))
        return { refused: 'invalid' }
      return { seq: await write(op.content), change }
    }
    case 'defer': {
      if (conversation.status === 'closed') return { refused: 'closed' }
      const { reply } = await readAvailability(parts, site, queries)
      const record = await defer(queries, conversation, { at: parts.now(), by: 'shopper', cmid: envelope.cmid, due: reply })
      return { seq: record.seq, change }
    }
    case 'close': {
      // An agent was a moment faster. Called committed, it would need a record of its own, which the shopper's device waits for.
      if (conversation.status === 'closed') return { refused: 'closed' }
      await changeConversation(queries, conversation, { status: 'closed', closed: parts.now() })
      return { seq: await write({ kind: 'closed', resolved: true }), change }
    }
    case 'rate': {
      await changeConversation(queries, conversation, { rating: op.score })
      return { seq: await write({ kind: 'rated', score: op.score }), change }
    }
  }
}

/** A change that starts at what the log has now. */
export function changeOf({ site_id, owner, conversation, epoch, last_seq }: Conversation): Change {
  return { site: site_id, owner, conversation, epoch, after: last_seq }
}

/** The conversation of a command; where its `open` joined another one, that one. */
async function followTo(queries: Queries, site: string, owner: Id, named: Id): Promise<Conversation | undefined> {
  const [joined] = await queries.query<{ conversation: Id | null }>(
    'select conversation from verdicts where site_id = $1 and owner = $2 and cmid = $3',
    [site, owner, named],
  )
  return findConversation(queries, site, joined?.conversation ?? named, true)
}
