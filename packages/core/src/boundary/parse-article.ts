import type { Article, ArticleHead, Topic } from '../facts/article.js'
import { LIMITS } from '../limits.js'
import { list, name, optional, reader, text } from './read.js'

const MOST_ARTICLES = 200
const LONGEST_BODY = 64_000

/** What a list of articles shows, made anew; `null` where it is none. */
export function parseArticleHead(value: unknown): ArticleHead | null {
  const read = reader(value)
  const id = name(read?.('id'))
  const title = text(read?.('title'), LIMITS.field)
  if (!read || id === null || title === null) return null
  return {
    id,
    title,
    ...optional('teaser', text(read('teaser'), 2 * LIMITS.field)),
  }
}

/** A whole article, made anew; `null` where it is none. */
export function parseArticle(value: unknown): Article | null {
  const head = parseArticleHead(value)
  const body = text(reader(value)?.('body'), LONGEST_BODY)
  return head === null || body === null ? null : { ...head, body }
}

/** A shelf of articles, made anew; `null` where it is none. */
export function parseTopic(value: unknown): Topic | null {
  const head = parseArticleHead(value)
  if (head === null) return null
  return {
    id: head.id,
    title: head.title,
    articles: parseArticleHeads(reader(value)?.('articles')),
  }
}

/** Article heads out of a list; what is none is left out. */
export function parseArticleHeads(value: unknown): readonly ArticleHead[] {
  return list(value, MOST_ARTICLES, parseArticleHead)
}

/** Shelves out of a list; what is none is left out. */
export function parseTopics(value: unknown): readonly Topic[] {
  return list(value, MOST_ARTICLES, parseTopic)
}
