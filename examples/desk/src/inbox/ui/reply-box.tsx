import { LIMITS } from '@shopbell/core'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Detail } from '../../agent-api.js'
import { findSavedReplies, greetingName, type SavedReply } from '../saved-replies.js'
import { slashAt } from '../slash.js'
import type { Mode } from '../store/drafts.js'
import { ArticlePicker } from './article-picker.js'
import { Icon } from './icon.js'
import { useInbox } from './inbox-context.js'
import { ReplyWarning } from './reply-warning.js'
import { SavedReplyMenu } from './saved-reply-menu.js'

/** From how many characters on the limit is mentioned. */
const NEAR_LIMIT = LIMITS.message - 400

/** Where an answer is written, or a note that stays inside. The two look, read and act differently. */
export function ReplyBox({ detail }: { detail: Detail }) {
  const inbox = useInbox()
  const { drafts, conversation, session } = inbox
  const box = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState(0)
  const [choice, setChoice] = useState(0)
  const [dismissed, setDismissed] = useState<string | null>(null)
  const [articles, setArticles] = useState(false)
  const mode = drafts.mode(detail.id)
  const text = drafts.text(detail.id, mode)
  const isOver = detail.status === 'closed'
  const elsewhere = detail.agent !== null && detail.agent !== session.me.value?.name
  const greeted = greetingName((detail.verified['name'] ?? detail.packet.facts['name'])?.value)
  const slash = mode === 'reply' && !articles ? slashAt(text, caret) : null
  const found = slash && slash.query !== dismissed ? findSavedReplies(slash.query, greeted) : []
  const at = Math.min(choice, Math.max(found.length - 1, 0))
  const locked = mode === 'reply' && (elsewhere || isOver)

  useEffect(() => {
    if (inbox.focusReply.value > 0) box.current?.focus()
  }, [inbox.focusReply.value])

  const put = (next: string, at: number) => {
    drafts.write(detail.id, mode, next)
    setCaret(at)
    const element = box.current
    if (!element) return
    element.value = next
    element.focus()
    element.setSelectionRange(at, at)
  }
  const insert = (reply: SavedReply) => {
    if (!slash) return
    const filled = reply.text
    put(text.slice(0, slash.from) + filled + text.slice(caret), slash.from + filled.length)
    setChoice(0)
  }
  const insertText = (words: string) => {
    const before = text.slice(0, caret)
    const gap = before === '' || before.endsWith('\n') ? '' : '\n'
    put(before + gap + words + text.slice(caret), caret + gap.length + words.length)
    setArticles(false)
  }
  const send = () => {
    if (mode === 'note') void conversation.note()
    else if (!locked) conversation.reply()
    box.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter chooses a word; 229 is how Safari says so.
    if (event.isComposing || event.keyCode === 229) return
    const chosen = found[at]
    if (chosen) {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault()
        const by = event.key === 'ArrowDown' ? 1 : -1
        setChoice((at + by + found.length) % found.length)
        return
      }
      if (event.key === 'Enter' || event.key === 'Tab') {
        event.preventDefault()
        insert(chosen)
        return
      }
      if (event.key === 'Escape') {
        setDismissed(slash?.query ?? null)
        return
      }
    }
    if (event.key === 'Escape') box.current?.blur()
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      send()
    }
  }
  const read = (element: HTMLTextAreaElement) => {
    setCaret(element.selectionStart)
    if (element.value === text) return
    setDismissed(null)
    setChoice(0)
    drafts.write(detail.id, mode, element.value)
    if (mode === 'reply' && element.value !== '') inbox.typed()
  }
  const turn = (next: Mode) => {
    drafts.setMode(detail.id, next)
    setArticles(false)
    setCaret(drafts.text(detail.id, next).length)
    box.current?.focus()
  }

  return (
    <section class={mode === 'note' ? 'reply-box reply-box-note' : 'reply-box'} aria-label="Answer">
      <ReplyWarning />
      {articles && (
        <ArticlePicker
          choose={insertText}
          leave={() => {
            setArticles(false)
            box.current?.focus()
          }}
        />
      )}
      {found.length > 0 && <SavedReplyMenu replies={found} at={at} choose={insert} />}
      <fieldset class="modes">
        <legend class="only-heard">What you write</legend>
        {(['reply', 'note'] as const).map((each) => (
          <label key={each} class={`mode mode-${each}`}>
            <input type="radio" name="mode" checked={mode === each} onChange={() => turn(each)} />
            <span>
              {each === 'note' && <Icon name="lock" />}
              {each === 'reply' ? 'Reply' : 'Internal note'}
            </span>
          </label>
        ))}
        <span class="mode-effect">
          {mode === 'note' ? 'Only the team sees this.' : isOver ? '' : detail.agent === null ? 'Your first reply takes it.' : ''}
        </span>
      </fieldset>
      {locked ? (
        <p class="locked">
          {isOver ? (
            <>
              Closed
              {detail.rating === null ? '. The shopper has not rated it.' : `. The shopper rated it ${detail.rating} of 5.`} If
              they write again, a new conversation begins.
            </>
          ) : (
            <>
              <bdi>{detail.agent}</bdi> has this conversation. You can leave them an internal note.
              {text !== '' && (
                <button type="button" class="link-button" onClick={() => drafts.turnIntoNote(detail.id)}>
                  Make what you typed a note
                </button>
              )}
            </>
          )}
        </p>
      ) : (
        <>
          <textarea
            ref={box}
            rows={2}
            dir="auto"
            value={text}
            aria-label={mode === 'note' ? 'Internal note — the shopper does not see this' : 'Reply to the shopper'}
            aria-invalid={text.length > LIMITS.message}
            aria-describedby="reply-limit"
            aria-autocomplete={mode === 'reply' ? 'list' : undefined}
            aria-controls={found.length > 0 ? 'saved-replies' : undefined}
            aria-activedescendant={found[at] ? `saved-${found[at].id}` : undefined}
            placeholder={mode === 'note' ? 'A note for the team…' : 'Write to the shopper, or / for saved replies'}
            onInput={(event) => read(event.currentTarget)}
            onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
            onKeyDown={onKeyDown}
          />
          <div class="reply-tools">
            {mode === 'reply' && (
              <>
                <button
                  type="button"
                  class="tool"
                  onClick={() =>
                    put(
                      `${text}${text === '' || /\s$/.test(text) ? '' : ' '}/`,
                      text.length + (text === '' || /\s$/.test(text) ? 1 : 2),
                    )
                  }
                >
                  <Icon name="saved" />
                  Saved replies
                </button>
                <button type="button" class="tool" aria-expanded={articles} onClick={() => setArticles(!articles)}>
                  <Icon name="article" />
                  Article
                </button>
              </>
            )}
            <span id="reply-limit" class={text.length > LIMITS.message ? 'limit limit-over' : 'limit'}>
              {limitWords(text.length)}
            </span>
            <button
              type="button"
              class={mode === 'note' ? 'button note-button' : 'button primary'}
              disabled={text.trim() === ''}
              onClick={send}
            >
              {mode === 'note' ? 'Add note' : 'Send'}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

function limitWords(length: number): string {
  const most = LIMITS.message.toLocaleString('en')
  if (length > LIMITS.message) {
    return `${(length - LIMITS.message).toLocaleString('en')} characters too many. Shorten it to ${most}, or send it in two.`
  }
  return length > NEAR_LIMIT ? `${length.toLocaleString('en')} of ${most} characters` : ''
}
