import { useSignal } from '@preact/signals'
import type { LogRecord, RequestKind } from '@shopbell/core'
import type { Detail } from '../../agent-api.js'
import { decidedWords, REQUEST_WORDS } from '../words/decision-words.js'
import { DecisionForm } from './decision-form.js'
import { Icon } from './icon.js'
import { Moment } from './moment.js'
import { PlainText } from './plain-text.js'

/** What the shopper asks us to decide: the form for it, or what was decided. Nothing where there is no request. */
export function DecisionPart({ detail }: { detail: Detail }) {
  const { request } = detail.packet.reason
  const again = useSignal(false)
  if (!request) return null
  const made = lastDecision(detail.records)
  const closed = detail.status === 'closed'
  return (
    <section class="decision" aria-labelledby="decision-heading">
      <h4 id="decision-heading">{REQUEST_WORDS[request]}</h4>
      {made && <Made record={made} />}
      {made && !closed && !again.value && (
        <button
          type="button"
          class="link-button"
          onClick={() => {
            again.value = true
          }}
        >
          Decide again
        </button>
      )}
      {!closed && (!made || again.value) && (
        <DecisionForm
          key={made?.seq ?? 0}
          request={request as RequestKind}
          replaces={made?.seq}
          done={() => {
            again.value = false
          }}
        />
      )}
      {closed && !made && <p class="quiet">Closed without a decision.</p>}
    </section>
  )
}

function Made({ record }: { record: LogRecord }) {
  if (record.fact.kind !== 'decided') return null
  return (
    <div class={record.fact.outcome === 'reject' ? 'decided decided-no' : 'decided'}>
      <p class="decided-head">
        <Icon name={record.fact.outcome === 'reject' ? 'close' : 'check'} />
        <strong>{decidedWords(record.fact)}</strong>
        <span class="quiet">
          <bdi>{record.name ?? 'Colleague'}</bdi>, <Moment at={record.at} whole />
        </span>
      </p>
      {record.fact.note && <PlainText text={record.fact.note} fold={400} />}
    </div>
  )
}

/** The decision that holds: the last since the shopper passed the matter on. */
function lastDecision(records: readonly LogRecord[]): LogRecord | null {
  for (const record of [...records].reverse()) {
    if (record.fact.kind === 'decided') return record
    if (record.fact.kind === 'opened') return null
  }
  return null
}
