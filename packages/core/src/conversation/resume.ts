import type { Facts } from '../facts/facts.js'
import { leaveCall } from './calls.js'
import { enterStep } from './enter-step.js'
import type { Turn } from './turn.js'

const READS = ['findOrder', 'listTopics', 'searchFaqs', 'readArticle']

/** A part of the machine that only a conversation from before needs. */
export type Resume = typeof resume

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
  if (pending) leaveCall(turn, pending.call, (step) => (READS.includes(step.action) ? pending.step : step.failed))
}

/**
 * The facts where nothing holds the sensitive answers any more: what they were asked for is not known, so it is asked again. The same
 * object where there are none.
 */
function withLostSecrets(facts: Facts): Facts {
  const lost = Object.entries(facts).flatMap(([name, { sensitive, ...fact }]) =>
    sensitive ? [[name, { ...fact, value: '' }] as const] : [],
  )
  return lost.length === 0 ? facts : { ...facts, ...Object.fromEntries(lost) }
}
