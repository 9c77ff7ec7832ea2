import { fill } from '@shopbell/core'
import { usePersonWords } from './use-person-words.js'

/** When it was sent, where the answer goes, and the ticket's number: what a shopper needs who asks about it later. */
export function Receipt() {
  const { signals, calendar, talk, view } = usePersonWords()
  const receipt = signals.receipt.value
  if (!receipt?.email) return null
  const { at, email, ticket } = receipt
  return (
    <p class="state receipt">
      <bdi>{fill(talk.ticket.sent, { time: calendar.time(at), email }, view.locale)}</bdi>
      {ticket && (
        <>
          {' · '}
          <bdi>{ticket}</bdi>
        </>
      )}
    </p>
  )
}
