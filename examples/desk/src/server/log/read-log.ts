import { type By, type Cursor, type Id, LIMITS, type LogFact, type LogRecord, type Page } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import type { Conversation } from './conversation.js'

interface RecordRow {
  readonly seq: number
  readonly cmid: Id | null
  readonly at: number
  readonly author: By
  readonly name: string | null
  readonly fact: string
}

/** Records of a conversation after `after` (exclusive), first to last, at most `limit`. */
export async function readRecords(
  queries: Queries,
  { site_id, conversation }: Pick<Conversation, 'site_id' | 'conversation'>,
  after: number,
  limit = 10_000,
): Promise<readonly LogRecord[]> {
  const rows = await queries.query<RecordRow>(
    `select seq, cmid, at, author, name, fact from records
     where site_id = $1 and conversation = $2 and seq > $3 order by seq limit $4`,
    [site_id, conversation, after, limit],
  )
  return rows.map(recordOf)
}

/** The page that follows a cursor. Another epoch, or a cursor beyond the log's end, starts again from the first record. */
export async function pageAfter(
  queries: Queries,
  conversation: Conversation,
  cursor: Omit<Cursor, 'conversation'>,
): Promise<Page> {
  const reset = cursor.epoch !== conversation.epoch || cursor.seq > conversation.last_seq
  const records = await readRecords(queries, conversation, reset ? 0 : cursor.seq, LIMITS.page)
  return pageOf(conversation, withinBytes(records), reset)
}

/** The page that ends just before a cursor. */
export async function pageBefore(
  queries: Queries,
  conversation: Conversation,
  cursor: Omit<Cursor, 'conversation'>,
): Promise<Page> {
  if (cursor.epoch !== conversation.epoch) return pageAfter(queries, conversation, cursor)
  const rows = await queries.query<RecordRow>(
    `select seq, cmid, at, author, name, fact from records
     where site_id = $1 and conversation = $2 and seq < $3 order by seq desc limit $4`,
    [conversation.site_id, conversation.conversation, cursor.seq, LIMITS.page],
  )
  return pageOf(conversation, withinBytes(rows.map(recordOf)).reverse(), false)
}

function pageOf({ conversation, epoch, last_seq }: Conversation, records: readonly LogRecord[], reset: boolean): Page {
  return { conversation, epoch, records, head: last_seq, ...(reset ? { reset: true } : {}) }
}

/** As many records as fit into a page; one at least, or the reader would never get on. */
function withinBytes(records: readonly LogRecord[]): LogRecord[] {
  const page: LogRecord[] = []
  let bytes = 0
  for (const record of records) {
    bytes += Buffer.byteLength(JSON.stringify(record))
    if (page.length > 0 && bytes > LIMITS.pageBytes) break
    page.push(record)
  }
  return page
}

function recordOf(row: RecordRow): LogRecord {
  return {
    seq: row.seq,
    at: row.at,
    by: row.author,
    // Written by this desk, from a value that was parsed when it came in.
    fact: JSON.parse(row.fact) as LogFact,
    ...(row.cmid === null ? {} : { cmid: row.cmid }),
    ...(row.name === null ? {} : { name: row.name }),
  }
}
