import type { HelpedStep } from '../../flow/flow.js'
import { toOptions } from '../greet.js'
import type { Kind } from './kind.js'

const YES_NO = [
  { id: 'yes', label: 'helped.yes', next: '' },
  { id: 'no', label: 'helped.no', next: '' },
] as const

// After as many "no" the bot is the wrong tool.
export const MOST_NOS = 2

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
    if (turn.state.tried.at(-1)?.helped === null) turn.part('feedback')?.judge(turn, { helped: yes })
    const nos = yes ? 0 : turn.state.nos + 1
    turn.change({ previous: null, nos })
    if (yes) return step.yes
    if (nos >= MOST_NOS) {
      turn.say('handoff.not-helped')
      turn.callPerson({ code: 'not-helped', because: '' })
      return undefined
    }
    if (!step.missing) return step.no
    turn.part('feedback')?.askMissing(turn, prompt.step)
    return undefined
  },
  submit: (turn, step, event, prompt) =>
    prompt.kind === 'form' ? turn.part('feedback')?.takeMissing(turn, step, event, prompt) : undefined,
}
