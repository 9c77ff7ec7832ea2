import type { FieldView } from '../../conversation/prompt.js'
import { checkField } from '../../facts/check-field.js'
import type { Field, Flow } from '../flow.js'
import type { Domain, FactClasses } from './fact-classes.js'

const GOOD: { readonly [Type in Field['type']]: string } = {
  'order-number': '1042',
  email: 'ada@example.com',
  phone: '+49 30 1234567',
  text: 'something',
  'long-text': 'something',
  number: '1',
  date: '2026-12-24',
  'one-of': '',
}

/** What a mask looks like filled in. A letter is an A, a digit a 1. */
function filledIn(mask: string): readonly string[] {
  const filled = (either: string) => mask.replaceAll('#', '1').replaceAll('@', 'A').replaceAll('*', either)
  return mask.includes('*') ? [filled('1'), filled('A')] : [filled('1')]
}

/** The value as the field takes it, or nothing where it is refused. */
export function accepted(field: Field, typed: string): string | undefined {
  const checked = checkField(field, typed, field.optional ?? false)
  return 'value' in checked ? checked.value : undefined
}

/** Whether there is anything at all that this mask lets in. */
export function isPossible(field: Field, mask: string): boolean {
  return filledIn(mask).some((typed) => accepted({ ...field, masks: [mask] }, typed) !== undefined)
}

/** The flow’s own field of this name, or what the machine takes instead. */
export function fieldOf(flow: Flow, { name, type, optional }: Pick<FieldView, 'name' | 'type' | 'optional'>): Field {
  const field = Object.hasOwn(flow.fields, name) ? flow.fields[name] : undefined
  return { type, label: name, ...field, optional }
}

/** One value that the field takes for each way in which the flow tells its values apart. Empty where it takes none. */
export function goodValues(field: Field, fact: string, classes: FactClasses): readonly string[] {
  const samples = [
    ...(field.options ?? []).map(({ id }) => id),
    ...(field.masks ?? []).flatMap(filledIn),
    GOOD[field.type],
    ...classes.named(fact),
  ]
  const values = samples.flatMap((typed) => {
    const value = typed === '' ? undefined : accepted(field, typed)
    return value === undefined ? [] : [value]
  })
  return classes.oneOfEach(fact, values).flatMap((value) => value ?? [])
}

/** Something that the field refuses, or nothing where it takes everything. */
export function badValue(field: Field): string | undefined {
  return ['', '?', 'nobody'].find((typed) => accepted(field, typed) === undefined)
}

/** What a fact from outside the flow can be: every value that a condition names, another one, or not known. */
export function outsideValues(fact: string, classes: FactClasses): Domain {
  return classes.oneOfEach(fact, ['something', ...classes.named(fact), null])
}
