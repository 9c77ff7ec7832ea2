import type { By, Id, LogFact, LogRecord } from '@shopbell/core'
import { crashPoint } from '../crash-points.js'
import type { Queries } from '../database/database.js'
import type { Conversation } from './conversation.js'

/** A record before the desk has numbered it. */
export interface Line {
  readonly at: number
  readonly by: By
  readonly name?: string
  readonly cmid?: Id
  readonly fact: LogFact
}

/** Numbers a line and writes it. The update locks the conversation's row, so numbers have no gaps and no twins. */
export async function appendRecord(
  queries: Queries,
  { site_id, conversation, owner }: Conversation,
  line: Line,
): Promise<LogRecord> {
  const { fact } = line
  const said = line.by === 'shopper' && (fact.kind === 'text' || fact.kind === 'answered' || fact.kind === 'file')
  const words = fact.kind === 'text' || fact.kind === 'answered' ? fact.text.slice(0, 200) : fact.kind === 'file' ? fact.name : ''
  const [row] = await queries.query<{ last_seq: number }>(
    `update conversations set last_seq = last_seq + 1, last_said = coalesce($3, last_said)
     where site_id = $1 and conversation = $2 returning last_seq`,
    [site_id, conversation, said ? JSON.stringify({ at: line.at, text: words, by: 'shopper' }) : null],
  )
  if (!row) throw new Error('The conversation is gone.')
  crashPoint('before-insert')
  await queries.query(
    `insert into records (site_id, conversation, seq, owner, cmid, at, author, name, fact) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [site_id, conversation, row.last_seq, owner, line.cmid ?? null, line.at, line.by, line.name ?? null, JSON.stringify(fact)],
  )
  crashPoint('after-insert')
  return {
    seq: row.last_seq,
    at: line.at,
    by: line.by,
    fact,
    ...(line.cmid === undefined ? {} : { cmid: line.cmid }),
    ...(line.name === undefined ? {} : { name: line.name }),
  }
}
