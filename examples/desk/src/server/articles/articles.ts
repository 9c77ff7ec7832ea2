import type { Article, ArticleHead, Topic } from '@shopbell/core'
import type { Queries } from '../database/database.js'
import { notFound } from '../http/refusal.js'

interface ArticleRow {
  readonly article: string
  readonly topic: string
  readonly topic_title: string
  readonly title: string
  readonly teaser: string
  readonly body: string
}

/** All articles of a shop, in their order. */
export async function readArticles(queries: Queries, site: string): Promise<readonly Article[]> {
  return (await rowsOf(queries, site)).map(({ article, title, teaser, body }) => ({ id: article, title, teaser, body }))
}

/** The shelves. */
export async function readTopics(queries: Queries, site: string): Promise<readonly Topic[]> {
  const topics = new Map<string, { id: string; title: string; articles: ArticleHead[] }>()
  for (const { article, topic, topic_title, title, teaser } of await rowsOf(queries, site)) {
    const shelf = topics.get(topic) ?? { id: topic, title: topic_title, articles: [] }
    shelf.articles.push({ id: article, title, teaser })
    topics.set(topic, shelf)
  }
  return [...topics.values()]
}

/** Whether an article helped a shopper. The last word of each shopper counts, so nobody stuffs the box. */
export async function rateArticle(
  queries: Queries,
  site: string,
  owner: string,
  article: string,
  rating: { readonly at: number; readonly helped: boolean; readonly missing: string | undefined },
): Promise<void> {
  const rows = await queries.query(
    `insert into article_ratings (site_id, article, owner, at, helped, missing)
     select site_id, article, $3::text, $4::double precision, $5::boolean, $6::text from articles where site_id = $1 and article = $2
     on conflict (site_id, article, owner) do update set at = $4, helped = $5, missing = coalesce($6, article_ratings.missing)
     returning article`,
    [site, article, owner, rating.at, rating.helped, rating.missing === undefined ? null : JSON.stringify(rating.missing)],
  )
  if (rows.length === 0) throw notFound()
}

function rowsOf(queries: Queries, site: string): Promise<readonly ArticleRow[]> {
  return queries.query<ArticleRow>('select * from articles where site_id = $1 order by position', [site])
}
