import type { Warning } from '../store/conversation.js'
import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'

/** Why the last thing did not happen, and what to do about it. */
export function ReplyWarning() {
  const { conversation } = useInbox()
  const warning = conversation.warning.value
  return (
    <div role="alert">
      {warning && (
        <p class="warning">
          <Icon name="warning" />
          <span>{warningWords(warning)}</span>
          <button type="button" class="icon-button" aria-label="Put this notice away" onClick={conversation.dismissWarning}>
            <Icon name="close" />
          </button>
        </p>
      )}
    </div>
  )
}

/** A warning in words, with the mend. */
export function warningWords(warning: Warning): string {
  switch (warning.kind) {
    case 'moved':
      if (warning.count === 0) return 'The shopper wrote in the meantime. Read it, then send again.'
      return `${warning.count === 1 ? '1 new message' : `${warning.count} new messages`} since you looked. Read first, then send again.`
    case 'taken':
      return `Somebody else has this: ${warning.by}. Your text is kept below.`
    case 'away':
      return `${warning.by} is not at the desk any more. You still have this.`
    case 'decided':
      return `${warning.by} has decided this already. To replace that, choose Decide again and say why.`
    case 'closed':
      return 'This was closed in the meantime. Your text is kept, but it cannot be sent here any more.'
    case 'too-long':
      return 'That is longer than 4,000 characters. Shorten it, or send it in two.'
    case 'note-unsent':
      return 'The note is not saved: the desk did not take it. Your text is kept; try again.'
    case 'unreachable':
      return 'The desk did not answer. Nothing was changed; try again.'
    case 'refused':
      return 'The desk did not accept that. Nothing was changed; load the page again if it goes on.'
  }
}
