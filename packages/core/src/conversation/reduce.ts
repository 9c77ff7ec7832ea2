import { learn } from '../facts/learn.js'
import type { Flow } from '../flow/flow.js'
import { answerCall, failCall, resume } from './calls.js'
import { choose } from './choose.js'
import { enterStep } from './enter-step.js'
import type { ChatEvent } from './event.js'
import type { Handoff } from './handoff.js'
import { start, type Transition } from './start.js'
import type { State } from './state.js'
import { submit } from './submit.js'
import { Turn } from './turn.js'

/**
 * One event reduced with what is there of the flow and of the machine. `missing` names the steps and parts that it came to and
 * did not find; whoever can fetch one throws `done` away, and reduces the same event again.
 */
export interface Attempt {
  readonly done: Transition
  readonly missing: readonly string[]
}

/** The machine, but for free text and the way to a person: those have parts of their own, because most never need them. */
export function reduce(flow: Flow, state: State, event: ChatEvent, handoff: Handoff | null): Attempt {
  if (event.type === 'start') return { done: start(flow, state, event), missing: [] }
  const turn = new Turn(flow, state, event, handoff)
  const { phase } = state
  react(turn, event)
  // By now the bot has had its say; what is left concerns those who are on their way to a person.
  if (phase === 'review' || phase === 'handed' || event.type === 'talk-to-agent' || event.type === 'attach') {
    turn.toPerson()?.react(turn, event)
  }
  return turn.attempt()
}

function react(turn: Turn, event: ChatEvent): void {
  const { state } = turn
  switch (event.type) {
    case 'choose':
      return choose(turn, event)
    case 'submit':
      return submit(turn, event)
    case 'back':
      return back(turn)
    case 'call.done':
      return answerCall(turn, event)
    case 'call.failed':
      return failCall(turn, event)
    case 'resumed':
      return resume(turn)
    case 'page.changed': {
      const facts = learn(state.facts, event.facts, 'page', event.at)
      if (facts !== state.facts) turn.change({ facts })
      return
    }
    case 'availability.changed':
      if (!same(state.availability, event.availability)) turn.change({ availability: event.availability })
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** From the article back to its list, from the review back to what was there before, or to the menu. */
function back(turn: Turn): void {
  const { previous, phase } = turn.state
  if (phase === 'review') turn.change({ phase: 'bot', reason: null, previous: null })
  else if (phase !== 'bot' || previous === null) return
  if (!previous) return enterStep(turn, turn.flow.menu)
  turn.change({ step: previous.step, previous: null, reason: null, prompt: { ...previous, id: `${turn.event.id}.p` } })
}
