import { type Decision, fill } from '@shopbell/core'
import { check } from '../answer/icons.js'
import { LinkedText } from '../answer/linked-text.js'
import { Icon } from '../icons.js'
import { usePersonWords } from './use-person-words.js'

/** What a person has decided about a request, and what happens next. */
export function DecisionCard({ decision }: { readonly decision: Decision }) {
  const { talk, view, more } = usePersonWords()
  const { request, outcome, amount, note, replaces } = decision
  const words = talk.decision.outcomes[outcome]
  // A page's own catalogue may be older than the desk.
  if (!words) return <p class="bubble unsupported">{more.unsupported}</p>
  const money =
    amount && new Intl.NumberFormat(view.locale, { style: 'currency', currency: amount.currency }).format(amount.value)
  const title = outcome === 'refund' && money ? talk.decision.refundOf : words.title
  return (
    <section class={outcome === 'reject' ? 'card decision' : 'card decision good'}>
      <p class="note">{talk.decision.about[request]}</p>
      <h3 class="headline">
        {outcome !== 'reject' && <Icon of={check} />}
        {fill(title, { amount: money ?? '' })}
      </h3>
      {note && (
        <p dir="auto">
          <LinkedText text={note} />
        </p>
      )}
      <p class="detail">{words.next}</p>
      {replaces !== undefined && <p class="note">{talk.decision.changed}</p>}
    </section>
  )
}
