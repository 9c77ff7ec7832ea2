import { LIMITS } from '../../../limits.js'
import type { Invariant } from '../sight.js'

/** Delivery has eight purposes for a timer; calls and parts that are being fetched have one each. */
const MOST_TIMERS = 16

export const bounded: Invariant = {
  id: 'I10',
  says: 'The outbox and the timers of a tab stay within their limits.',
  looksAlways: true,
  broken({ tabs }) {
    for (const { name, held, timers } of tabs) {
      // Where a tab joins its store, both may be full; no world gets that far, and it has a test of its own.
      if (held && held.commands.length > LIMITS.outbox) return `${name} has ${held.commands.length} commands`
      if (timers() > MOST_TIMERS) return `${name} has ${timers()} timers`
    }
    return null
  },
}
