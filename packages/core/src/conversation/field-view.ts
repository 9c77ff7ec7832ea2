import { factValue } from '../facts/fact-value.js'
import type { Field } from '../facts/facts.js'
import type { Flow } from '../flow/flow.js'
import type { FieldView } from './prompt.js'
import type { Turn } from './turn.js'

/** A field as the flow declares it, or a plain one by that name. */
export function fieldOf({ fields }: Flow, name: string): Field {
  return (Object.hasOwn(fields, name) ? fields[name] : undefined) ?? { type: 'text', label: name }
}

/** A field as a form shows it, prefilled with what is known. */
export function fieldView(turn: Turn, name: string, optional?: boolean): FieldView {
  const field = fieldOf(turn.flow, name)
  return {
    name,
    type: field.type,
    label: turn.text(field.label),
    ...(field.hint === undefined ? {} : { hint: turn.text(field.hint) }),
    value: factValue(turn.state.facts, name),
    optional: optional ?? field.optional ?? false,
    // What wants a closer look is fetched while the shopper fills it in.
    ...((field.options || field.masks || field.sensitive) && turn.part('fields')?.view(turn, field)),
  }
}
