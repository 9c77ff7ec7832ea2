import type { CallStep } from '../flow/flow.js'
import { enterStep } from './enter-step.js'
import type { CallResult, ChatEvent } from './event.js'
import type { Turn } from './turn.js'

/** Goes on where the call that has ended leads. An answer to another call is late, and changes nothing. */
export function leaveCall(turn: Turn, call: string, way: (step: CallStep) => string): void {
  const { pending } = turn.state
  const step = pending?.call === call ? turn.stepOf(pending.step) : undefined
  if (step?.type !== 'call') return
  turn.change({ pending: null, phase: 'bot' })
  enterStep(turn, way(step))
}

/** What the shop answered: kept where later steps look for it, shown where it is to be shown. */
export function answerCall(turn: Turn, { call, result }: Extract<ChatEvent, { type: 'call.done' }>): void {
  leaveCall(turn, call, (step) => (take(turn, step, result) ? step.done : step.empty))
}

function take(turn: Turn, { save }: CallStep, result: CallResult): boolean | undefined {
  switch (result.found) {
    case 'nothing':
      return false
    case 'order':
      turn.part('order')?.take(turn, result.order)
      return true
    case 'value':
      return !save || turn.part('own')?.save(turn, save, result.value)
    default:
      return turn.part('articles')?.answer?.(turn, result)
  }
}

/** The shop did not answer, or not in time: the step's own edge for it. */
export function failCall(turn: Turn, { call, why }: Extract<ChatEvent, { type: 'call.failed' }>): void {
  leaveCall(turn, call, (step) => (why === 'timeout' ? step.timedOut : step.failed))
}
