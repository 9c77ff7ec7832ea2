import type { Flow } from '../flow/flow.js'
import type { ChatEvent } from './event.js'
import { feedback } from './feedback.js'
import { fields } from './field-checks.js'
import { handoff } from './handoff.js'
import { countHidden } from './hide-secrets.js'
import { articles } from './kinds/articles.js'
import { order } from './order-answer.js'
import { own } from './own-flow.js'
import type { Parts } from './parts.js'
import { reduce } from './reduce.js'
import { resume } from './resume.js'
import { say } from './say.js'
import { start, type Transition } from './start.js'
import type { State } from './state.js'
import { beginTurn } from './turn.js'

/** The machine with all its parts. */
const parts: Parts = { handoff, articles, feedback, order, own, fields, resume }

/**
 * The machine: what one event makes of a conversation. Pure; the same arguments give the same answer in any process. An event
 * that has no meaning now (a used button, a late answer, a type from the future) gives back the same state object and nothing
 * else. A `say` without a `route` is not placed; `triage(text)` says where a text belongs.
 */
export function transition(flow: Flow, state: State, event: ChatEvent): Transition {
  if (event.type === 'start' && !event.step) return start(flow, state, event)
  if (event.type !== 'say') return countHidden(state, event, reduce(flow, state, event, parts).done)
  const turn = beginTurn(flow, state, event, parts)
  say(turn, event)
  return countHidden(state, event, turn.attempt().done)
}
