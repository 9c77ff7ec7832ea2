import type { Note } from '../../agent-api.js'
import { Icon } from './icon.js'
import { Moment } from './moment.js'
import { PlainText } from './plain-text.js'

/** A note among the lines of the log: full width, fenced in, and it says what it is. */
export function InternalNote({ note }: { note: Note }) {
  return (
    <section class="note" aria-label="Internal note">
      <p class="note-head">
        <Icon name="lock" />
        <strong>Internal note</strong> — the shopper does not see this
        <span class="note-by">
          <bdi>{note.agent}</bdi> <Moment at={note.at} />
        </span>
      </p>
      <PlainText text={note.text} />
    </section>
  )
}
