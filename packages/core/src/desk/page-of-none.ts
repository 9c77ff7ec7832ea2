import type { Cursor, Page } from '../delivery/protocol.js'

/** No log has this epoch, and no chat names it that has nothing yet. Long enough to be an id. */
const GONE = 'this-log-is-not-here-now'

/**
 * The answer to who asks for a log that a desk does not have, or has for somebody else: the same for both. Who has read some of it
 * had it before a backup was restored, throws that away and sends again what was theirs. Who has read nothing hears that there is
 * nothing: their question may have come before their `open`, and a late answer must not throw away a log that has begun since.
 *
 * @example pageOfNone({ conversation, epoch, seq: 3 }) // { …, records: [], head: 0, reset: true }
 */
export function pageOfNone({ conversation, epoch, seq }: Cursor): Page {
  return seq > 0
    ? { conversation, epoch: GONE, records: [], head: 0, reset: true }
    : { conversation, epoch, records: [], head: 0 }
}
