import type { Choice, ChooseStep } from '../../flow/flow.js'
import { toOptions } from '../greet.js'
import type { Option, Prompt } from '../prompt.js'
import type { Turn } from '../turn.js'
import type { Kind } from './kind.js'

/** Takes a tapped option: the shopper's line, and where it leads. */
export function take(turn: Turn, choices: readonly Choice[] | undefined, option: Option, prompt: Prompt): string | undefined {
  const choice = choices?.find(({ id }) => id === option.id)
  if (!choice) return undefined
  turn.answer(prompt.id, option.label, option.key)
  turn.change({ previous: null, unplaced: 0 })
  return choice.next
}

/** Buttons. The menu is shown as rows once, in the greeting, and as chips when the shopper comes back to it. */
export const choose: Kind<ChooseStep> = {
  enter(turn, id, { text, look = 'chips', options }) {
    const { flow, state } = turn
    const again = id === flow.menu
    turn.say(again ? 'menu.again' : text)
    turn.ask(id, { kind: 'choice', look: again ? 'chips' : look, options: toOptions(flow, options, state.facts) })
    return undefined
  },
  choose: (turn, { options }, option, prompt) => take(turn, options, option, prompt),
}
