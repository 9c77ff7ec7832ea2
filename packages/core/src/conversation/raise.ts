import type { Reason } from '../handoff/reason.js'
import { shorten } from '../handoff/summarise.js'
import type { Route } from '../triage/route.js'
import type { Turn } from './turn.js'

// Characters of the shopper's own words that say why.
export const MOST_EVIDENCE = 120

/**
 * The reason of a handoff that is under way, raised where the shopper's own words tell of what is urgent, and the words that are
 * said to it. What was prepared for a decision stays; a team that was meant for another matter does not.
 */
export function raise(turn: Turn, reason: Reason, route: Route | undefined, text: string): Reason {
  if (route?.to !== 'person' || !route.priority) return reason
  const { reason: code, team, priority } = route
  // Nothing is more urgent than an injury.
  if ((reason.code === code || reason.code === 'safety') && (reason.priority === priority || reason.priority === 'urgent'))
    return reason
  const { team: before, ...kept } = reason
  const responsible = reason.code === code ? before : team
  const key = `handoff.${code}`
  if (Object.hasOwn(turn.flow.texts, key)) turn.say(key)
  return { ...kept, code, because: shorten(text, MOST_EVIDENCE), priority, ...(responsible && { team: responsible }) }
}
