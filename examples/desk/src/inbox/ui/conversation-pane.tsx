import { useEffect, useRef } from 'preact/hooks'
import { ConversationHeader } from './conversation-header.js'
import { HandoffCard } from './handoff-card.js'
import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'
import { Log } from './log.js'
import { ReplyBox } from './reply-box.js'
import { useFollowing } from './use-following.js'

/** The middle column: the card, the log, and the box to answer. */
export function ConversationPane() {
  const { conversation, place } = useInbox()
  const shown = conversation.detail.value
  const phase = conversation.phase.value
  if (place.value.conversation === null || phase === 'none') {
    return (
      <main class="conversation" aria-label="Conversation">
        <p class="nothing">
          {/* One child: in a grid, each piece of a sentence would have a line of its own. */}
          <span>
            Choose a conversation on the left
            <span class="by-keyboard">
              , or press <kbd>j</kbd>
            </span>
            .
          </span>
        </p>
      </main>
    )
  }
  if (!shown) {
    return (
      <main class="conversation" aria-label="Conversation" aria-busy={phase === 'loading'}>
        <Missing />
      </main>
    )
  }
  return <Shown key={shown.id} />
}

function Missing() {
  const inbox = useInbox()
  const phase = inbox.conversation.phase.value
  return (
    <div class="nothing">
      {phase === 'loading' && <p>Fetching the conversation…</p>}
      {phase === 'gone' && (
        <p role="alert">This conversation is not there any more. It may have been erased at the shopper’s wish.</p>
      )}
      {phase === 'unreachable' && (
        <>
          <p role="alert">The desk did not send this conversation.</p>
          <button type="button" class="button" onClick={() => void inbox.conversation.refresh()}>
            Fetch again
          </button>
        </>
      )}
      <button type="button" class="button back-button" onClick={() => inbox.open(null)}>
        Back to the list
      </button>
    </div>
  )
}

function Shown() {
  const inbox = useInbox()
  const { conversation } = inbox
  const scroller = useRef<HTMLElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const following = useFollowing(scroller)
  const detail = conversation.detail.value

  // Where only one column is shown, the list is gone after a tap: the focus goes to what has come instead.
  useEffect(() => {
    if (matchMedia('(max-width: 719px)').matches) heading.current?.focus()
  }, [])

  if (!detail) return null
  return (
    <main class="conversation" aria-label="Conversation">
      <ConversationHeader detail={detail} heading={heading} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <section class="conversation-scroll" ref={scroller} tabIndex={0} aria-label="Card and messages">
        <HandoffCard detail={detail} />
        <Log detail={detail} />
      </section>
      {following.unseen > 0 && (
        <button type="button" class="new-below" onClick={following.toEnd}>
          <Icon name="down" />
          {following.unseen === 1 ? '1 new message' : `${following.unseen} new messages`}
        </button>
      )}
      <ReplyBox detail={detail} />
    </main>
  )
}
