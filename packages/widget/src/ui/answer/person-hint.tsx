import { personHint } from './status-line.js'
import { useWords } from './use-words.js'

/** What to expect of a person now, instead of what the flow says of it. */
export function PersonHint({ otherwise }: { readonly otherwise: string | undefined }) {
  const { signals, more, view } = useWords()
  return <>{personHint(signals.human.value === 'contact' ? null : signals.availability.value, more, view.locale) || otherwise}</>
}
