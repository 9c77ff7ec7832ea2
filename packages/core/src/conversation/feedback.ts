import type { HelpedStep } from '../flow/flow.js'
import { checkFields, type Submit } from './check-fields.js'
import type { Id } from './entry.js'
import { fieldView } from './field-view.js'
import { toOptions } from './greet.js'
import type { Prompt } from './prompt.js'
import type { Turn } from './turn.js'

const SKIP = [{ id: 'skip', label: 'helped.skip', next: '' }] as const

/** What comes of an article that has helped or has not, and the question what was missing. */
export interface Feedback {
  judge(turn: Turn, verdict: { readonly helped: boolean; readonly missing?: string }): void
  askMissing(turn: Turn, step: Id): void
  takeMissing(turn: Turn, step: HelpedStep, event: Submit, prompt: Extract<Prompt, { kind: 'form' }>): Id | undefined
}

export const feedback: Feedback = {
  /** Writes down what the shopper thinks of the last article, and tells the shop. */
  judge(turn, verdict) {
    const last = turn.state.tried.at(-1)
    if (!last) return
    turn.change({ tried: [...turn.state.tried.slice(0, -1), { ...last, ...verdict }] })
    turn.do({ do: 'rate-article', article: last.article.id, ...verdict })
  },
  askMissing(turn, step) {
    turn.say('helped.missing')
    turn.ask(step, {
      kind: 'form',
      fields: [{ ...fieldView(turn, 'missing', true), value: '' }],
      submit: turn.text('helped.send'),
      options: toOptions(turn.flow, SKIP, turn.state.facts),
    })
  },
  takeMissing(turn, step, event, prompt) {
    const { good, fields, values } = checkFields(turn, prompt.fields, event)
    if (!good) {
      turn.ask(prompt.step, { ...prompt, fields })
      return undefined
    }
    const missing = values['missing'] ?? ''
    turn.answer(prompt.id, missing)
    if (missing !== '') {
      turn.learn({ missing }, 'shopper')
      feedback.judge(turn, { helped: false, missing })
    }
    return step.no
  },
}
