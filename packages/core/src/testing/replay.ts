import type { TraceStep } from '../chat-contract.js'
import type { Entry } from '../conversation/entry.js'
import type { ChatEvent } from '../conversation/event.js'
import { initialState } from '../conversation/start.js'
import type { State } from '../conversation/state.js'
import { transition } from '../conversation/transition.js'
import { fitFlow } from '../flow/fit-flow.js'
import type { Flow } from '../flow/flow.js'
import { triage } from '../triage/triage.js'
import type { Recording } from './recording.js'
import { tellStep } from './tell-step.js'

/** A conversation that happened once more. */
export interface Replay {
  readonly state: State
  readonly entries: readonly Entry[]
  /** One per event of the recording, those that changed nothing included. */
  readonly steps: readonly TraceStep[]
  /** What was said, as `tellStep()` says it. */
  readonly lines: readonly string[]
}

/**
 * Replays a recording: the machine alone, no clock, no network. With the flow that it was recorded with, it gives the same state
 * and the same lines, byte for byte, in any process.
 *
 * @example expect(replay(storefrontFlow, recording).lines).toEqual(recording.lines)
 */
export function replay(flow: Flow, { has, from, events }: Recording): Replay {
  const fitting = fitFlow(flow, new Set(has))
  let state = from ?? initialState(fitting)
  const steps = events.map((event): TraceStep => {
    const before = state
    const [after, entries, effects] = transition(fitting, before, placed(event))
    state = after
    return { event, before, after, entries, effects }
  })
  return { state, entries: steps.flatMap(({ entries }) => entries), steps, lines: steps.flatMap((step) => tellStep(step)) }
}

/** A text that nobody has placed yet is placed by the rules alone. */
export function placed(event: ChatEvent): ChatEvent {
  return event.type === 'say' && !event.route ? { ...event, route: triage(event.text) } : event
}
