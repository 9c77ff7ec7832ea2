import { statusLine } from './status-line.js'
import { useWords } from './use-words.js'

/** In the header: what can be expected now, of the bot and of people. */
export function Standing() {
  const counter = useWords()
  const availability = counter.signals.availability.value
  const people = statusLine(availability, counter)
  return (
    <p class="standing">
      <span class={availability?.open === false ? 'dot' : 'dot on'} />
      <span>
        {counter.words.instantAnswers}
        {people && ` · ${people}`}
      </span>
    </p>
  )
}
