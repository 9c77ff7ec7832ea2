import type { Entry } from '@shopbell/core'
import { LineContent } from './line-content.js'
import { Moment } from './moment.js'

const SPEAKERS = {
  shopper: 'Shopper',
  bot: 'Bot',
  assistant: 'AI assistant',
  agent: 'Person',
  desk: 'Shop',
} as const

/** The bot's story as the shopper's browser told it: a list of lines, unlike the log in shape, so that nobody takes it for one. */
export function Story({ story, omitted }: { story: readonly Entry[]; omitted: number }) {
  if (story.length === 0) return <p class="quiet">Nothing was said before.</p>
  return (
    <ol class="story">
      {omitted > 0 && <li class="quiet">{omitted === 1 ? '1 line' : `${omitted} lines`} left out here to keep it short.</li>}
      {story.map((entry) => (
        <li key={entry.id} class={entry.by === 'shopper' ? 'story-shopper' : 'story-bot'}>
          <span class="story-who">
            {SPEAKERS[entry.by]} <Moment at={entry.at} />
          </span>
          <div class="story-content">
            <LineContent content={entry.content} who={SPEAKERS[entry.by]} />
          </div>
        </li>
      ))}
    </ol>
  )
}
