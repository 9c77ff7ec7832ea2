import type { LogLine } from '../log-lines.js'
import { useInbox } from './inbox-context.js'
import { Initials } from './initials.js'
import { LineContent } from './line-content.js'
import { Moment } from './moment.js'

const ROLE = {
  shopper: 'Shopper',
  agent: 'Team',
  bot: 'Bot',
  assistant: 'AI',
  desk: 'Desk',
} as const
const TONE = {
  shopper: 'shopper',
  agent: 'agent',
  bot: 'bot',
  assistant: 'bot',
  desk: 'bot',
} as const

/** A message. The shopper's stand at the start, ours at the end; a run carries its speaker's name once. */
export function Bubble({ line }: { line: Extract<LogLine, { kind: 'message' }> }) {
  const me = useInbox().session.me.value?.name
  const ours = line.by === 'agent'
  return (
    <div class={`bubble-line ${ours ? 'by-agent' : `by-${TONE[line.by]}`}${line.first ? ' run-first' : ''}`}>
      {line.first ? (
        <p class="bubble-head">
          <Initials who={ours && line.who === 'You' ? (me ?? line.who) : line.who} tone={TONE[line.by]} />
          <bdi>{line.who}</bdi>
          {line.who !== ROLE[line.by] && line.who !== 'You' && <span class="role">{ROLE[line.by]}</span>}
          <Moment at={line.at} />
        </p>
      ) : (
        <span class="only-heard">{line.who}: </span>
      )}
      <div class={line.content.kind === 'file' ? 'bubble bubble-picture' : 'bubble'}>
        <LineContent content={line.content} who={line.who} />
      </div>
    </div>
  )
}
