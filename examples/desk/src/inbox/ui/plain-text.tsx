import { useState } from 'preact/hooks'
import { piecesOf } from '../links.js'

/** Above this many characters a text is folded, so that one message cannot push the others away. */
const FOLD = 1_600

/** Somebody's words as they are: text nodes only, its own direction, https addresses as links that say where they lead. */
export function PlainText({ text, fold = FOLD }: { text: string; fold?: number }) {
  const [whole, setWhole] = useState(false)
  const folded = !whole && text.length > fold
  return (
    <>
      <span class="words" dir="auto">
        {piecesOf(folded ? text.slice(0, fold) : text).map((piece, index) =>
          piece.href === null ? (
            piece.text
          ) : (
            // The pieces of a text never change their order.
            <a key={index} href={piece.href} target="_blank" rel="noopener noreferrer nofollow">
              {piece.text}
            </a>
          ),
        )}
        {folded && '…'}
      </span>
      {folded && (
        <button type="button" class="link-button" onClick={() => setWhole(true)}>
          Show all {text.length.toLocaleString('en')} characters
        </button>
      )}
    </>
  )
}
