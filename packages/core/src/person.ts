import type { Place } from './place.js'
import { readSummary } from './read-summary.js'

// What comes when a person is called: the machine's part, and what has the review read before the machine sees it.
export { handoff } from './conversation/handoff.js'
export const place: Place = (...given) => readSummary(given)
