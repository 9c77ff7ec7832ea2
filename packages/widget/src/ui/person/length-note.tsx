import { plural } from '@shopbell/core'
import { usePersonWords } from './use-person-words.js'

/** How many characters are left, or too many. */
export function LengthNote({ left }: { readonly left: number }) {
  const { talk, view } = usePersonWords()
  return <>{plural(left < 0 ? talk.over : talk.left, Math.abs(left), view.locale)}</>
}
