import type { Wait } from '../delivery/protocol.js'
import type { Availability } from '../handoff/availability.js'
import { instant, oneOf, reader } from './read.js'

/** Who is there, made anew; `null` where it is not said. */
export function parseAvailability(value: unknown): Availability | null {
  const read = reader(value)
  const open = read?.('open')
  if (!read || typeof open !== 'boolean') return null
  return {
    open,
    wait: parseWait(read('wait')),
    opens: instant(read('opens')),
    closes: instant(read('closes')),
    reply: instant(read('reply')),
  }
}

/** An expected wait with its basis. A number without a basis is a guess, and no wait. */
export function parseWait(value: unknown): Wait | null {
  const read = reader(value)
  const seconds = read?.('seconds')
  const basis = oneOf(read?.('basis'), ['last-hour', 'today', 'shop'])
  return typeof seconds === 'number' && seconds >= 0 && seconds < 1e7 && basis ? { seconds, basis } : null
}
