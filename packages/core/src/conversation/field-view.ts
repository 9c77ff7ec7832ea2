import { factValue } from '../facts/fact-value.js'
import { textOf } from '../flow/text-of.js'
import type { FieldView } from './prompt.js'
import type { Turn } from './turn.js'

/** A field as a form shows it, prefilled with what is known. */
export function fieldView(turn: Turn, name: string, optional?: boolean): FieldView {
  const { flow, state } = turn
  const field = flow.fields[name] ?? { type: 'text', label: name }
  return {
    name,
    type: field.type,
    label: textOf(flow, field.label, state.facts),
    ...(field.hint === undefined ? {} : { hint: textOf(flow, field.hint, state.facts) }),
    value: factValue(state.facts, name),
    optional: optional ?? field.optional ?? false,
  }
}
