import type { HttpAdapter } from '../adapters/http.js'
import { parseArticle, parseArticleHeads, parseTopics } from '../boundary/parse-article.js'
import { expected, fieldOf, type HttpAsk, post } from './http-wire.js'

/** The shop's articles over the calls of docs/http-api.md. */
export function httpFaqs(ask: HttpAsk, site: string): HttpAdapter['faqs'] {
  const ofSite = new URLSearchParams({ site })
  const article = (id: string) => `faqs/${encodeURIComponent(id)}`

  /** A list that is not there is no answer. */
  async function listOf<Item>(name: string, body: Promise<unknown>, parse: (list: unknown) => readonly Item[]) {
    return expected(await fieldOf(name, body, (list) => (Array.isArray(list) ? parse(list) : null)))
  }

  return {
    topics: (signal) => listOf('topics', ask(`faqs/topics?${ofSite}`, signal), parseTopics),
    search: (query, signal) =>
      listOf('articles', ask(`faqs?${new URLSearchParams({ site, q: query })}`, signal), parseArticleHeads),
    read: (id, signal) => fieldOf('article', ask(`${article(id)}?${ofSite}`, signal), parseArticle),
    async rate(id, helped, missing, signal, sender) {
      await ask(`${article(id)}/ratings`, signal, post({ helped, missing }), sender)
    },
  }
}
