import { useSignal } from '@preact/signals'
import { Icon } from '../icons.js'
import { star } from './icons.js'
import { usePersonWords } from './use-person-words.js'

/** How it went, from one to five; it can be skipped. */
export function Rating() {
  const { chat, rated, talk } = usePersonWords()
  const chosen = useSignal(0)
  const skipped = useSignal(false)
  const score = chosen.value
  const ended = (
    <p class="notice-line" data-told="">
      {talk.closed}
    </p>
  )
  if (skipped.value) return ended
  return (
    <>
      {ended}
      <form
        class="card form rating"
        onSubmit={(event) => {
          event.preventDefault()
          if (score === 0) return
          rated.value = true
          void chat.send({ type: 'rate', score })
        }}
      >
        <fieldset>
          <legend class="headline" data-told="">
            {talk.rating.question}
          </legend>
          <div class="stars">
            {talk.rating.scores.map((label, index) => (
              <label key={label} class={index < score ? 'star lit' : 'star'}>
                <input
                  type="radio"
                  name="score"
                  value={index + 1}
                  checked={score === index + 1}
                  onChange={() => {
                    chosen.value = index + 1
                  }}
                />
                <Icon of={star} />
                <span class="unseen">{`${index + 1}, ${label}`}</span>
              </label>
            ))}
          </div>
          <p class="note">{talk.rating.scores[score - 1]}</p>
        </fieldset>
        <button type="submit" class="primary" aria-disabled={score === 0}>
          {talk.rating.send}
        </button>
        <button
          type="button"
          class="link"
          onClick={() => {
            skipped.value = true
          }}
        >
          {talk.rating.skip}
        </button>
      </form>
    </>
  )
}
