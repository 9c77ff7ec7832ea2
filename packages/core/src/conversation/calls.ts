import { situationOf } from '../facts/situation.js'
import { withLostSecrets } from '../facts/without-secrets.js'
import type { CallStep } from '../flow/flow.js'
import { enterStep } from './enter-step.js'
import type { CallResult, ChatEvent } from './event.js'
import type { Turn } from './turn.js'

/** Goes on where the call that has ended leads. An answer to another call is late, and changes nothing. */
function goOn(turn: Turn, call: string, way: (step: CallStep) => string): void {
  const { pending } = turn.state
  const step = pending?.call === call ? turn.stepOf(pending.step) : undefined
  if (step?.type !== 'call') return
  turn.change({ pending: null, phase: 'bot' })
  enterStep(turn, way(step))
}

/** What the shop answered: kept where later steps look for it, shown where it is to be shown. */
export function answerCall(turn: Turn, { call, result }: Extract<ChatEvent, { type: 'call.done' }>): void {
  goOn(turn, call, (step) => (take(turn, step, result) ? step.done : step.empty))
}

function take(turn: Turn, { save }: CallStep, result: CallResult): boolean {
  switch (result.found) {
    case 'nothing':
      return false
    case 'order': {
      const { order } = result
      turn.change({ order })
      turn.learn({ situation: situationOf(order, turn.event.at) }, 'desk')
      turn.add('bot', { kind: 'order', order })
      return true
    }
    case 'value':
      return !save || (turn.part('own')?.save(turn, save, result.value) ?? false)
    default:
      return turn.part('articles')?.answer?.(turn, result) ?? false
  }
}

/** The shop did not answer, or not in time: the step's own edge for it. */
export function failCall(turn: Turn, { call, why }: Extract<ChatEvent, { type: 'call.failed' }>): void {
  goOn(turn, call, (step) => (why === 'timeout' ? step.timedOut : step.failed))
}

const READS = ['findOrder', 'listTopics', 'searchFaqs', 'readArticle']

/** After a reload: a look-up that was under way is asked again, an action of the shop's own may have happened and is not. */
export function resume(turn: Turn): void {
  const { flow } = turn
  const { phase, pending, prompt, facts, flow: before } = turn.state
  const now = `${flow.id}@${flow.version}`
  if (phase === 'idle') return
  // What only the page's memory held went with the page.
  const left = withLostSecrets(facts)
  if (left !== facts) turn.change({ facts: left })
  // Of another flow or version, or at a step that is not there: what is known and the story stay, and the menu is shown.
  const lost = before !== now || (prompt && !turn.stepOf(prompt.step))
  if (lost && phase !== 'handed') {
    turn.change({ flow: now, phase: 'bot', pending: null, previous: null, tries: {}, reason: null })
    turn.add('desk', { kind: 'notice', code: 'restarted' })
    return enterStep(turn, flow.menu)
  }
  turn.do({ do: 'look-who-is-there' })
  if (pending) goOn(turn, pending.call, (step) => (READS.includes(step.action) ? pending.step : step.failed))
}
