import type { Step } from '../flow/flow.js'
import type { FieldChecks } from './field-checks.js'
import type { Handoff } from './handoff.js'
import type { Kind } from './kinds/kind.js'
import type { OwnFlow } from './own-flow.js'

/**
 * The parts of the machine that only some conversations need, each fetched when a turn first comes to it: the way to a person,
 * the steps about articles, the second look at a form, and what only a shop's own flow makes use of.
 */
export interface Parts {
  readonly handoff: Handoff
  readonly articles: Kind<Extract<Step, { type: 'articles' }>>
  readonly own: OwnFlow
  readonly fields: FieldChecks
}
