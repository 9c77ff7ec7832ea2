import { isOpen } from '../../handoff/hours.js'
import type { Hours } from '../flow.js'

// A Monday. Conversations of the checker take place around it.
const MONDAY = Date.UTC(2026, 10, 23)
const HALF_HOUR = 1_800_000

/** A moment of opening and one that is none, as far as a week has them; without hours, any moment. */
export function sampleMoments(hours: Hours | undefined): { readonly open?: number; readonly closed?: number } {
  if (!hours) return { open: MONDAY }
  const moments = Array.from({ length: 7 * 48 }, (_, index) => MONDAY + index * HALF_HOUR)
  const open = moments.find((at) => isOpen(hours, at))
  const closed = moments.find((at) => !isOpen(hours, at))
  return { ...(open === undefined ? {} : { open }), ...(closed === undefined ? {} : { closed }) }
}
