import type { AskStep } from '../../flow/flow.js'
import { checkFields } from '../check-fields.js'
import { fieldView } from '../field-view.js'
import { toOptions } from '../greet.js'
import { take } from './choose.js'
import type { Kind } from './kind.js'

/** A form. What does not check stays in it, each field with a sentence that says how to mend it. */
export const ask: Kind<AskStep> = {
  enter(turn, id, { text, fields, submit, options = [] }) {
    turn.say(text)
    turn.ask(id, {
      kind: 'form',
      fields: fields.map((name) => fieldView(turn, name)),
      submit: turn.text(submit),
      options: toOptions(turn.flow, options, turn.state.facts),
    })
    return undefined
  },
  choose: (turn, { options }, option, prompt) => take(turn, options, option, prompt),
  submit(turn, step, event, prompt) {
    if (prompt.kind !== 'form') return undefined
    const sheet = checkFields(turn, prompt.fields, event)
    if (sheet.good) {
      turn.answer(prompt.id, Object.values(sheet.values).filter(Boolean).join(' · '))
      turn.learn(sheet.values, 'shopper')
      turn.change({ unplaced: 0 })
      return step.next
    }
    const tries = { ...turn.state.tries, [prompt.step]: (turn.state.tries[prompt.step] ?? 0) + 1 }
    turn.change({ tries })
    if ((tries[prompt.step] ?? 0) > step.retries) return step.onFail
    turn.ask(prompt.step, { ...prompt, fields: sheet.fields })
    return undefined
  },
}
