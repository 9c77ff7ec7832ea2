import { type Entry, fill, type Late, plural, type Transcript } from '@shopbell/core'
import { ContactLinks } from './contact-links.js'
import { usePersonWords } from './use-person-words.js'

/** Says that a promised time has passed, before the shopper has to ask, and offers the next way on while it is still needed. */
export function LateNotice({ line, late }: { readonly line: Entry['id']; readonly late: Late }) {
  const { chat, signals, talk, view, calendar, now } = usePersonWords()
  const { want, until, minutes } = late
  const status = signals.status.value
  const waits = status === (want === 'live' ? 'queued' : 'ticket') && !isAnswered(signals.transcript.value, line)
  const { mailto, phone } = signals.contact.value
  const today = calendar.daysFrom(now(), until) === 0
  const said =
    want === 'live'
      ? plural(talk.late.live, minutes, view.locale)
      : fill(today ? talk.late.ticketToday : talk.late.ticket, {
          day: calendar.dayInWords(now(), until),
          time: calendar.time(until),
        })
  return (
    <div class="notice-line late-line">
      <p>
        {said} {waits && want === 'ticket' && (mailto || phone ? talk.late.orElse : talk.late.again)}
      </p>
      {waits && want === 'live' && (
        <button type="button" class="secondary" onClick={() => void chat.send({ type: 'defer' })}>
          {talk.late.defer}
        </button>
      )}
      {waits && want === 'ticket' && <ContactLinks />}
    </div>
  )
}

/** Whether a person has spoken after a line. What is further back than the last lines was said long ago. */
function isAnswered({ chunks, tail }: Transcript, line: Entry['id']): boolean {
  const last = [...(chunks.at(-1) ?? []), ...tail]
  const place = last.findIndex(({ id }) => id === line)
  return place < 0 || last.slice(place).some(({ by }) => by === 'agent')
}
