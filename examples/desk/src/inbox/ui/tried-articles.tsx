import type { Tried } from '@shopbell/core'
import { Quote } from './quote.js'

const ENDED = new Map<boolean | null, string>([
  [true, 'helped'],
  [false, 'did not help'],
  [null, 'read, nothing said'],
])

/** The articles that the shopper was shown, and how each ended. */
export function TriedArticles({ tried, heading }: { tried: readonly Tried[]; heading: string }) {
  if (tried.length === 0) return null
  return (
    <section class="tried">
      <h4>{heading}</h4>
      <ul>
        {tried.map((each) => (
          <li key={each.article.id}>
            <bdi>{each.article.title}</bdi>
            <span class={each.helped === false ? 'ended ended-badly' : 'ended'}> {ENDED.get(each.helped)}</span>
            {each.missing && (
              <span class="missing">
                Missing: <Quote text={each.missing} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
