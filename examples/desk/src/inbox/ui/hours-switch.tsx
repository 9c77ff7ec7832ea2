import { hoursWords } from '../words/notice-words.js'
import { useInbox } from './inbox-context.js'

const POSITIONS = [
  { forced: true, label: 'Open' },
  { forced: false, label: 'Closed' },
  { forced: null, label: 'By the clock' },
] as const

/** Whether shoppers meet people now, in plain words, and the switch for it. */
export function HoursSwitch() {
  const inbox = useInbox()
  const hours = inbox.hours.value
  if (!hours) return null
  const words = hoursWords(hours, inbox.online.value)
  return (
    <section class="hours" aria-label="Opening">
      <p class="hours-words" role="status">
        <span class={hours.open ? 'dot dot-open' : 'dot dot-closed'} aria-hidden="true" />
        <strong>{words.now}.</strong> {words.effect}
      </p>
      <fieldset class="segments">
        <legend class="only-heard">For shoppers, the shop is</legend>
        {POSITIONS.map(({ forced, label }) => (
          <label key={label}>
            <input type="radio" name="hours" checked={hours.forced === forced} onChange={() => void inbox.setHours(forced)} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}
