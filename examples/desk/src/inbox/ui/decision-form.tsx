import { useSignal } from '@preact/signals'
import { LIMITS, type Outcome, type RequestKind } from '@shopbell/core'
import { amountOf, faultOf, OUTCOMES_OF } from '@shopbell/core/desk'
import { OUTCOME_WORDS } from '../words/decision-words.js'
import { useInbox } from './inbox-context.js'

/** What is missing, as a sentence at its field. */
const MENDS = {
  outcome: 'Choose what happens.',
  amount: 'Give the amount, such as 12.50.',
  note: 'Say why; the shopper reads this.',
} as const

/** One form for every request: what happens, for how much, and the words that the shopper reads with it. */
export function DecisionForm({
  request,
  replaces,
  done,
}: {
  request: RequestKind
  replaces: number | undefined
  done: () => void
}) {
  const { conversation, session } = useInbox()
  const currency = session.me.value?.currency ?? 'EUR'
  const outcome = useSignal<Outcome | null>(null)
  const amount = useSignal('')
  const note = useSignal('')
  const fault = useSignal<keyof typeof MENDS | null>(null)
  const chosen = outcome.value
  const money = chosen === null ? 'none' : amountOf(chosen)
  const needsNote = chosen === 'reject' || replaces !== undefined

  function submit(): void {
    if (chosen === null) {
      fault.value = 'outcome'
      return
    }
    const typed = money === 'none' ? '' : amount.value.trim().replace(',', '.')
    const value = typed === '' ? undefined : Number(typed)
    const choice = {
      outcome: chosen,
      note: note.value.trim(),
      ...(value === undefined ? {} : { amount: value }),
      ...(replaces === undefined ? {} : { replaces }),
    }
    const asked = { ...choice, request, ...(value === undefined ? { amount: undefined } : { amount: { value, currency } }) }
    const { amount: given, ...rest } = asked
    fault.value = faultOf(given ? { ...rest, amount: given } : rest)
    if (fault.value !== null) return
    void conversation.decide(choice).then((made) => made && done())
  }

  return (
    <form
      class="decision-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <fieldset>
        <legend class="only-heard">What happens</legend>
        <div class="outcomes">
          {OUTCOMES_OF[request].map((each) => (
            <label key={each} class="outcome">
              <input
                type="radio"
                name="outcome"
                value={each}
                checked={chosen === each}
                onChange={() => {
                  outcome.value = each
                  fault.value = null
                }}
              />
              <span>{OUTCOME_WORDS[each]}</span>
            </label>
          ))}
        </div>
        {fault.value === 'outcome' && <p class="problem">{MENDS.outcome}</p>}
      </fieldset>
      {money !== 'none' && (
        <label class="decision-field decision-amount">
          <span>
            Amount in {currency} {money === 'possible' && <span class="quiet">empty: all of it</span>}
          </span>
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={amount.value}
            aria-invalid={fault.value === 'amount'}
            aria-describedby="decision-fault"
            onInput={(event) => {
              amount.value = event.currentTarget.value
            }}
          />
        </label>
      )}
      {chosen !== null && (
        <label class="decision-field">
          <span>The shopper reads this with it {!needsNote && <span class="quiet">may be empty</span>}</span>
          <textarea
            rows={2}
            maxLength={LIMITS.message}
            dir="auto"
            value={note.value}
            aria-invalid={fault.value === 'note'}
            aria-describedby="decision-fault"
            onInput={(event) => {
              note.value = event.currentTarget.value
            }}
          />
        </label>
      )}
      <p class="problem" id="decision-fault" role="alert">
        {(fault.value === 'amount' || fault.value === 'note') && MENDS[fault.value]}
      </p>
      <p class="decision-actions">
        <button type="submit" class="button primary" disabled={conversation.busy.value}>
          {chosen === null ? 'Decide' : `Decide: ${OUTCOME_WORDS[chosen].toLowerCase()}`}
        </button>
        {replaces !== undefined && (
          <button type="button" class="button quiet-button" onClick={done}>
            Keep it as it is
          </button>
        )}
      </p>
    </form>
  )
}
