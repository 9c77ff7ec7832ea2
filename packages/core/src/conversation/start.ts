import type { Opening } from '../flow/flow.js'
import type { Effect } from './effect.js'
import type { Entry } from './entry.js'
import type { ChatEvent } from './event.js'
import { greet } from './greet.js'
import type { State } from './state.js'

/** What one event makes of a conversation: the next state, new lines, and what is to be done. */
export type Transition = readonly [State, readonly Entry[], readonly Effect[]]

/** The state before anything has happened. */
export function initialState(opening: Pick<Opening, 'id' | 'version'>): State {
  return {
    v: 1,
    flow: `${opening.id}@${opening.version}`,
    conversation: null,
    phase: 'idle',
    log: null,
    step: null,
    prompt: null,
    previous: null,
    pending: null,
    facts: {},
    order: null,
    topics: [],
    articles: [],
    summary: null,
    tries: {},
    tried: [],
    nos: 0,
    unplaced: 0,
    reason: null,
    availability: null,
  }
}

/** The first opening: the greeting and its rows. */
export function start(opening: Opening, state: State, event: ChatEvent): Transition {
  if (state.phase !== 'idle') return [state, [], []]
  const [entry, prompt] = greet(opening, event, state.facts)
  return [{ ...state, phase: 'bot', step: opening.menu, prompt }, [entry], [{ do: 'look-who-is-there' }]]
}
