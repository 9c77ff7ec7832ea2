import type { Queries } from '../database/database.js'
import { canonicalEmail, canonicalNumber } from '../orders/canonical.js'
import { TOPICS } from './articles.js'
import { demoOrders } from './orders.js'

/** Writes a site's row, with the origins that may speak for it. */
export async function writeSite(queries: Queries, site: string, origins: readonly string[]): Promise<void> {
  await queries.query(
    `insert into sites (site_id, name, origins) values ($1, $2, $3) on conflict (site_id) do update set origins = $3`,
    [site, 'Fern & Kettle', JSON.stringify(origins)],
  )
}

/** Fills an empty shop with the demo's orders and articles. Its dates are counted from today, so a demo writes the orders anew each time. */
export async function seedSite(queries: Queries, site: string, now: number, again: boolean): Promise<void> {
  const [orders] = await queries.query<{ count: number }>('select count(*)::integer as count from orders where site_id = $1', [
    site,
  ])
  if (again || orders?.count === 0) {
    const rows = demoOrders(now).map(({ number, email, order }) => ({
      number: canonicalNumber(number),
      email: canonicalEmail(email),
      detail: JSON.stringify(order),
    }))
    await queries.query(
      `insert into orders (site_id, number, email, detail)
       select $1::text, item->>'number', item->>'email', item->>'detail' from json_array_elements($2::json) as item
       on conflict (site_id, number) do update set email = excluded.email, detail = excluded.detail`,
      [site, JSON.stringify(rows)],
    )
  }
  const [articles] = await queries.query<{ count: number }>(
    'select count(*)::integer as count from articles where site_id = $1',
    [site],
  )
  if (articles?.count === 0) {
    const rows = TOPICS.flatMap((topic) =>
      topic.articles.map((article) => ({ ...article, topic: topic.id, topic_title: topic.title })),
    )
    await queries.query(
      `insert into articles (site_id, article, position, topic, topic_title, title, teaser, body)
       select $1::text, item->>'id', position, item->>'topic', item->>'topic_title', item->>'title', item->>'teaser', item->>'body'
       from json_array_elements($2::json) with ordinality as list(item, position)`,
      [site, JSON.stringify(rows)],
    )
  }
}
