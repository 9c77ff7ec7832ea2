import { useSignal } from '@preact/signals'
import type { ArticleWords, Prompt } from '@shopbell/core'
import { useCounter } from '../../counter.js'
import { Icon } from '../../icons.js'
import { QuickReplies } from '../../quick-replies.js'
import { named } from '../icons.js'

// The machine names a shelf's option like this.
const SHELF = 'shelf:'

export interface ArticleListProps {
  readonly prompt: Extract<Prompt, { kind: 'articles' }>
  readonly words: ArticleWords
}

/** Articles or shelves to choose from, under a search over all of them. */
export function ArticleList({ prompt, words }: ArticleListProps) {
  const { chat } = useCounter()
  const typed = useSignal(prompt.query)
  const query = typed.value
  const shelves = prompt.options.filter((option) => option.id.startsWith(SHELF))
  const choose = (option: string) => void chat.send({ type: 'choose', prompt: prompt.id, option })
  const rows =
    prompt.articles.length > 0 ? prompt.articles : shelves.map(({ id, label }) => ({ id, title: label, teaser: undefined }))
  return (
    <>
      <div class="card list">
        <form
          class="search entry"
          aria-label={words.searchLabel}
          onSubmit={(event) => {
            event.preventDefault()
            if (query.trim()) void chat.send({ type: 'submit', prompt: prompt.id, values: { query } })
          }}
        >
          <input
            type="search"
            dir="auto"
            enterkeyhint="search"
            autocomplete="off"
            aria-label={words.searchLabel}
            placeholder={words.searchLabel}
            value={query}
            onInput={(event) => {
              typed.value = event.currentTarget.value
            }}
          />
          <button type="submit" class="icon-button" aria-label={words.search}>
            <Icon of={named.search} />
          </button>
        </form>
        <ul aria-label={prompt.articles.length > 0 ? words.answers : words.topics}>
          {rows.map((row) => (
            <li key={row.id}>
              <button type="button" class="row" onClick={() => choose(row.id)}>
                <span class="words" dir="auto">
                  {row.title}
                  {row.teaser && <small>{row.teaser}</small>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <QuickReplies prompt={{ ...prompt, options: prompt.options.filter((option) => !shelves.includes(option)) }} />
    </>
  )
}
