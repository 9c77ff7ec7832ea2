import type { Step } from '../flow/flow.js'
import type { Feedback } from './feedback.js'
import type { FieldChecks } from './field-checks.js'
import type { Handoff } from './handoff.js'
import type { Kind } from './kinds/kind.js'
import type { OrderAnswer } from './order-answer.js'
import type { OwnFlow } from './own-flow.js'
import type { Resume } from './resume.js'

/**
 * The parts of the machine that only some conversations need, each fetched when a turn first comes to it: the way to a person,
 * an order that was found, the steps about articles and what was thought of one, the second look at a form, what only a shop's own
 * flow makes use of, and what goes on from before.
 */
export interface Parts {
  readonly handoff: Handoff
  readonly articles: Kind<Extract<Step, { type: 'articles' }>>
  readonly feedback: Feedback
  readonly order: OrderAnswer
  readonly own: OwnFlow
  readonly fields: FieldChecks
  readonly resume: Resume
}
