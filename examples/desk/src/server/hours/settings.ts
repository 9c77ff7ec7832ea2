import type { Queries } from '../database/database.js'

/** What a shop has set. `forced`: open or closed by hand, `null` goes by the clock. `replyWithin`: opening hours until a ticket is answered. */
export interface Settings {
  readonly forced: boolean | null
  readonly replyWithin: number
  /** Seconds that a shopper waits as the shop reckons, used until there is something measured. */
  readonly usualWait: number
}

const HOUR = 60 * 60_000

export async function readSettings(queries: Queries, site: string): Promise<Settings> {
  const rows = await queries.query<{ name: string; value: string }>('select name, value from settings where site_id = $1', [site])
  const values = new Map(rows.map(({ name, value }) => [name, JSON.parse(value) as unknown]))
  const forced = values.get('forced')
  return {
    forced: typeof forced === 'boolean' ? forced : null,
    replyWithin: ((values.get('replyHours') as number | undefined) ?? 4) * HOUR,
    usualWait: (values.get('usualWait') as number | undefined) ?? 120,
  }
}

/** Opens or closes the desk by hand; `null` goes by the clock again. */
export async function forceHours(queries: Queries, site: string, forced: boolean | null): Promise<void> {
  await queries.query(
    `insert into settings (site_id, name, value) values ($1, 'forced', $2) on conflict (site_id, name) do update set value = $2`,
    [site, JSON.stringify(forced)],
  )
}
