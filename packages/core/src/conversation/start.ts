import type { Facts } from '../facts/facts.js'
import type { Choice, Opening } from '../flow/flow.js'
import { textOf } from '../flow/text-of.js'
import type { Effect } from './effect.js'
import type { Entry } from './entry.js'
import type { ChatEvent } from './event.js'
import type { Option } from './prompt.js'
import type { State } from './state.js'

/** What one event makes of a conversation: the next state, new lines, and what is to be done. */
export type Transition = readonly [State, readonly Entry[], readonly Effect[]]

/** The state before anything has happened. */
export function initialState(opening: Opening): State {
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

/** A flow's choices as buttons, in the shopper's words. */
export function toOptions(flow: Opening, choices: readonly Choice[], facts: Facts): readonly Option[] {
  return choices.map((choice) => ({
    id: choice.id,
    label: textOf(flow, choice.label, facts),
    key: choice.label,
    ...(choice.hint === undefined ? {} : { hint: textOf(flow, choice.hint, facts) }),
    ...(choice.icon === undefined ? {} : { icon: choice.icon }),
  }))
}

/** The first opening: the greeting and its rows. Small, because it is all of the machine that the greeting needs. */
export function start(opening: Opening, state: State, event: ChatEvent): Transition {
  if (state.phase !== 'idle') return [state, [], []]
  const { greeting } = opening
  const key = greeting.text ?? ''
  const entry: Entry = {
    id: `${event.id}.0`,
    turn: event.id,
    at: event.at,
    by: 'bot',
    content: { kind: 'text', text: textOf(opening, key, state.facts), key },
  }
  const next: State = {
    ...state,
    phase: 'bot',
    step: opening.menu,
    prompt: {
      kind: 'choice',
      id: `${event.id}.p`,
      step: opening.menu,
      look: greeting.look ?? 'rows',
      options: toOptions(opening, greeting.options, state.facts),
    },
  }
  return [next, [entry], [{ do: 'look-who-is-there' }]]
}
