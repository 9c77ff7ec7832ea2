import type { Article, ArticleHead } from './article.js'

/** Articles that share a word with the query, the most words first. */
export function findArticles(articles: readonly Article[], query: string): readonly ArticleHead[] {
  const words = query.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []
  const hits = ({ title, teaser = '', body }: Article) => {
    const text = `${title} ${teaser} ${body}`.toLowerCase()
    return words.filter((word) => text.includes(word)).length
  }
  return articles
    .map((article) => ({ article, score: hits(article) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score)
    .map(({ article: { body: _body, ...head } }) => head)
}
