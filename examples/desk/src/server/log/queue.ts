import type { Id, Wait } from '@shopbell/core'
import type { Queries } from '../database/database.js'

/** A shopper in the queue. */
export interface Waiting {
  readonly conversation: Id
  readonly owner: Id
  readonly position: number
}

/**
 * How the queue is ordered: what is urgent first, then whoever was promised an earlier time than now, then by priority, then first
 * come first served. `now` is the parameter's place in the query.
 */
export const queueOrder = (now: string) =>
  `case when priority = 'urgent' then 0 when promised < ${now} then 1 when priority = 'high' then 2 else 3 end, queued, conversation`

/** Who waits, in the order in which they will be called. */
export async function readQueue(queries: Queries, site: string, now: number): Promise<readonly Waiting[]> {
  const rows = await queries.query<{ conversation: Id; owner: Id }>(
    `select conversation, owner from conversations where site_id = $1 and status = 'queued'
     order by ${queueOrder('$2')}`,
    [site, now],
  )
  return rows.map((row, index) => ({ ...row, position: index + 1 }))
}

const HOUR = 60 * 60_000

/** The usual wait: the middle one of the last hour, else of the last day, else what the shop reckons. It says which. */
export async function expectedWait(queries: Queries, site: string, now: number, usual: number): Promise<Wait> {
  for (const [basis, since] of [
    ['last-hour', now - HOUR],
    ['today', now - 24 * HOUR],
  ] as const) {
    const [row] = await queries.query<{ middle: number | null }>(
      `select percentile_cont(0.5) within group (order by waited) as middle from conversations
       where site_id = $1 and waited is not null and claimed > $2`,
      [site, since],
    )
    if (row && row.middle !== null) return { seconds: Math.max(10, Math.round(row.middle)), basis }
  }
  return { seconds: usual, basis: 'shop' }
}
