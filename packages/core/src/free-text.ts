import type { ChatEvent } from './conversation/event.js'
import type { Parts } from './conversation/parts.js'
import type { Attempt } from './conversation/reduce.js'
import { say } from './conversation/say.js'
import type { State } from './conversation/state.js'
import { Turn } from './conversation/turn.js'
import type { Flow } from './flow/flow.js'
import { triage } from './triage/triage.js'

/** What the shopper has written, placed and answered. Loaded by chat.ts when somebody writes: those who tap never need it. */
export function reduce(flow: Flow, state: State, event: ChatEvent, parts: Partial<Parts>): Attempt {
  const turn = new Turn(flow, state, event, parts)
  if (event.type === 'say') say(turn, event.route ? event : { ...event, route: triage(event.text) })
  return turn.attempt()
}
