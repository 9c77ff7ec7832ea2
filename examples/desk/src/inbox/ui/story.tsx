import { chooseLanguage, type Entry, type Packet, textIn } from '@shopbell/core'
import { useInbox } from './inbox-context.js'
import { languageOf } from './language-of.js'
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
export function Story({ packet }: { packet: Packet }) {
  const { story, omitted } = packet
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
            <Told entry={entry} packet={packet} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A line in the agent's own language where that can be told, with the words that the shopper saw below it. */
function Told({ entry, packet }: { entry: Entry; packet: Packet }) {
  const { catalogue, language } = useInbox()
  const { content } = entry
  const shown = <LineContent content={content} who={SPEAKERS[entry.by]} />
  const keyed = (content.kind === 'text' || content.kind === 'answered') && content.key !== undefined
  if (!keyed || chooseLanguage(packet.locale) === language || !catalogue.value) return shown
  const values = Object.fromEntries(Object.entries(packet.facts).map(([name, { value }]) => [name, value]))
  const read = textIn(catalogue.value, content, values)
  if (read === null)
    return (
      <>
        {shown} <span class="quiet">in {languageOf(packet.locale)}</span>
      </>
    )
  return (
    <>
      <span class="words" dir="auto">
        {read}
      </span>
      <span class="as-shown" lang={packet.locale}>
        {shown}
      </span>
    </>
  )
}
