import { forget } from '../facts/learn.js'
import { unknownOf } from '../facts/unknown-of.js'
import { textOf } from '../flow/text-of.js'
import type { Reason } from '../handoff/reason.js'
import { summarise } from '../handoff/summarise.js'
import { LIMITS } from '../limits.js'
import { checkFields, type Submit, typed } from './check-fields.js'
import { raise } from './raise.js'
import { openReview, showReview, wanted } from './review.js'
import type { Turn } from './turn.js'

/** The shopper sends the review: from here on a person is called. */
export function submitReview(turn: Turn, event: Submit): void {
  const { prompt, reason: known, facts: before, tried } = turn.state
  if (prompt?.kind !== 'review' || prompt.id !== event.prompt || !known) return
  const sheet = checkFields(turn, prompt.fields, event)
  const summary = Object.hasOwn(event.values, 'summary') ? typed(event, 'summary').trim() : prompt.summary
  const draft = summarise(turn.flow, turn.state, known)
  const own = summary !== '' && summary !== draft
  const without = event.without ?? []
  const raised = (): Reason => {
    const reason = own ? raise(turn, known, event.route, summary) : known
    turn.change({ reason })
    return reason
  }
  if (summary.length > LIMITS.summary) {
    turn.ask(prompt.step, {
      ...prompt,
      fields: sheet.fields,
      summary: summary.slice(0, LIMITS.message),
      error: textOf(turn.flow, 'error.summary', before),
    })
    return
  }
  if (!sheet.good) return showReview(turn, raised(), { fields: sheet.fields, summary })
  // What was lost and is not given again does not go along as an empty answer.
  const { facts } = turn.state
  turn.change({
    facts: forget(facts, [...without, ...unknownOf(facts)]),
    summary: summary === '' && prompt.blank ? draft : summary,
    ...(without.includes('tried') ? { tried: [] } : { tried }),
  })
  turn.learn(sheet.values, 'shopper')
  // A way to reply was taken out: then it is asked for, since nobody could answer.
  if (!Object.hasOwn(turn.state.facts, 'email')) {
    // What the bot has drafted is drafted anew, of what is left.
    if (!own) turn.change({ summary: null })
    return openReview(turn, raised())
  }
  if (own) turn.answer(prompt.id, summary)
  raised()
  turn.do({ do: 'open', want: wanted(turn) })
  turn.change({ phase: 'handed', conversation: event.id, log: null, step: null, prompt: null, previous: null, pending: null })
}
