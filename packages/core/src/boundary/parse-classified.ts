import { REASON_CODES } from '../handoff/reason.js'
import type { Classified } from '../triage/classified.js'
import { oneOf, reader } from './read.js'

/** A classifier's opinion, made anew; `null` where it has none, or says what we do not understand. */
export function parseClassified(value: unknown): Classified | null {
  const read = reader(value)
  const to = oneOf(read?.('to'), ['person', 'order', 'return', 'cancel', 'faq', 'smalltalk'])
  const score = read?.('score')
  if (!read || !to || typeof score !== 'number' || !(score >= 0 && score <= 1)) return null
  return to === 'person' ? { to, reason: oneOf(read('reason'), REASON_CODES) ?? 'other', score } : { to, score }
}
