import { type Checked, checkField } from '../facts/check-field.js'
import { forget } from '../facts/learn.js'
import { textOf } from '../flow/text-of.js'
import { LIMITS } from '../limits.js'
import { enterStep } from './enter-step.js'
import type { ChatEvent } from './event.js'
import type { FieldView, Prompt } from './prompt.js'
import { openReview, showReview, wanted } from './review.js'
import { stepOf, type Turn } from './turn.js'

type Submit = Extract<ChatEvent, { type: 'submit' }>

/** The shopper sends the form that waits. What does not check stays, each field with a sentence that says how to mend it. */
export function submit(turn: Turn, event: Submit): void {
  const { prompt } = turn.state
  if (prompt?.id !== event.prompt) return
  if (prompt.kind === 'articles') return search(turn, prompt, event)
  if (prompt.kind === 'form') return submitForm(turn, prompt, event)
  if (prompt.kind === 'review') return submitReview(turn, prompt, event)
}

function typed(event: Submit, name: string): string {
  const value = Object.hasOwn(event.values, name) ? event.values[name] : undefined
  return typeof value === 'string' ? value : ''
}

function search(turn: Turn, prompt: Extract<Prompt, { kind: 'articles' }>, event: Submit): void {
  const query = typed(event, 'query').trim().slice(0, LIMITS.field)
  const step = stepOf(turn.flow, prompt.step)
  if (query === '' || step?.type !== 'articles') return
  turn.answer(prompt.id, query)
  turn.learn({ query }, 'shopper')
  turn.change({ previous: null })
  enterStep(turn, step.search)
}

interface Sheet {
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

function check(turn: Turn, fields: readonly FieldView[], given: Submit): Sheet {
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

function submitForm(turn: Turn, prompt: Extract<Prompt, { kind: 'form' }>, event: Submit): void {
  const step = stepOf(turn.flow, prompt.step)
  const sheet = check(turn, prompt.fields, event)
  if (!sheet.good) return refuse(turn, prompt, sheet)
  turn.answer(
    prompt.id,
    Object.values(sheet.values)
      .filter((value) => value !== '')
      .join(' · '),
  )
  if (step?.type === 'helped') return noteMissing(turn, sheet.values['missing'] ?? '', step.no)
  turn.learn(sheet.values, 'shopper')
  turn.change({ unplaced: 0 })
  if (step?.type === 'ask') enterStep(turn, step.next)
}

function refuse(turn: Turn, prompt: Extract<Prompt, { kind: 'form' }>, sheet: Sheet): void {
  const step = stepOf(turn.flow, prompt.step)
  const tries = (turn.state.tries[prompt.step] ?? 0) + 1
  turn.change({ tries: { ...turn.state.tries, [prompt.step]: tries } })
  if (step?.type === 'ask' && tries > step.retries) return enterStep(turn, step.onFail)
  turn.ask(prompt.step, { kind: 'form', fields: sheet.fields, submit: prompt.submit, options: prompt.options })
}

function noteMissing(turn: Turn, missing: string, next: string): void {
  const last = turn.state.tried.at(-1)
  if (missing !== '' && last) {
    turn.learn({ missing }, 'shopper')
    turn.change({ tried: [...turn.state.tried.slice(0, -1), { ...last, missing }] })
    turn.do({ do: 'rate-article', article: last.article.id, helped: false, missing })
  }
  enterStep(turn, next)
}

function submitReview(turn: Turn, prompt: Extract<Prompt, { kind: 'review' }>, event: Submit): void {
  const { reason, facts, tried } = turn.state
  if (!reason) return
  const sheet = check(turn, prompt.fields, event)
  const summary = Object.hasOwn(event.values, 'summary') ? typed(event, 'summary').trim() : prompt.summary
  const without = event.without ?? []
  if (summary.length > LIMITS.summary) {
    turn.ask(prompt.step, {
      ...prompt,
      fields: sheet.fields,
      summary: summary.slice(0, LIMITS.message),
      error: textOf(turn.flow, 'error.summary', facts),
    })
    return
  }
  if (!sheet.good) return showReview(turn, reason, { fields: sheet.fields, summary })
  turn.change({ facts: forget(facts, without), summary, ...(without.includes('tried') ? { tried: [] } : { tried }) })
  turn.learn(sheet.values, 'shopper')
  // A way to reply was taken out: then it is asked for, since nobody could answer.
  if (!Object.hasOwn(turn.state.facts, 'email')) return openReview(turn, reason)
  turn.do({ do: 'open', want: wanted(turn) })
  turn.change({ phase: 'handed', conversation: event.id, log: null, step: null, prompt: null, previous: null, pending: null })
}
