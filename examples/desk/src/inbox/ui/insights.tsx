import { useEffect, useRef } from 'preact/hooks'
import type { Insight } from '../../agent-api.js'
import { dayWords } from '../words/time-words.js'
import { useInbox } from './inbox-context.js'
import { Quote } from './quote.js'

/** Which articles fail most, and what shoppers found missing in them: the list of what to write next. */
export function Insights() {
  const inbox = useInbox()
  const insights = inbox.insights.value
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <main class="insights">
      <h2 ref={heading} tabIndex={-1}>
        Articles by how they failed
      </h2>
      <p class="quiet">
        After each article the bot asks whether it helped. These are the answers; the article on top costs you the most
        conversations.
      </p>
      {insights === null && <p aria-busy="true">Looking…</p>}
      {insights === 'unreachable' && <p role="alert">The desk did not send the list. Open this page again in a moment.</p>}
      {Array.isArray(insights) && insights.length === 0 && <p>No shopper has rated an article yet.</p>}
      {Array.isArray(insights) && insights.length > 0 && (
        <ol class="insight-list">
          {[...insights].sort(byFailures).map((insight: Insight) => (
            <InsightLine key={insight.article} insight={insight} />
          ))}
        </ol>
      )}
    </main>
  )
}

function InsightLine({ insight }: { insight: Insight }) {
  const asked = insight.helped + insight.notHelped
  return (
    <li class="insight">
      <h3>
        <bdi>{insight.title}</bdi>
      </h3>
      <p class="insight-figures">
        <meter min={0} max={Math.max(asked, 1)} value={insight.notHelped} aria-label="Did not help" />
        <span>
          <strong>{insight.notHelped}</strong> of {asked} said it did not help
        </span>
      </p>
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

function byFailures(a: Insight, b: Insight): number {
  return b.notHelped - a.notHelped || a.helped - b.helped || a.title.localeCompare(b.title)
}
