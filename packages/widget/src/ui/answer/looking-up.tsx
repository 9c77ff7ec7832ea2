import { Dots } from './dots.js'
import { useWords } from './use-words.js'

/** While the shop is asked. */
export function LookingUp() {
  const { signals, more } = useWords()
  return signals.status.value === 'calling' ? <Dots label={more.lookingUp} /> : null
}
