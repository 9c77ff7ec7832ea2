import type { Article, ArticleHead } from '@shopbell/core'
import MiniSearch from 'minisearch'
import type { Queries } from '../database/database.js'
import { readArticles } from './articles.js'

/** Finds the articles that fit a question best, at most eight. Understands beginnings of words and small slips. */
export type ArticleSearch = (site: string, query: string) => Promise<readonly ArticleHead[]>

/** How long an index is used, in milliseconds: what a shop changes in its articles is found after that at the latest. */
const KEPT_FOR = 60_000

// Words that every question has, and that say nothing of what it is about.
const SMALL_WORDS = new Set(
  'a about am an and any are as at be been but by can could did do does for from get had has have hello hi how i if in is it its just know like me my need no not of on or our please should so some than that the their them then there they this to want was we what when where which who why will with would you your'.split(
    ' ',
  ),
)

const OPTIONS = {
  processTerm: (term: string) => (SMALL_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
  prefix: (term: string) => term.length > 2,
  fuzzy: (term: string) => (term.length > 5 ? 2 : term.length > 3 ? 1 : false),
  boost: { title: 4, teaser: 2 },
} as const

interface Shelves {
  readonly index: MiniSearch<Article>
  readonly byId: ReadonlyMap<string, ArticleHead>
}

/** A search that reads a shop's articles once a minute and not once a question. */
export function createArticleSearch(queries: Queries, now: () => number): ArticleSearch {
  const kept = new Map<string, { readonly at: number; readonly shelves: Promise<Shelves> }>()
  const shelvesOf = (site: string): Promise<Shelves> => {
    const known = kept.get(site)
    if (known && now() - known.at < KEPT_FOR) return known.shelves
    const shelves = readShelves(queries, site)
    const fresh = { at: now(), shelves }
    kept.set(site, fresh)
    // What could not be read is not remembered as being so.
    shelves.catch(() => kept.get(site) === fresh && kept.delete(site))
    return shelves
  }
  return async (site, query) => {
    const { index, byId } = await shelvesOf(site)
    const words = query.slice(0, 200)
    const strict = index.search(words, { ...OPTIONS, combineWith: 'AND' })
    const found = strict.length > 0 ? strict : index.search(words, OPTIONS)
    // What fits far worse than the best is no answer, only a longer list.
    const least = (found[0]?.score ?? 0) / 4
    const fitting = found.filter(({ score }) => score >= least)
    return fitting.slice(0, 8).flatMap(({ id }) => byId.get(String(id)) ?? [])
  }
}

async function readShelves(queries: Queries, site: string): Promise<Shelves> {
  const articles = await readArticles(queries, site)
  const index = new MiniSearch<Article>({ fields: ['title', 'teaser', 'body'] })
  index.addAll(articles)
  const byId = new Map(articles.map(({ id, title, teaser }) => [id, { id, title, ...(teaser === undefined ? {} : { teaser }) }]))
  return { index, byId }
}
