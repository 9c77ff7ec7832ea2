import type { Detail } from '../../agent-api.js'
import { type LogLine, logLines } from '../log-lines.js'
import { Bubble } from './bubble.js'
import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'
import { InternalNote } from './internal-note.js'
import { Moment } from './moment.js'

/** What was said since a person was called, as the desk has it. */
export function Log({ detail }: { detail: Detail }) {
  const { conversation, session, now } = useInbox()
  const lines = logLines(detail, conversation.pending.value, session.me.value?.name ?? '', now.value)
  return (
    <div class="log" role="log" aria-label="Messages" aria-live="polite" aria-relevant="additions">
      {lines.map((line) => (
        <Line key={line.key} line={line} />
      ))}
      {conversation.typing.value && (
        <p class="typing">
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          <bdi>{detail.who}</bdi> is typing
        </p>
      )}
    </div>
  )
}

function Line({ line }: { line: LogLine }) {
  const { conversation } = useInbox()
  switch (line.kind) {
    case 'day':
      return <p class="day">{line.text}</p>
    case 'notice':
      return (
        <p class="notice">
          <bdi>{line.text}</bdi> · <Moment at={line.at} />
        </p>
      )
    case 'erased':
      return <p class="notice">A line was erased here.</p>
    case 'note':
      return <InternalNote note={line.note} />
    case 'pending':
      return (
        <div class={`bubble-line by-agent pending-${line.reply.state}`}>
          <div class="bubble">
            <span class="words" dir="auto">
              {line.reply.text}
            </span>
          </div>
          {line.reply.state === 'sending' ? (
            <p class="bubble-state">Sending…</p>
          ) : (
            <p class="bubble-state bubble-failed">
              <Icon name="warning" />
              Not sent: the desk did not answer.{' '}
              <button type="button" class="link-button" onClick={conversation.sendAgain}>
                Send again
              </button>
            </p>
          )}
        </div>
      )
    case 'message':
      return <Bubble line={line} />
  }
}
