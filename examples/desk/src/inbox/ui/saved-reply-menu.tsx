import { useEffect, useRef } from 'preact/hooks'
import type { SavedReply } from '../saved-replies.js'

interface Props {
  readonly replies: readonly SavedReply[]
  readonly at: number
  readonly choose: (reply: SavedReply) => void
}

/** The saved replies that match, above the box; the box keeps the focus and moves through them by arrow keys. */
export function SavedReplyMenu({ replies, at, choose }: Props) {
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [at])
  return (
    <>
      <div ref={list} id="saved-replies" class="menu" role="listbox" aria-label="Saved replies">
        {replies.map((reply, index) => (
          // The focus stays in the text; arrow keys and Enter there choose, so an option itself never has it.
          // biome-ignore lint/a11y/useFocusableInteractive: see above
          <div
            key={reply.id}
            id={`saved-${reply.id}`}
            role="option"
            aria-selected={index === at}
            class="menu-item"
            onPointerDown={(event) => {
              event.preventDefault()
              choose(reply)
            }}
          >
            <strong>{reply.title}</strong>
            <span class="quiet">{reply.text}</span>
          </div>
        ))}
      </div>
      <p class="only-heard" role="status">
        {replies.length === 1 ? '1 saved reply' : `${replies.length} saved replies`}
      </p>
    </>
  )
}
