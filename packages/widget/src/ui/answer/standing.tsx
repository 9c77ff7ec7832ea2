import { statusLine } from './status-line.js'
import { useWords } from './use-words.js'

/** In the header: what can be expected now, of the bot and of people. */
export function Standing() {
  const counter = useWords()
  const availability = counter.signals.availability.value
  return (
    <p class="standing">
      <span class={availability?.open === false ? 'dot' : 'dot on'} />
      <span>
        {counter.words.instantAnswers}
        <span class="detail">{statusLine(availability, counter)}</span>
      </span>
    </p>
  )
}
