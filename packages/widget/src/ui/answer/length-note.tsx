import { plural } from '@shopbell/core'
import { useWords } from './use-words.js'

/** How many characters are left, or too many. */
export function LengthNote({ left }: { readonly left: number }) {
  const { more, view } = useWords()
  return <>{plural(left < 0 ? more.over : more.left, Math.abs(left), view.locale)}</>
}
