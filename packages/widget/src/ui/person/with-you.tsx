import { fill, toArray } from '@shopbell/core'
import { statusLine } from '../answer/status-line.js'
import { cleanName } from '../clean-name.js'
import { usePersonWords } from './use-person-words.js'

/** In the header while a person answers: who that is. Of a ticket that they answer while the shop is closed, that they have written. */
export function WithYou() {
  const counter = usePersonWords()
  const { signals, talk, more } = counter
  const name = cleanName(signals.agent.value ?? '')
  const availability = signals.availability.value
  // Only a ticket has a time by which it is answered. In opening hours, its shopper may have asked for a person since.
  const isLetter =
    signals.due.value !== null && !availability?.open && toArray(signals.transcript.value).some(({ by }) => by === 'agent')
  const people = isLetter && statusLine(availability, counter)
  return (
    <p class="standing">
      <span class={isLetter ? 'dot' : 'dot on'} />
      <span class="detail" dir="auto" data-told="">
        {isLetter
          ? fill(talk.hasWritten, { name: name || more.by.agent })
          : name
            ? fill(talk.withYou, { name })
            : talk.someoneWithYou}
        {people && ` · ${people}`}
      </span>
    </p>
  )
}
