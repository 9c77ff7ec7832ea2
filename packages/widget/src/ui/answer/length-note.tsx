import { useCounter } from '../counter.js'
import { Later } from './later.js'

/** How many characters are left, or too many. Few write that much, so the words are not here. */
export function LengthNote({ left }: { readonly left: number }) {
  return <Later of={useCounter().person}>{({ parts }) => <parts.LengthNote left={left} />}</Later>
}
