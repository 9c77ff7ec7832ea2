import { useEffect, useRef } from 'preact/hooks'
import type { Insight } from '../../agent-api.js'
import { dayWords } from '../words/time-words.js'
import { useInbox } from './inbox-context.js'
import { Quote } from './quote.js'

/** Which articles cost most, what shoppers found missing in them, and what they searched for in vain: the list of what to write next. */
export function Insights() {
  const insights = useInbox().insights.value
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const shown = insights !== null && insights !== 'unreachable' ? insights : null
  return (
    <main class="insights">
      <h2 ref={heading} tabIndex={-1}>
        Articles by what they cost
      </h2>
      <p class="quiet">
        The last 30 days. Articles after which most shoppers went on to a person come first: what was missing in them is the best
        thing to write next.
      </p>
      {insights === null && <p aria-busy="true">Looking…</p>}
      {insights === 'unreachable' && <p role="alert">The desk did not send the list. Open this page again in a moment.</p>}
      {shown && shown.articles.length === 0 && <p>No shopper has read an article yet.</p>}
      {shown && shown.articles.length > 0 && (
        <ol class="insight-list">
          {shown.articles.map((insight) => (
            <InsightLine key={insight.article} insight={insight} />
          ))}
        </ol>
      )}
      {shown && shown.searches.length > 0 && (
        <section class="searches">
          <h3>Searched for in vain</h3>
          <p class="quiet">Nothing was found for these. Numbers and addresses are not kept.</p>
          <ul class="search-list">
            {shown.searches.map(({ words, count }) => (
              <li key={words}>
                <bdi>{words}</bdi> <span class="count">{count}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </main>
  )
}

function InsightLine({ insight }: { insight: Insight }) {
  const { shown, helped, notHelped, toPerson } = insight
  return (
    <li class="insight">
      <h3>
        <bdi>{insight.title}</bdi>
      </h3>
      <dl class="insight-figures">
        <Figure name="Read" value={shown} />
        <Figure name="Helped" value={helped} />
        <Figure name="Did not help" value={notHelped} />
        <Figure name="Went on to a person" value={toPerson} strong={toPerson > 0} />
      </dl>
      <meter min={0} max={Math.max(helped + notHelped, 1)} value={notHelped} aria-label="Share that it did not help" />
      {insight.missing.length > 0 && (
        <ul class="missing-list" aria-label="What was missing">
          {insight.missing.map((said) => (
            <li key={`${said.at} ${said.text}`}>
              <Quote text={said.text} /> <span class="quiet">{dayWords(said.at)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}

function Figure({ name, value, strong = false }: { name: string; value: number; strong?: boolean }) {
  return (
    <div class={strong ? 'figure figure-strong' : 'figure'}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}
