import { useWords } from './use-words.js'

/** When a line was said: for the ear always, for the eye on hover and focus. */
export function Time({ at }: { readonly at: number }) {
  const { calendar } = useWords()
  return (
    <time class="time" dateTime={new Date(at).toISOString()}>
      {calendar.time(at)}
    </time>
  )
}
