import { learn } from '../facts/learn.js'
import type { Flow } from '../flow/flow.js'
import { beginAnew } from './begin-anew.js'
import { answerCall, failCall, resume } from './calls.js'
import { choose } from './choose.js'
import { enterStep } from './enter-step.js'
import type { ChatEvent } from './event.js'
import { handed } from './handed.js'
import { openReview, showReview, wanted } from './review.js'
import { start, type Transition } from './start.js'
import type { State } from './state.js'
import { submit } from './submit.js'
import { Turn } from './turn.js'

/** The machine, but for free text: that has a part of its own, because those who tap never need it. */
export function reduce(flow: Flow, state: State, event: ChatEvent): Transition {
  if (event.type === 'start') return start(flow, state, event)
  const turn = new Turn(flow, state, event)
  react(turn, event)
  return [turn.state, turn.entries, turn.effects]
}

function react(turn: Turn, event: ChatEvent): void {
  const { state } = turn
  switch (event.type) {
    case 'choose':
      return choose(turn, event)
    case 'submit':
      return submit(turn, event)
    case 'restart':
      if (state.phase !== 'handed' || state.log !== 'closed') return
      beginAnew(turn)
      return enterStep(turn, turn.flow.menu)
    case 'talk-to-agent':
      return talkToAgent(turn)
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
      if (same(state.availability, event.availability)) return
      turn.change({ availability: event.availability })
      if (state.prompt?.kind === 'review') turn.change({ prompt: { ...state.prompt, want: wanted(turn) } })
      return
    case 'attach':
      return attach(turn, event)
    default:
      return handed(turn, event)
  }
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** From the article back to its list, from the review back to what was there before. */
function back(turn: Turn): void {
  const { previous, phase } = turn.state
  if (previous === null || (phase !== 'bot' && phase !== 'review')) return
  turn.change({
    phase: 'bot',
    step: previous.step,
    previous: null,
    reason: null,
    prompt: { ...previous, id: `${turn.event.id}.p` },
  })
}
