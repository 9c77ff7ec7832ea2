import { useEffect, useRef, useState } from 'preact/hooks'
import { articleInsert, findArticles } from '../article-insert.js'
import { useInbox } from './inbox-context.js'

/** How many articles are listed at a time. */
const MOST = 8

/** Finds an article and puts its title and first paragraph into the reply. */
export function ArticlePicker({ choose, leave }: { choose: (text: string) => void; leave: () => void }) {
  const inbox = useInbox()
  const [query, setQuery] = useState('')
  const search = useRef<HTMLInputElement>(null)
  const articles = inbox.articles.value
  useEffect(() => {
    search.current?.focus()
    void inbox.loadArticles()
  }, [])
  const found = findArticles(articles ?? [], query)
  return (
    <section
      class="menu picker"
      aria-label="Insert an article"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        leave()
      }}
    >
      <input
        ref={search}
        type="search"
        aria-label="Search articles"
        placeholder="Search articles"
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found
          if (event.key === 'Enter' && !event.isComposing && first) choose(articleInsert(first))
        }}
      />
      {articles === null && <p class="empty">Fetching the articles…</p>}
      {articles !== null && found.length === 0 && <p class="empty">No article has these words. Try one word less.</p>}
      <ul>
        {found.slice(0, MOST).map((article) => (
          <li key={article.id}>
            <button type="button" class="menu-item" onClick={() => choose(articleInsert(article))}>
              <strong>
                <bdi>{article.title}</bdi>
              </strong>
              <span class="quiet">
                <bdi>{article.teaser}</bdi>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST && <p class="quiet picker-more">{found.length - MOST} more. Type a word to narrow it.</p>}
    </section>
  )
}
