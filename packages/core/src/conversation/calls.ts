import { forget } from '../facts/learn.js'
import { situationOf } from '../facts/situation.js'
import type { CallStep } from '../flow/flow.js'
import { enterStep } from './enter-step.js'
import type { ChatEvent } from './event.js'
import type { Tried } from './state.js'
import type { Turn } from './turn.js'

/** The step that waits for this call, or nothing when the answer is late: then it changes nothing. */
function waiting(turn: Turn, call: string): CallStep | undefined {
  const { pending } = turn.state
  if (pending?.call !== call) return undefined
  const step = turn.stepOf(pending.step)
  return step?.type === 'call' ? step : undefined
}

function goOn(turn: Turn, to: string): void {
  turn.change({ pending: null, phase: 'bot' })
  enterStep(turn, to)
}

/** What the shop answered: kept where later steps look for it, shown where it is to be shown. */
export function answerCall(turn: Turn, event: Extract<ChatEvent, { type: 'call.done' }>): void {
  const step = waiting(turn, event.call)
  if (!step) return
  const { result } = event
  if (result.found === 'nothing') return goOn(turn, step.empty)
  if (result.found === 'order') {
    turn.change({ order: result.order })
    turn.learn({ situation: situationOf(result.order, event.at) }, 'desk')
    turn.add('bot', { kind: 'order', order: result.order })
  }
  if (result.found === 'topics') {
    // A search is over once the shelves are back.
    turn.change({ topics: result.topics, articles: [], facts: forget(turn.state.facts, ['query']) })
  }
  if (result.found === 'articles') {
    if (result.articles.length === 0) return goOn(turn, step.empty)
    turn.change({ articles: result.articles })
  }
  if (result.found === 'article') {
    const { article } = result
    const { body: _, ...head } = article
    const tried: Tried = { article: head, helped: null }
    turn.change({ tried: [...turn.state.tried.filter((one) => one.article.id !== article.id), tried].slice(-20) })
    turn.add('bot', { kind: 'article', article })
  }
  goOn(turn, step.done)
}

/** The shop did not answer, or not in time: the step's own edge for it. */
export function failCall(turn: Turn, event: Extract<ChatEvent, { type: 'call.failed' }>): void {
  const step = waiting(turn, event.call)
  if (step) goOn(turn, event.why === 'timeout' ? step.timedOut : step.failed)
}

const READS = new Set(['findOrder', 'listTopics', 'searchFaqs', 'readArticle'])

/** After a reload: a look-up that was under way is asked again, an action of the shop's own may have happened and is not. */
export function resume(turn: Turn): void {
  const { state, flow } = turn
  if (state.phase === 'idle') return
  if (state.flow !== `${flow.id}@${flow.version}` && state.phase !== 'handed') {
    turn.change({ flow: `${flow.id}@${flow.version}`, phase: 'bot', pending: null, previous: null, tries: {}, reason: null })
    turn.add('desk', { kind: 'notice', code: 'restarted' })
    return enterStep(turn, flow.menu)
  }
  turn.do({ do: 'look-who-is-there' })
  const step = state.pending && turn.stepOf(state.pending.step)
  if (!state.pending || step?.type !== 'call') return
  if (READS.has(step.action)) return enterStep(turn, state.pending.step)
  goOn(turn, step.failed)
}
