import { useCounter } from '../counter.js'
import { Later } from './later.js'
import { NotSaved } from './not-saved.js'
import { Spoken } from './spoken.js'

/** What has to be known of the conversation itself, between it and the composer. */
export function Footnotes() {
  const { signals, person } = useCounter()
  return (
    <>
      <NotSaved />
      {/* Few type a card's number, so what tells them is not here. */}
      {signals.hidden.value && <Later of={person}>{({ parts }) => <parts.HiddenNote />}</Later>}
      <Spoken />
    </>
  )
}
