import { fill } from '@shopbell/core'
import { cleanName } from '../clean-name.js'
import { usePersonWords } from './use-person-words.js'

/** In the header while a person answers: who that is. */
export function WithYou() {
  const { signals, talk } = usePersonWords()
  const name = cleanName(signals.agent.value ?? '')
  return (
    <p class="standing">
      <span class="dot on" />
      <span class="detail" dir="auto" data-told="">
        {name ? fill(talk.withYou, { name }) : talk.someoneWithYou}
      </span>
    </p>
  )
}
