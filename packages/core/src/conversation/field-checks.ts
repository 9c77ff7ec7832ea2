import { checkField, type FieldError } from '../facts/check-field.js'
import type { Field } from '../facts/facts.js'
import type { AskStep } from '../flow/flow.js'
import { LIMITS } from '../limits.js'
import { enFlowFields } from '../locales/en.flow-fields.js'
import type { Sheet } from './check-fields.js'
import type { Id } from './entry.js'
import { fieldOf } from './field-view.js'
import type { FieldView, Prompt } from './prompt.js'
import type { Turn } from './turn.js'

type FormPrompt = Extract<Prompt, { kind: 'form' }>

/** The second look at what was typed, and what only some fields have: a part of the machine that is fetched when it is needed. */
export interface FieldChecks {
  /** Looks at the fields that are not plainly right, and completes the sheet. `value` is what was typed. */
  check(turn: Turn, sheet: Sheet, fields: readonly FieldView[]): Sheet
  /** What was typed does not check: the form once more, or the step's own way on for one too many. */
  again(turn: Turn, step: AskStep, sheet: Sheet, prompt: FormPrompt): Id | undefined
  /** What a form shows of such a field. */
  view(turn: Turn, field: Field): Pick<FieldView, 'options' | 'sensitive'>
}

export const fields: FieldChecks = { check, again, view }

// In place of an answer that no story holds.
const HIDDEN = '•••'

function view(turn: Turn, { options, sensitive }: Field): Pick<FieldView, 'options' | 'sensitive'> {
  return {
    ...(options && { options: options.map(({ id, label }) => ({ id, label: turn.text(label) })) }),
    ...(sensitive && { sensitive }),
  }
}

/** An e-mail in the number's place and a number in the e-mail's are simply exchanged. */
function unswapped(typed: readonly FieldView[]): readonly FieldView[] {
  const text = (name: string) => typed.find((field) => field.name === name)?.value ?? ''
  const [orderNumber, email] = [text('orderNumber'), text('email')]
  if (!orderNumber.includes('@') || email.includes('@') || !/\p{Nd}/u.test(email)) return typed
  const swapped = new Map([
    ['orderNumber', email],
    ['email', orderNumber],
  ])
  return typed.map((field) => ({ ...field, value: swapped.get(field.name) ?? field.value }))
}

function again(turn: Turn, { retries, onFail }: AskStep, { lost, fields }: Sheet, prompt: FormPrompt): Id | undefined {
  // A step may be named like a member of every object, which is no number.
  const tries = (Number(turn.state.tries[prompt.step]) || 0) + 1
  if (lost === undefined) turn.change({ tries: { ...turn.state.tries, [prompt.step]: tries } })
  if (lost ?? tries > retries) return onFail
  turn.ask(prompt.step, { ...prompt, fields })
  return undefined
}

function check(turn: Turn, sheet: Sheet, given: readonly FieldView[]): Sheet {
  const typed = unswapped(given)
  const views = new Map(typed.map((field) => [field.name, field]))
  const values: Record<string, string> = { ...sheet.values }
  const secrets: Record<string, string> = {}
  const failed: boolean[] = []
  const told: Record<string, string> = {}
  for (const typedIn of typed) {
    const { name, value: text, optional } = typedIn
    const field = fieldOf(turn.flow, name)
    const checked = checkField(field, text, optional)
    if ('error' in checked) {
      const { sentence, lost } = mend(turn, name, checked.error)
      if (lost !== undefined) failed.push(lost)
      views.set(name, { ...typedIn, value: field.sensitive ? '' : text.slice(0, LIMITS.message), error: sentence })
      continue
    }
    views.set(name, { ...typedIn, value: field.sensitive ? '' : checked.value })
    const target = field.sensitive ? secrets : values
    target[name] = checked.value
    const picked = typedIn.options?.find(({ id }) => id === checked.value)
    told[name] = field.sensitive && checked.value !== '' ? HIDDEN : (picked?.label ?? checked.value)
  }
  const complete = sheet.fields.map((field) => views.get(field.name) ?? field)
  const wrong = complete.filter(({ error }) => error !== undefined)
  if (wrong.length === 0) remember(turn, secrets)
  return {
    fields: complete,
    good: wrong.length === 0,
    values,
    said: complete.map(({ name, value }) => told[name] ?? value).filter(Boolean),
    // The form's own count decides as soon as a field without one of its own has failed.
    lost: failed.includes(true) || (failed.length === wrong.length && wrong.length > 0 ? false : undefined),
  }
}

/** What to say of a failed check, and whether it was one too many, for a field that has its own say in that. */
function mend(turn: Turn, name: string, error: FieldError): { readonly sentence: string; readonly lost?: boolean } {
  const { again, retries } = fieldOf(turn.flow, name)
  const key = `error.${error}`
  const said = textFor(turn, error === 'missing' ? `${key}.${name}` : key) ?? textFor(turn, key) ?? key
  if (!again && retries === undefined) return { sentence: said }
  const place = `${turn.state.prompt?.step}.${name}`
  const failed = (Number(turn.state.tries[place]) || 0) + 1
  turn.change({ tries: { ...turn.state.tries, [place]: failed } })
  const next = again?.[Math.min(failed, again.length) - 1]
  const sentence = next === undefined ? said : turn.text(next)
  return retries === undefined ? { sentence } : { sentence, lost: failed > retries }
}

/** The flow's own words, else ours in English. */
function textFor(turn: Turn, key: string): string | undefined {
  if (Object.hasOwn(turn.flow.texts, key)) return turn.text(key)
  return Object.hasOwn(enFlowFields, key) ? enFlowFields[key as keyof typeof enFlowFields] : undefined
}

/** Sensitive answers are known from now on, but what they say is kept in the page's memory only. */
function remember(turn: Turn, secrets: Readonly<Record<string, string>>): void {
  const at = turn.event.at
  const facts = Object.entries(secrets)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => [name, { value, source: 'shopper', verified: false, at, sensitive: true }] as const)
  if (facts.length === 0) return
  turn.do({ do: 'remember', facts: Object.fromEntries(facts) })
  const known = Object.fromEntries(facts.map(([name, fact]) => [name, { ...fact, value: '' }] as const))
  turn.change({ facts: { ...turn.state.facts, ...known } })
}
