import type { Id, Wait } from '@shopbell/core'
import type { Queries } from '../database/database.js'

/** A shopper in the queue. */
export interface Waiting {
  readonly conversation: Id
  readonly owner: Id
  readonly position: number
}

/** The queue, first come first served; what is urgent comes before. */
export async function readQueue(queries: Queries, site: string): Promise<readonly Waiting[]> {
  const rows = await queries.query<{ conversation: Id; owner: Id }>(
    `select conversation, owner from conversations where site_id = $1 and status = 'queued'
     order by case priority when 'urgent' then 0 when 'high' then 1 else 2 end, queued, conversation`,
    [site],
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
