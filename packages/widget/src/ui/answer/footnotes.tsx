import { HiddenNote } from './hidden-note.js'
import { NotSaved } from './not-saved.js'

/** What has to be known of the conversation itself, between it and the composer. */
export function Footnotes() {
  return (
    <>
      <NotSaved />
      <HiddenNote />
    </>
  )
}
