import { useWords } from './use-words.js'

/** A number of a card or the like was hidden before it left: the shopper hears of it, and can show it anyway. */
export function HiddenNote() {
  const { chat, signals, more } = useWords()
  const hidden = signals.hidden.value
  return (
    <div role="status">
      {hidden && (
        <p class="notice">
          <span>
            {hidden.map((kind) => more.hidden[kind]).join(' ')}{' '}
            <button type="button" class="link" onClick={() => void chat.send({ type: 'show-hidden' })}>
              {more.hidden.show}
            </button>
          </span>
        </p>
      )}
    </div>
  )
}
