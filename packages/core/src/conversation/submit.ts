import { LIMITS } from '../limits.js'
import { checkFields, type Sheet, type Submit, typed } from './check-fields.js'
import { enterStep } from './enter-step.js'
import type { Prompt } from './prompt.js'
import type { Turn } from './turn.js'

/** The shopper sends the form that waits. What does not check stays, each field with a sentence that says how to mend it. */
export function submit(turn: Turn, event: Submit): void {
  const { prompt } = turn.state
  if (prompt?.id !== event.prompt) return
  if (prompt.kind === 'articles') return search(turn, prompt, event)
  if (prompt.kind === 'form') return submitForm(turn, prompt, event)
}

function search(turn: Turn, prompt: Extract<Prompt, { kind: 'articles' }>, event: Submit): void {
  const query = typed(event, 'query').trim().slice(0, LIMITS.field)
  const step = turn.stepOf(prompt.step)
  if (query === '' || step?.type !== 'articles') return
  turn.answer(prompt.id, query)
  turn.learn({ query }, 'shopper')
  turn.change({ previous: null })
  enterStep(turn, step.search)
}

function submitForm(turn: Turn, prompt: Extract<Prompt, { kind: 'form' }>, event: Submit): void {
  const step = turn.stepOf(prompt.step)
  const sheet = checkFields(turn, prompt.fields, event)
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
  const step = turn.stepOf(prompt.step)
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
