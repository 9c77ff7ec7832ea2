import type { Signal } from '@preact/signals'
import type { TraceStep } from '@shopbell/core'
import { tellStep } from '@shopbell/core/testing'
import { stateChanges } from './state-changes.js'

/** A step, and why the call has failed that it tells of. */
export interface DebugStep extends TraceStep {
  readonly cause?: string | undefined
}

/** What the panel shows and can do. */
export interface DebugView {
  /** Every step, sensitive answers taken out. */
  readonly steps: () => readonly DebugStep[]
  readonly filter: Signal<string>
  readonly folded: Signal<boolean>
  /** What the last button has done. */
  readonly said: Signal<string>
  copy(steps: readonly TraceStep[]): void
  saveTest(): void
  saveRecording(): void
  /** To the other corner. */
  move(): void
}

/** Everything that has happened, step by step: the event, what it changed, what was said, and what was to be done. */
export function DebugPanel({ view }: { readonly view: DebugView }) {
  const steps = view.steps()
  if (view.folded.value) {
    return (
      <button type="button" class="pill" aria-expanded="false" onClick={() => fold(view, false)}>
        Debug · {steps.length}
      </button>
    )
  }
  const wanted = view.filter.value.trim().toLowerCase()
  const shown = steps.map((step, index) => ({ step, index })).filter(({ step }) => wanted === '' || holds(step, wanted))
  return (
    <section class="panel" aria-label="Shopbell debug">
      <header>
        <h2>Shopbell debug</h2>
        <button type="button" onClick={view.move}>
          Move
        </button>
        <button type="button" aria-expanded="true" onClick={() => fold(view, true)}>
          Fold
        </button>
        <input
          type="search"
          aria-label="Filter"
          placeholder={`Filter ${steps.length} events`}
          value={view.filter.value}
          onInput={({ currentTarget }) => {
            view.filter.value = currentTarget.value
          }}
        />
        <button type="button" onClick={() => view.copy(shown.map(({ step }) => step))}>
          Copy
        </button>
        <button type="button" onClick={view.saveRecording}>
          Export recording
        </button>
        <button type="button" class="lead" onClick={view.saveTest}>
          Export as test
        </button>
        <p class="said" role="status">
          {view.said.value}
        </p>
      </header>
      <ol aria-label="Events">
        {shown.map(({ step, index }) => (
          <Step key={`${index} ${step.event.id}`} step={step} number={index + 1} />
        ))}
        {shown.length === 0 && (
          <li class="none">{steps.length === 0 ? 'Nothing has happened yet.' : 'No event is like that.'}</li>
        )}
      </ol>
    </section>
  )
}

function Step({ step, number }: { readonly step: DebugStep; readonly number: number }) {
  const { event, before, after, effects } = step
  const lines = tellStep(step, step.cause)
  const changes = stateChanges(before, after)
  return (
    <li>
      <details>
        <summary>
          <span>
            {number} {event.type}
          </span>
          <span>{lines[0] ?? ''}</span>
          <span>{new Date(event.at).toISOString().slice(11, 19)}</span>
        </summary>
        <h3>Event</h3>
        <pre>{json(event)}</pre>
        <h3>State</h3>
        {changes.length === 0 ? (
          <pre>unchanged</pre>
        ) : (
          <table>
            <tbody>
              {changes.map(({ path, before: was, after: is }) => (
                <tr key={path}>
                  <th scope="row">{path}</th>
                  <td>
                    {was !== undefined && <del>− {short(was)}</del>} {is !== undefined && <ins>+ {short(is)}</ins>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <h3>Said and asked</h3>
        <pre>{lines.length === 0 ? 'nothing' : lines.join('\n')}</pre>
        <h3>Effects</h3>
        <pre>{effects.length === 0 ? 'none' : effects.map(json).join('\n')}</pre>
      </details>
    </li>
  )
}

function fold(view: DebugView, folded: boolean): void {
  view.folded.value = folded
}

function holds(step: DebugStep, words: string): boolean {
  return [json(step.event), ...tellStep(step, step.cause), ...step.effects.map(json)].some((text) =>
    text.toLowerCase().includes(words),
  )
}

const json = (value: unknown): string => JSON.stringify(value, null, 1)

function short(value: unknown): string {
  const text = JSON.stringify(value)
  return text.length > 400 ? `${text.slice(0, 399)}…` : text
}
