import type { ChatEvent } from './conversation/event.js'
import { countHidden } from './conversation/hide-secrets.js'
import type { Parts } from './conversation/parts.js'
import { type Attempt, reduce as reduceOthers } from './conversation/reduce.js'
import { say } from './conversation/say.js'
import { start } from './conversation/start.js'
import type { State } from './conversation/state.js'
import { beginTurn } from './conversation/turn.js'
import type { Flow } from './flow/flow.js'
import type { Place } from './place.js'
import { placeText } from './place-text.js'
import { dangerIn } from './triage/danger.js'
import { triage } from './triage/triage.js'

export { hideSecrets } from './conversation/hide-secrets.js'

/**
 * What the shopper has written, placed and answered; and a form of which something was hidden. Loaded by chat.ts when somebody
 * writes: those who tap never need it.
 */
export function reduce(flow: Flow, state: State, event: ChatEvent, parts: Partial<Parts>): Attempt {
  const { done, missing } = event.type === 'say' ? answer(flow, state, event, parts) : reduceOthers(flow, state, event, parts)
  return { done: countHidden(state, event, done), missing }
}

/** A text goes where it belongs. The summary of a review goes to a person anyway: only what is urgent in it counts. */
export const place: Place = async (event, ...around) => {
  if (event.type === 'say') return placeText(event, ...around)
  const route = event.type === 'submit' && dangerIn(event.values['summary'] ?? '')
  return route ? { ...event, route } : event
}

function answer(flow: Flow, state: State, event: Extract<ChatEvent, { type: 'say' }>, parts: Partial<Parts>): Attempt {
  // What is typed where nothing has begun, or where another tab has taken all away, begins it, and does not fall into a void.
  const [begun, greeting, asked] = start(flow, state, { type: 'start', id: `${event.id}.start`, at: event.at })
  const turn = beginTurn(flow, begun, event, parts)
  say(turn, event.route ? event : { ...event, route: triage(event.text) })
  const { done, missing } = turn.attempt()
  return { done: begun === state ? done : [done[0], [...greeting, ...done[1]], [...asked, ...done[2]]], missing }
}
