import type { Id, Packet } from '@shopbell/core'
import type { EmptySearch, Insight } from '../../agent-api.js'
import type { Queries } from '../database/database.js'
import type { Conversation } from '../log/conversation.js'

const DAY = 24 * 60 * 60_000
/** Insights look back so many days. */
const LOOK_BACK = 30
const MOST_SEARCHES = 500

const dayOf = (at: number) => Math.floor(at / DAY)

/** Counts that a shopper has opened an article. */
export async function countShown(queries: Queries, site: string, article: Id, at: number): Promise<void> {
  await queries.query(
    `insert into articles_shown (site_id, article, day, count) values ($1, $2, $3, 1)
     on conflict (site_id, article, day) do update set count = articles_shown.count + 1`,
    [site, article, dayOf(at)],
  )
}

/** Counts a search that found nothing. Numbers and addresses are not kept: they say who asked, not what was missing. */
export async function countEmptySearch(queries: Queries, site: string, query: string, at: number): Promise<void> {
  // Word by word: a pattern that looks for the number behind every letter takes a second for what an address bar can hold.
  const words = query
    .normalize('NFC')
    .split(/\s+/u)
    .map((word) => (/[@\d]/u.test(word) ? '…' : word))
    .join(' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\s]+/gu, ' ')
    .trim()
    .toLowerCase()
    .slice(0, 80)
  if (!/\p{L}/u.test(words)) return
  // What a flood of nonsense can write is bounded; what is known already goes on being counted.
  await queries.query(
    `insert into empty_searches (site_id, words, day, count)
     select $1::text, $2::text, $3::integer, 1
     where (select count(*) from empty_searches where site_id = $1 and day = $3) < $4::integer
       or exists (select 1 from empty_searches where site_id = $1 and words = $2 and day = $3)
     on conflict (site_id, words, day) do update set count = empty_searches.count + 1`,
    [site, words, dayOf(at), MOST_SEARCHES],
  )
}

/** Notes which articles had not helped somebody who then called a person. */
export async function noteHandoffs(
  queries: Queries,
  { site_id, conversation }: Conversation,
  { tried }: Packet,
  at: number,
): Promise<void> {
  const failed = tried.filter(({ helped }) => helped !== true)
  if (failed.length === 0) return
  const rows = failed.map(({ article, missing }) => ({
    id: article.id,
    missing: missing === undefined ? null : JSON.stringify(missing),
  }))
  await queries.query(
    `insert into article_handoffs (site_id, conversation, article, at, missing)
     select $1::text, $2::text, item->>'id', $3::double precision, item->>'missing' from json_array_elements($4::json) as item
     on conflict do nothing`,
    [site_id, conversation, at, JSON.stringify(rows)],
  )
}

/**
 * The articles of the last thirty days by what they cost: first those after which most shoppers called a person, then those that
 * helped fewest. Only articles that the shop has; a browser can name any.
 */
export async function readInsights(queries: Queries, site: string, now: number): Promise<readonly Insight[]> {
  const since = now - LOOK_BACK * DAY
  const rows = await queries.query<Omit<Insight, 'missing'>>(
    `select a.article, a.title,
       coalesce((select sum(s.count) from articles_shown s where s.site_id = a.site_id and s.article = a.article and s.day > $3), 0)::integer as shown,
       (select count(*) from article_ratings r where r.site_id = a.site_id and r.article = a.article and r.at > $2 and r.helped)::integer as helped,
       (select count(*) from article_ratings r where r.site_id = a.site_id and r.article = a.article and r.at > $2 and not r.helped)::integer as "notHelped",
       (select count(*) from article_handoffs h where h.site_id = a.site_id and h.article = a.article and h.at > $2)::integer as "toPerson"
     from articles a where a.site_id = $1`,
    [site, since, dayOf(since)],
  )
  const missing = await readMissing(queries, site, since)
  return rows
    .filter(({ shown, helped, notHelped, toPerson }) => shown + helped + notHelped + toPerson > 0)
    .map((row) => ({ ...row, missing: missing.get(row.article) ?? [] }))
    .sort((a, b) => b.toPerson - a.toPerson || b.notHelped - a.notHelped || b.shown - a.shown || a.title.localeCompare(b.title))
}

/** What shoppers said was missing, in their words, newest first: told with a no, or on the way to a person. */
async function readMissing(
  queries: Queries,
  site: string,
  since: number,
): Promise<ReadonlyMap<Id, Insight['missing'][number][]>> {
  const rows = await queries.query<{ article: Id; at: number; missing: string }>(
    `select article, at, missing from article_ratings where site_id = $1 and at > $2 and not helped and missing is not null
     union all
     select article, at, missing from article_handoffs where site_id = $1 and at > $2 and missing is not null
     order by at desc limit 5000`,
    [site, since],
  )
  const found = new Map<Id, { at: number; text: string }[]>()
  for (const { article, at, missing } of rows) {
    const list = found.get(article) ?? []
    const text = JSON.parse(missing) as string
    // The same words come both ways.
    if (list.length < 50 && !list.some((known) => known.text === text)) list.push({ at, text })
    found.set(article, list)
  }
  return found
}

/** What was searched for and not found in the last thirty days, most often first. */
export function readEmptySearches(queries: Queries, site: string, now: number): Promise<readonly EmptySearch[]> {
  return queries.query<EmptySearch>(
    `select words, sum(count)::integer as count from empty_searches where site_id = $1 and day > $2
     group by words order by sum(count) desc, words limit 50`,
    [site, dayOf(now - LOOK_BACK * DAY)],
  )
}

/** Removes what insights no longer look at. */
export async function forgetOldInsights(queries: Queries, now: number): Promise<void> {
  const day = dayOf(now - 2 * LOOK_BACK * DAY)
  await queries.query('delete from articles_shown where day < $1', [day])
  await queries.query('delete from empty_searches where day < $1', [day])
}
