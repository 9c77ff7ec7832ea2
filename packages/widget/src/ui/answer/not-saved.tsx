import { useWords } from './use-words.js'

/** Where the browser keeps nothing, the shopper is told so once there is something to lose. */
export function NotSaved() {
  const { signals, more } = useWords()
  const { chunks, tail } = signals.transcript.value
  const told = chunks.length > 0 || tail.some((entry) => entry.by === 'shopper')
  return signals.delivery.value.level === 'memory' && told ? (
    <p class="notice quiet" data-told="">
      {more.notSaved}
    </p>
  ) : null
}
