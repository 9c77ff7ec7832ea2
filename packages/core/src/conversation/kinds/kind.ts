import type { Submit } from '../check-fields.js'
import type { Id } from '../entry.js'
import type { CallResult } from '../event.js'
import type { Option, Prompt } from '../prompt.js'
import type { Turn } from '../turn.js'

/**
 * What the machine does with one kind of step. Each answer is the id of the step that comes next, or nothing when the shopper's
 * turn has come.
 */
export interface Kind<Step> {
  enter(turn: Turn, id: Id, step: Step): Id | undefined
  /** A tap on an option of its prompt. */
  choose?(turn: Turn, step: Step, option: Option, prompt: Prompt): Id | undefined
  /** Its form comes in. */
  submit?(turn: Turn, step: Step, event: Submit, prompt: Prompt): Id | undefined
  /** What the shop has found for it. */
  answer?(turn: Turn, result: CallResult): boolean
}
