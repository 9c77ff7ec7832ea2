import { beginAnew } from './begin-anew.js'
import { enterStep } from './enter-step.js'
import type { ChatEvent } from './event.js'
import type { Turn } from './turn.js'

/** What can happen once a person or a ticket is called: the desk's log leads, the machine only follows and hands over. */
export function handed(turn: Turn, event: ChatEvent): void {
  const { phase, conversation, log, step, prompt } = turn.state
  if (phase !== 'handed') return
  switch (event.type) {
    case 'log.advanced':
      if (log === event.status) return
      turn.change({ log: event.status })
      if (event.status === 'closed') turn.ask(turn.flow.menu, { kind: 'rating' })
      else if (prompt) turn.change({ prompt: null })
      return
    case 'defer':
      if (log === 'ticket' || log === 'closed' || step === DEFERRED) return
      return defer(turn)
    case 'desk.unreachable':
      if (log !== null || step === DEFERRED) return
      turn.add('desk', { kind: 'notice', code: 'desk-unreachable' })
      return defer(turn)
    case 'desk.refused':
      if (event.conversation !== conversation || (log === 'closed' && !event.code)) return
      beginAnew(turn, event.code ?? 'desk-refused')
      return enterStep(turn, turn.flow.menu)
    case 'close':
      if (log === 'closed') return
      return turn.do({ do: 'send', op: { op: 'close' } })
    case 'rate': {
      const score = Math.round(event.score)
      if (prompt?.kind !== 'rating' || !(score >= 1 && score <= 5)) return
      turn.change({ prompt: null })
      return turn.do({ do: 'send', op: { op: 'rate', score } })
    }
    case 'discard':
      return turn.do({ do: 'send', op: { op: 'skip', skips: event.cmid } })
    default:
      return
  }
}

// The step of a handed conversation whose shopper does not wait any longer, so that it is said once.
const DEFERRED = 'deferred'

function defer(turn: Turn): void {
  turn.change({ step: DEFERRED })
  turn.do({ do: 'send', op: { op: 'defer' } })
}
