import { fill } from '@shopbell/core'
import { cleanName } from '../clean-name.js'
import { useWords } from './use-words.js'

/** In the header while a person answers: who that is. */
export function WithYou() {
  const { signals, more } = useWords()
  const name = cleanName(signals.agent.value ?? '')
  return (
    <p class="standing">
      <span class="dot on" />
      <span class="detail" dir="auto">
        {name ? fill(more.withYou, { name }) : more.someoneWithYou}
      </span>
    </p>
  )
}
