import { isOpen } from '../../handoff/hours.js'
import type { Hours } from '../flow.js'

// A Monday. Conversations of the checker take place around it.
const MONDAY = Date.UTC(2026, 10, 23)
const HALF_HOUR = 1_800_000

/**
 * A moment of opening and one that is none, as close together as a week has them, so that nothing else changes between them.
 * Without hours, any moment.
 */
export function sampleMoments(hours: Hours | undefined): { readonly open?: number; readonly closed?: number } {
  if (!hours) return { open: MONDAY }
  const week = Array.from({ length: 7 * 48 }, (_, index) => MONDAY + index * HALF_HOUR)
  const change = week.find((at) => isOpen(hours, at) !== isOpen(hours, at + HALF_HOUR))
  if (change === undefined) return isOpen(hours, MONDAY) ? { open: MONDAY } : { closed: MONDAY }
  const opens = isOpen(hours, change + HALF_HOUR)
  return opens ? { open: change + HALF_HOUR, closed: change } : { open: change, closed: change + HALF_HOUR }
}
