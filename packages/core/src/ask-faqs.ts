import type { Faqs } from './adapter.js'
import type { CallInput } from './ask-adapter.js'
import { parseArticle, parseArticleHeads, parseTopics } from './boundary/parse-article.js'
import type { CallResult } from './conversation/event.js'
import { LIMITS } from './limits.js'

/** Looks into the shop's articles: for its shelves, for what a text may be about, or for one of them. */
export async function askFaqs(
  faqs: Faqs,
  name: string,
  { query = '', article: id = '' }: CallInput,
  signal: AbortSignal,
): Promise<CallResult> {
  if (name === 'listTopics') {
    const topics = parseTopics(await faqs.topics(signal))
    return topics.length > 0 ? { found: 'topics', topics } : { found: 'nothing' }
  }
  if (name === 'searchFaqs')
    return { found: 'articles', articles: parseArticleHeads(await faqs.search(query, signal)).slice(0, LIMITS.choices) }
  const article = parseArticle(await faqs.read(id, signal))
  return article ? { found: 'article', article } : { found: 'nothing' }
}
