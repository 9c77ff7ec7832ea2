import { plainValue } from '../facts/plain-value.js'
import type { ChatEvent } from './event.js'
import { fieldOf } from './field-view.js'
import type { FieldView } from './prompt.js'
import type { Turn } from './turn.js'

export type Submit = Extract<ChatEvent, { type: 'submit' }>

/** What was typed into a field, or the empty string. */
export function typed(event: Submit, name: string): string {
  const value = Object.hasOwn(event.values, name) ? event.values[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** The fields of a form as they stand after a look at each: clean values, or sentences that say how to mend them. */
export interface Sheet {
  readonly fields: readonly FieldView[]
  readonly good: boolean
  /** The clean values; not those of sensitive fields, which nothing but the page's memory may hold. */
  readonly values: Readonly<Record<string, string>>
  /** The answers as the story tells them. */
  readonly said: readonly string[]
  /** Whether a field with retries of its own has used them up; `undefined` where the form's own count decides. */
  readonly lost?: boolean | undefined
}

/** Checks what was typed into these fields. What is plainly right is taken; a part of its own looks at the rest. */
export function checkFields(turn: Turn, fields: readonly FieldView[], event: Submit): Sheet {
  const values: Record<string, string> = {}
  const said: string[] = []
  const others: FieldView[] = []
  const plain = fields.map(({ error: _, ...field }): FieldView => {
    const text = typed(event, field.name)
    const value = plainValue(fieldOf(turn.flow, field.name), text, field.optional)
    if (value === undefined) {
      others.push({ ...field, value: text })
      return field
    }
    values[field.name] = value
    if (value !== '') said.push(value)
    return { ...field, value }
  })
  const sheet: Sheet = { fields: plain, good: true, values, said }
  return others.length === 0 ? sheet : (turn.part('fields')?.check(turn, sheet, others) ?? sheet)
}
