import type { InsertableArticle } from './wire/conversation.js'

/** How many characters of an article go into a reply. */
const SHORT = 320

/** What an article becomes in a reply: its title and its first paragraph, without the marks of its formatting. */
export function articleInsert(article: InsertableArticle): string {
  const paragraph = article.body
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .find((part) => part !== '' && !part.startsWith('#'))
  const text = shorten(unmark(paragraph ?? article.teaser))
  return text === '' ? article.title : `${article.title}\n${text}`
}

/** The articles that have every typed word in title, teaser or body; those with it in the title first. */
export function findArticles(articles: readonly InsertableArticle[], query: string): readonly InsertableArticle[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word))
  const byTitle = articles.filter((article) => has(article.title))
  const byText = articles.filter(
    (article) => !byTitle.includes(article) && has(`${article.title} ${article.teaser} ${article.body}`),
  )
  return [...byTitle, ...byText]
}

function unmark(text: string): string {
  return text
    .replace(/\*\*/g, '')
    .replace(/\[([^[\]]{1,300})\]\((https:[^()\s]{1,600})\)/g, '$1 ($2)')
    .replace(/^- /gm, '• ')
}

function shorten(text: string): string {
  if (text.length <= SHORT) return text
  const cut = text.slice(0, SHORT)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), SHORT - 40))}…`
}
