import { type Checked, checkField } from '../facts/check-field.js'
import { textOf } from '../flow/text-of.js'
import { LIMITS } from '../limits.js'
import type { ChatEvent } from './event.js'
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
  readonly values: Readonly<Record<string, string>>
}

/** An e-mail in the number's place and a number in the e-mail's are simply exchanged. */
function unswapped(event: Submit): Submit {
  const number = typed(event, 'orderNumber')
  const email = typed(event, 'email')
  if (!number.includes('@') || email.includes('@') || !/\d/.test(email)) return event
  return { ...event, values: { ...event.values, orderNumber: email, email: number } }
}

/** Checks what was typed into these fields. */
export function checkFields(turn: Turn, fields: readonly FieldView[], given: Submit): Sheet {
  const event = unswapped(given)
  const values: Record<string, string> = {}
  let good = true
  const views = fields.map(({ error: _, ...field }): FieldView => {
    const text = typed(event, field.name)
    const checked: Checked = checkField(field.type, text, field.optional)
    if ('value' in checked) {
      values[field.name] = checked.value
      return { ...field, value: checked.value }
    }
    good = false
    const key = checked.error === 'missing' ? `error.missing.${field.name}` : `error.${checked.error}`
    return { ...field, value: text.slice(0, LIMITS.message), error: textOf(turn.flow, key, turn.state.facts) }
  })
  return { fields: views, good, values }
}
