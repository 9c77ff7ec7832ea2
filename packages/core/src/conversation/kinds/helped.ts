import type { HelpedStep } from '../../flow/flow.js'
import { checkFields } from '../check-fields.js'
import { fieldView } from '../field-view.js'
import { toOptions } from '../greet.js'
import type { Turn } from '../turn.js'
import type { Kind } from './kind.js'

const YES_NO = [
  { id: 'yes', label: 'helped.yes', next: '' },
  { id: 'no', label: 'helped.no', next: '' },
] as const
const SKIP = [{ id: 'skip', label: 'helped.skip', next: '' }] as const

// After as many "no" the bot is the wrong tool.
export const MOST_NOS = 2

/** Writes down what the shopper thinks of the last article, and tells the shop. */
function judge(turn: Turn, verdict: { readonly helped: boolean; readonly missing?: string }): void {
  const last = turn.state.tried.at(-1)
  if (!last) return
  turn.change({ tried: [...turn.state.tried.slice(0, -1), { ...last, ...verdict }] })
  turn.do({ do: 'rate-article', article: last.article.id, ...verdict })
}

/** Did this help? After a no, what was missing, if the step wants to know. */
export const helped: Kind<HelpedStep> = {
  enter(turn, id, { text }) {
    turn.say(text)
    turn.ask(id, { kind: 'helped', options: toOptions(turn.flow, YES_NO, turn.state.facts) })
    return undefined
  },
  choose(turn, step, option, prompt) {
    turn.answer(prompt.id, option.label, option.key)
    if (option.id === 'skip') {
      turn.change({ unplaced: 0 })
      return step.no
    }
    const yes = option.id === 'yes'
    if (turn.state.tried.at(-1)?.helped === null) judge(turn, { helped: yes })
    const nos = yes ? 0 : turn.state.nos + 1
    turn.change({ previous: null, nos })
    if (yes) return step.yes
    if (nos >= MOST_NOS) {
      turn.say('handoff.not-helped')
      turn.callPerson({ code: 'not-helped', because: '' })
      return undefined
    }
    if (!step.missing) return step.no
    turn.say('helped.missing')
    turn.ask(prompt.step, {
      kind: 'form',
      fields: [{ ...fieldView(turn, 'missing', true), value: '' }],
      submit: turn.text('helped.send'),
      options: toOptions(turn.flow, SKIP, turn.state.facts),
    })
    return undefined
  },
  submit(turn, step, event, prompt) {
    if (prompt.kind !== 'form') return undefined
    const { good, fields, values } = checkFields(turn, prompt.fields, event)
    if (!good) {
      turn.ask(prompt.step, { ...prompt, fields })
      return undefined
    }
    const missing = values['missing'] ?? ''
    turn.answer(prompt.id, missing)
    if (missing !== '') {
      turn.learn({ missing }, 'shopper')
      judge(turn, { helped: false, missing })
    }
    return step.no
  },
}
