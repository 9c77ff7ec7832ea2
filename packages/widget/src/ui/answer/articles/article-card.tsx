import { useSignal } from '@preact/signals'
import type { Article, ArticleWords } from '@shopbell/core'
import { Icon } from '../../icons.js'
import { named } from '../icons.js'
import { RichText } from './rich-text.js'

/** An article that was read, folded to its title; it can be unfolded where it stands. */
export function ArticleCard({ article, words }: { readonly article: Article; readonly words: ArticleWords }) {
  const opened = useSignal(false)
  const open = opened.value
  return (
    <div class="card list">
      <button
        type="button"
        class="row"
        aria-expanded={open}
        onClick={() => {
          opened.value = !open
        }}
      >
        <span class="tile">
          <Icon of={named.book} />
        </span>
        <span class="words" dir="auto">
          {article.title}
          <small>{article.teaser || words.readAgain}</small>
        </span>
      </button>
      {open && (
        <div class="reading" dir="auto">
          <RichText body={article.body} />
        </div>
      )}
    </div>
  )
}
