import { usePersonWords } from './use-person-words.js'

/** A number of a card or the like was hidden before it left: the shopper hears of it, and can show it anyway. */
export function HiddenNote() {
  const { chat, signals, talk } = usePersonWords()
  const hidden = signals.hidden.value
  if (!hidden) return null
  return (
    <p class="notice" data-told="">
      <span>
        {hidden.map((kind) => talk.hidden[kind]).join(' ')}{' '}
        <button type="button" class="link" onClick={() => void chat.send({ type: 'show-hidden' })}>
          {talk.hidden.show}
        </button>
      </span>
    </p>
  )
}
