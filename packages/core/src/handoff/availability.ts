import type { Wait } from '../delivery/protocol.js'

/**
 * Who is there. `reply` is when an answer to a ticket can be expected (milliseconds since 1970), `opens` and `closes` the next
 * change of hours; each may be unknown.
 */
export interface Availability {
  readonly open: boolean
  readonly wait: Wait | null
  readonly opens: number | null
  readonly closes: number | null
  readonly reply: number | null
}

/** Ways to a person that need no server. */
export interface Contact {
  readonly mailto?: string
  readonly phone?: string
}
