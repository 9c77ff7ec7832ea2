import type { Queries } from './database/database.js'

/** At most `most` events of a name in a window of `per` milliseconds. */
export interface Limit {
  readonly name: string
  readonly most: number
  readonly per: number
}

/**
 * Counts one event against each limit, in the database, so that neither a restart nor a second process forgets. Returns whether all
 * of them still allow it. Counting and asking is one statement per limit: parallel attempts cannot slip between the two.
 */
export async function countAgainst(queries: Queries, site: string, limits: readonly Limit[], now: number): Promise<boolean> {
  let allowed = true
  // In one order everywhere, or two transactions could wait for each other.
  for (const limit of [...limits].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const [row] = await queries.query<{ count: number }>(
      `insert into limits (site_id, name, started, count) values ($1, $2, $3, 1)
       on conflict (site_id, name) do update set
         count = case when limits.started <= $4 then 1 else limits.count + 1 end,
         started = case when limits.started <= $4 then $3 else limits.started end
       returning count`,
      [site, limit.name, now, now - limit.per],
    )
    if (!row || row.count > limit.most) allowed = false
  }
  return allowed
}

/** Takes back what was counted, for an event that turned out not to matter. */
export async function uncount(queries: Queries, site: string, limits: readonly Limit[]): Promise<void> {
  for (const { name } of [...limits].sort((a, b) => (a.name < b.name ? -1 : 1))) {
    await queries.query('update limits set count = greatest(0, count - 1) where site_id = $1 and name = $2', [site, name])
  }
}

/** Removes counters whose window is long over. */
export async function forgetOldLimits(queries: Queries, now: number): Promise<void> {
  await queries.query('delete from limits where started < $1', [now - 24 * 60 * 60_000])
}
