import { isKnown, knownFact } from '../../facts/fact-value.js'
import type { AskStep } from '../../flow/flow.js'
import { checkFields } from '../check-fields.js'
import { fieldView } from '../field-view.js'
import { toOptions } from '../greet.js'
import type { Turn } from '../turn.js'
import { take } from './choose.js'
import type { Kind } from './kind.js'

/** What the shop has vouched for is not asked, nor what was said once and no form may show again. */
function isSettled({ state: { facts } }: Turn, name: string): boolean {
  const fact = knownFact(facts, name)
  return fact?.verified || fact?.sensitive || false
}

/** A form. What does not check stays in it, each field with a sentence that says how to mend it. */
export const ask: Kind<AskStep> = {
  enter(turn, id, { text, fields, submit, next, options = [] }) {
    const wanted = fields.filter((name) => !isSettled(turn, name))
    if (wanted.length === 0) return next
    turn.say(text)
    turn.ask(id, {
      kind: 'form',
      fields: wanted.map((name) => fieldView(turn, name)),
      submit: turn.text(submit),
      options: toOptions(turn.flow, options, turn.state.facts),
    })
    return undefined
  },
  choose(turn, { fields, next, options }, option, prompt) {
    // An option that answers one of the fields: of several orders in one text, the one that it is about.
    const name = fields.find((field) => option.id === `${field}:${option.label}`)
    if (name === undefined) return take(turn, options, option, prompt)
    turn.answer(prompt.id, option.label)
    turn.learn({ [name]: option.label }, 'shopper')
    return fields.every((field) => isKnown(turn.state.facts, field)) ? next : prompt.step
  },
  submit(turn, step, event, prompt) {
    if (prompt.kind !== 'form') return undefined
    const sheet = checkFields(turn, prompt.fields, event)
    if (sheet.good) {
      turn.answer(prompt.id, sheet.said.join(' · '))
      turn.learn(sheet.values, 'shopper')
      turn.change({ unplaced: 0 })
      return step.next
    }
    return turn.part('fields')?.again(turn, step, sheet, prompt)
  },
}
